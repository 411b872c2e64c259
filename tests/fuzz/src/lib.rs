//! The fuzz targets, for `cargo fuzz` and for the seeded test alike. Each function may refuse its bytes;
//! none may panic, hang or use memory without end.

use vrlet::diagnostic::{Style, render};
use vrlet::enrichment::Records;
use vrlet::function::Table;
use vrlet::{CsvTable, Engine, Event, Limits, MmdbTable};

/// Parses a text and renders what is wrong with it.
pub fn parse(bytes: &[u8]) {
    let Ok(source) = std::str::from_utf8(bytes) else { return };
    if let Err(diagnostics) = vrlet_parser::parse(source) {
        for diagnostic in &diagnostics {
            let _ = render(diagnostic, source, "fuzz.vrl", Style::Plain);
        }
    }
}

/// Compiles a program and runs it twice on one machine. The first line is the event.
pub fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (event, source) = text.split_once('\n').unwrap_or(("{}", text));
    let limits = Limits { steps: 10_000, ..Limits::default() };
    let Ok(program) = Engine::builder().limits(limits).build().compile(source) else { return };
    let _ = program.disassemble();
    let mut vm = program.vm();
    for text in [event, "{}"] {
        let Ok(mut event) = Event::from_json(text) else { continue };
        let _ = vm.run(&mut event);
        let _ = event.to_json();
    }
}

/// Reads a CSV table and searches its first column.
pub fn csv(bytes: &[u8]) {
    let Ok(table) = CsvTable::options().read("fuzz.csv", bytes) else { return };
    let column = table.columns().and_then(|columns| columns.into_iter().next());
    let Some(column) = column else { return };
    let key = column.replace('\\', "\\\\").replace('"', "\\\"");
    search(table, &format!("find_enrichment_table_records(\"fuzz\", {{ \"{key}\": .key }})"));
}

/// Opens a MaxMind database in all ways and looks addresses up.
pub fn mmdb(bytes: &[u8]) {
    for records in [Records::Auto, Records::Mmdb] {
        let options = MmdbTable::options().records(records).network(true);
        let Ok(table) = options.read("fuzz.mmdb", bytes.to_vec()) else { continue };
        search(table, "get_enrichment_table_record(\"fuzz\", { \"ip\": .key })");
    }
}

fn search(table: impl Table + 'static, call: &str) {
    let engine = Engine::builder().table("fuzz", table).build();
    let Ok(program) = engine.compile(&format!(".found, .error = {call}")) else { return };
    let mut vm = program.vm();
    for key in ["", "a", "1", "8.8.8.8", "81.2.69.142", "216.160.83.56", "2001:218::1"] {
        let mut event = Event::from_json(format!("{{\"key\": \"{key}\"}}")).expect("JSON");
        let _ = vm.run(&mut event);
        let _ = event.to_json();
    }
}

/// Reads an event, writes it and reads it again: it must be the same.
pub fn json(bytes: &[u8]) {
    let Ok(event) = Event::from_json(bytes) else { return };
    let again = Event::from_json(event.to_json()).expect("what was written can be read");
    assert_eq!(event.value(), again.value());
}

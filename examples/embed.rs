//! Embeds the engine in an ingestor: one program, one thread, events in and out.
//!
//! `cargo run -p vrlet --example embed < examples/flow-logs/events.ndjson`

use std::io::{BufRead, Write};

use vrlet::{CsvTable, Engine, Event, Outcome, Text};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    enrich(std::io::stdin().lock(), std::io::stdout().lock())
}

/// Events in, events out: a line each.
pub fn enrich(input: impl BufRead, mut out: impl Write) -> Result<(), Box<dyn std::error::Error>> {
    let protocols = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/flow-logs/protocols.csv");
    let engine = Engine::builder().table("protocol", CsvTable::open(protocols)?).build();
    let program = engine.compile(
        r#"
        number = split(string!(.message), " ")[16] || "-"
        found, err = get_enrichment_table_record("protocol", { "number": number })
        .protocol = if err == null { found.keyword } else { "unknown" }
        "#,
    )?;
    let mut vm = program.vm();
    let mut buffer = Vec::new();
    for line in input.lines() {
        let mut event = Event::from_shared_json(Text::from(line?))?;
        match vm.run(&mut event) {
            Ok(Outcome::Value(_)) => {}
            Ok(Outcome::Aborted(_)) => continue,
            Err(error) => {
                eprintln!("{error}");
                event.restore();
            }
        }
        buffer.clear();
        event.append_json(&mut buffer);
        buffer.push(b'\n');
        out.write_all(&buffer)?;
    }
    Ok(())
}

//! vrlet, as an ingestor embeds it.

use vrlet::enrichment::{CsvTable, MmdbTable};
use vrlet::value::json::JsonReader;
use vrlet::{Engine, Event, Outcome, Text, Vm};

use super::Contestant;
use super::tables::TableFiles;

pub struct Ours {
    vm: Vm,
    reader: JsonReader,
}

impl Ours {
    pub fn new(source: &str, files: &TableFiles) -> Self {
        let engine = Engine::builder()
            .table("protocol", CsvTable::open(&files.protocol).expect("the protocol table"))
            .table("maxmind_city", MmdbTable::open(&files.city).expect("the City table"))
            .table("maxmind_asn", MmdbTable::open(&files.asn).expect("the ASN table"))
            .build();
        let program = engine.compile(source).unwrap_or_else(|error| panic!("{error}"));
        Self { vm: program.vm(), reader: JsonReader::default() }
    }
}

impl Ours {
    /// A program without tables; `None` where it does not compile.
    #[must_use]
    pub fn of(source: &str) -> Option<Self> {
        let program = Engine::builder().build().compile(source).ok()?;
        Some(Self { vm: program.vm(), reader: JsonReader::default() })
    }
}

impl Contestant for Ours {
    fn run(&mut self, input: &[u8], out: &mut Vec<u8>) {
        let chunk = Text::from_bytes(input);
        let mut start = 0;
        while start < input.len() {
            let end =
                memchr::memchr(b'\n', &input[start..]).map_or(input.len(), |length| start + length);
            let read = Event::read_json(&mut self.reader, &chunk, start..end);
            let mut event = read.expect("the workload is JSON");
            if !matches!(self.vm.run(&mut event), Ok(Outcome::Value(_))) {
                event.restore();
            }
            event.append_json(out);
            out.push(b'\n');
            start = end + 1;
        }
    }
}

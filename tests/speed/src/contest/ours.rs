//! vrlet, as an ingestor embeds it.

use vrlet::enrichment::{CsvTable, MmdbTable};
use vrlet::{Engine, Event, Outcome, Text, Vm};

use super::Contestant;
use super::tables::TableFiles;

pub struct Ours(Vm);

impl Ours {
    pub fn new(source: &str, files: &TableFiles) -> Self {
        let engine = Engine::builder()
            .table("protocol", CsvTable::open(&files.protocol).expect("the protocol table"))
            .table("maxmind_city", MmdbTable::open(&files.city).expect("the City table"))
            .table("maxmind_asn", MmdbTable::open(&files.asn).expect("the ASN table"))
            .build();
        Self(engine.compile(source).unwrap_or_else(|error| panic!("{error}")).vm())
    }
}

impl Contestant for Ours {
    fn run(&mut self, input: &[u8], out: &mut Vec<u8>) {
        let chunk = Text::from_bytes(input);
        let mut start = 0;
        while start < input.len() {
            let end =
                memchr::memchr(b'\n', &input[start..]).map_or(input.len(), |length| start + length);
            let line = chunk.slice(start..end);
            let mut event = Event::from_shared_json(line).expect("the workload is JSON");
            if !matches!(self.0.run(&mut event), Ok(Outcome::Value(_))) {
                event.restore();
            }
            vrlet::value::json::write(event.value(), out);
            out.push(b'\n');
            start = end + 1;
        }
    }
}

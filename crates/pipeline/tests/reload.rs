//! Tests of hot reload: programs and tables replaced while events flow.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use vrlet::enrichment::CsvOptions;
use vrlet::{CompileError, Engine, Event, Program, Value};
use vrlet_pipeline::{
    Cancel, Chunk, Events, Failure, Format, JsonLines, MemorySink, Pipeline, ProgramSlot, Source,
};

use crate::setup::program;

const CHUNKS: u64 = 400;
const EVENTS: u64 = 20;

/// A program that says everywhere which one it is.
fn version(number: u64) -> String {
    format!(".first = {number}\n.list = [{number}, {number}]\n%m = {number}\n.last = {number}")
}

/// Replaces the program itself, between chunks that are under way.
struct Swapping {
    slot: ProgramSlot,
    chunk: u64,
    refused: Arc<Mutex<Vec<CompileError>>>,
}

impl Source for Swapping {
    fn next(&mut self, _: &Cancel) -> Option<Chunk> {
        let chunk = self.chunk;
        self.chunk += 1;
        let engine = Engine::builder().build();
        if chunk > 0 && chunk.is_multiple_of(40) {
            self.slot.reload(|| engine.compile(&version(chunk / 40))).unwrap();
        }
        if chunk.is_multiple_of(100) {
            let error = self.slot.reload(|| engine.compile(".first = upcase(")).unwrap_err();
            self.refused.lock().unwrap().push(error);
        }
        let numbers = chunk * EVENTS..(chunk + 1) * EVENTS;
        let lines: String = numbers.map(|n| format!("{{\"n\":{n}}}\n")).collect();
        (chunk < CHUNKS).then(|| Chunk::lines("source", Format::Ndjson, lines))
    }
}

fn integer(value: &Value, field: &str) -> i64 {
    value.as_object().unwrap().get(field).and_then(Value::as_integer).unwrap()
}

/// Makes sure that each event is there once, in order, run by one program as a whole, and each chunk by
/// one program; gives the versions that chunks were run by.
fn versions(events: &[Event]) -> Vec<i64> {
    assert_eq!(events.len() as u64, CHUNKS * EVENTS);
    let mut versions = Vec::new();
    for (event, number) in events.iter().zip(0..) {
        let value = event.value();
        assert_eq!(integer(value, "n"), number);
        let version = integer(value, "first");
        assert_eq!(integer(value, "last"), version);
        assert_eq!(integer(event.metadata(), "m"), version);
        let list = value.as_object().unwrap().get("list").unwrap();
        assert_eq!(list.to_string(), format!("[{version}, {version}]"));
        versions.push((number / EVENTS as i64, version));
    }
    versions.dedup();
    assert_eq!(versions.len() as u64, CHUNKS, "no chunk is run by two programs");
    versions.into_iter().map(|(_, version)| version).collect()
}

#[test]
fn each_event_is_run_by_one_program_as_a_whole_and_none_is_lost() {
    for threads in [1, 4] {
        let mut pipeline = Pipeline::new(program(&version(0))).threads(threads);
        let (slot, refused) = (pipeline.programs(), Arc::default());
        let source = Swapping { slot: slot.clone(), chunk: 0, refused: Arc::clone(&refused) };
        let mut sink: MemorySink<Event> = MemorySink::default();
        let stats = pipeline.run(source, Events, &mut sink);
        assert_eq!((stats.counts.read, stats.counts.failed), (CHUNKS * EVENTS, 0));
        let versions = versions(&sink.output);
        assert_eq!(slot.epoch(), 10);
        let errors = refused.lock().unwrap();
        assert_eq!(errors.len(), 5, "a script that does not compile is refused");
        assert!(errors[0].to_string().contains("error[E204]"), "{}", errors[0]);
        assert_eq!(slot.program().source(), version(10), "and leaves the one before in its place");
        if threads == 1 {
            let expected: Vec<i64> = (0..CHUNKS as i64).map(|chunk| chunk / 40).collect();
            assert_eq!(versions, expected, "the next batch has the new program");
        }
    }
}

/// Goes on only when the program was replaced as often as it should have been by then.
struct Waiting {
    slot: ProgramSlot,
    chunk: u64,
}

impl Source for Waiting {
    fn next(&mut self, _: &Cancel) -> Option<Chunk> {
        while self.slot.epoch() < self.chunk / 100 {
            std::thread::yield_now();
        }
        let numbers = self.chunk * EVENTS..(self.chunk + 1) * EVENTS;
        let lines: String = numbers.map(|n| format!("{{\"n\":{n}}}\n")).collect();
        self.chunk += 1;
        (self.chunk <= CHUNKS).then(|| Chunk::lines("source", Format::Ndjson, lines))
    }
}

#[test]
fn another_thread_replaces_the_program_at_any_time() {
    let engine = Engine::builder().build();
    let mut pipeline = Pipeline::new(program(&version(0))).threads(3);
    let slot = pipeline.programs();
    let is_over = AtomicBool::new(false);
    let mut sink: MemorySink<Event> = MemorySink::default();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 1.. {
                if is_over.load(Ordering::Relaxed) {
                    return;
                }
                assert!(slot.reload(|| engine.compile("to_int(.n)")).is_err());
                slot.reload(|| engine.compile(&version(number))).unwrap();
            }
        });
        let source = Waiting { slot: slot.clone(), chunk: 0 };
        let stats = pipeline.run(source, Events, &mut sink);
        is_over.store(true, Ordering::Relaxed);
        assert_eq!((stats.counts.read, stats.counts.failed), (CHUNKS * EVENTS, 0));
    });
    let versions = versions(&sink.output);
    assert!(*versions.last().unwrap() >= 3, "several programs had their turn");
}

/// An engine with a table of the text, or what is wrong with the text.
fn engine(table: &str) -> Result<Engine, Box<dyn std::error::Error>> {
    let table = CsvOptions::default().read("cities.csv", table.as_bytes())?;
    Ok(Engine::builder().table("cities", table).build())
}

fn lookup(table: &str) -> Result<Program, Box<dyn std::error::Error>> {
    Ok(engine(table)?
        .compile(".city = get_enrichment_table_record!(\"cities\", {\"id\": .id}).name")?)
}

#[test]
fn a_table_that_does_not_load_leaves_the_old_one_and_says_why() {
    let slot = ProgramSlot::new(lookup("id,name\n1,Berlin\n").unwrap());
    let run = || {
        let mut sink = MemorySink::default();
        let inputs = crate::setup::tiny("{\"id\":\"1\"}\n", Format::Ndjson);
        Pipeline::new(slot.clone()).run(inputs, JsonLines::default(), &mut sink);
        String::from_utf8(sink.output).unwrap()
    };
    assert_eq!(run(), "{\"id\":\"1\",\"city\":\"Berlin\"}\n");
    let error = slot.reload(|| lookup("id,name\n1,Paris,too many\n")).unwrap_err();
    assert!(error.to_string().contains("cities.csv"), "{error}");
    let error = slot.reload(|| lookup("number,name\n1,Paris\n")).unwrap_err();
    assert!(error.to_string().contains("`id`"), "{error}");
    assert_eq!((run().as_str(), slot.epoch()), ("{\"id\":\"1\",\"city\":\"Berlin\"}\n", 0));
    slot.reload(|| lookup("id,name\n1,Paris\n")).unwrap();
    assert_eq!((run().as_str(), slot.epoch()), ("{\"id\":\"1\",\"city\":\"Paris\"}\n", 1));
}

#[test]
fn failures_say_which_program_they_are_of() {
    let slot = ProgramSlot::new(program("int!(.a)"));
    let number = Arc::new(AtomicU64::new(0));
    let mut sink = MemorySink::default();
    let (swapped, seen) = (slot.clone(), Arc::clone(&number));
    let mut pipeline = Pipeline::new(slot).threads(1).failure_records(true).progress(move |_| {
        if seen.fetch_add(1, Ordering::Relaxed) == 0 {
            swapped.replace(program("\n\nstring!(.b)"));
        }
    });
    let inputs = crate::setup::tiny("{\"a\":{}}\n{\"a\":{}}\n", Format::Ndjson);
    let stats = pipeline.run(inputs, JsonLines::default(), &mut sink);
    let causes: Vec<_> = stats.failures.iter().map(|group| group.cause.unwrap()).collect();
    assert_eq!((causes[0].epoch, causes[0].position.line), (0, 1));
    assert_eq!((causes[1].epoch, causes[1].position.line), (1, 3));
    let sources = sink.failures.iter().map(|record| match &record.failure {
        Failure::Failed { program, .. } => program.source().to_owned(),
        other => panic!("{other:?}"),
    });
    assert_eq!(sources.collect::<Vec<_>>(), ["int!(.a)", "\n\nstring!(.b)"]);
}

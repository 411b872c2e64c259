//! How costs grow: compiling longer programs of each construct, and growing an array in a loop.
//!
//! `cargo run --release --bin growth` has the reference engine beside vrlet;
//! `cargo run --release --no-default-features --bin growth` builds the engine alone.

mod constructs;
#[cfg(feature = "reference")]
mod reference;

use std::process::Command;
use std::time::Duration;

use constructs::CONSTRUCTS;
use cpu_time::ThreadTime;
use vrlet::{Engine, Event};

/// Lines of the programs.
const LINES: [usize; 3] = [1_000, 10_000, 100_000];

const PUSHES: &str = r"
list = []
for_each(array!(.items)) -> |_index, value| { list = push(list, value) }
length(list)
";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [construct, lines] = arguments.as_slice() {
        return one_program(construct, lines);
    }
    println!("| µs a line | {} | MB at most |", LINES.map(|lines| lines.to_string()).join(" | "));
    println!("|---|{}", "---:|".repeat(LINES.len() + 1));
    for construct in &CONSTRUCTS {
        let cells = LINES.map(|lines| in_a_process(construct.name, lines));
        let memory = cells.last().and_then(|(_, memory)| memory.clone());
        let times = cells.map(|(time, _)| time).join(" | ");
        println!("| {} | {times} | {} |", construct.name, memory.as_deref().unwrap_or("–"));
    }
    #[cfg(feature = "reference")]
    beside_the_reference();
    println!("\n| pushes | reference | vrlet |\n|---:|---:|---:|");
    for count in [1_000, 10_000, 50_000, 100_000] {
        let items = vec!["1"; count].join(",");
        let event = format!(r#"{{"items":[{items}]}}"#);
        println!(
            "| {count} | {} | {} |",
            reference_pushes(&event, count),
            cell(our_pushes(&event))
        );
    }
}

/// Compiles one program; prints the time of a line, and the memory that the process took.
fn one_program(name: &str, lines: &str) {
    let construct = CONSTRUCTS.iter().find(|it| it.name == name).expect("the name of a construct");
    let lines: usize = lines.parse().expect("a number of lines");
    let source = construct.program(lines);
    let engine = Engine::builder().build();
    let start = ThreadTime::now();
    let program = engine.compile(&source).expect("it compiles");
    let micros = start.elapsed().as_secs_f64() * 1e6 / lines as f64;
    drop(program);
    println!("{micros:.1} {}", peak_memory().unwrap_or_default());
}

/// The same in a process of its own, whose memory is that of this program.
fn in_a_process(name: &str, lines: usize) -> (String, Option<String>) {
    let this = std::env::current_exe().expect("the path of this program");
    let ran = Command::new(this).args([name, &lines.to_string()]).output().expect("it starts");
    assert!(ran.status.success(), "{name}: {}", String::from_utf8_lossy(&ran.stderr));
    let text = String::from_utf8_lossy(&ran.stdout);
    let (time, memory) = text.trim_end_matches('\n').split_once(' ').expect("two figures");
    (time.to_owned(), (!memory.is_empty()).then(|| memory.to_owned()))
}

/// The most memory that this process had, in megabytes; only Linux says.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some((kibibytes * 1024 / 1_000_000).to_string())
}

#[cfg(feature = "reference")]
fn beside_the_reference() {
    println!("\n| assignments | reference | vrlet |\n|---:|---:|---:|");
    for lines in [400, 800, 1600, 3200] {
        let source = CONSTRUCTS[0].program(lines);
        let reference = reference::compile(&source, lines).map_or("–".to_owned(), cell);
        let ours = timed(|| drop(Engine::builder().build().compile(&source).expect("it compiles")));
        println!("| {lines} | {reference} | {} |", cell(ours));
    }
}

#[cfg(feature = "reference")]
fn reference_pushes(event: &str, count: usize) -> String {
    reference::pushes(PUSHES, event, count).map_or("–".to_owned(), cell)
}

#[cfg(not(feature = "reference"))]
fn reference_pushes(_event: &str, _count: usize) -> String {
    "–".to_owned()
}

fn our_pushes(event: &str) -> Duration {
    let program = Engine::builder().build().compile(PUSHES).expect("it compiles");
    let mut vm = program.vm();
    let mut event = Event::from_json(event).expect("an event");
    timed(|| drop(vm.run(&mut event).expect("it runs")))
}

/// The middle of three runs.
fn timed(mut work: impl FnMut()) -> Duration {
    let mut times = [(); 3].map(|()| {
        let start = ThreadTime::now();
        work();
        start.elapsed()
    });
    times.sort_unstable();
    times[1]
}

fn cell(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

//! vrlet beside the reference engine and a hand-written program: same input, same process, outputs
//! verified equal before any figure counts.
//!
//! `cargo run --release --bin compare [-- [families] [EVENTS]]`; with `--no-default-features` vrlet runs
//! alone, over the workloads that need no cargo feature of it.

use std::process::Command;
use std::time::Duration;

use cpu_time::ThreadTime;
use vrlet_speed::contest::Contestant;
#[cfg(feature = "reference")]
use vrlet_speed::contest::handwritten::Handwritten;
use vrlet_speed::contest::ours::Ours;
#[cfg(feature = "reference")]
use vrlet_speed::contest::reference::Reference;
use vrlet_speed::contest::tables::TableFiles;
use vrlet_speed::family;
use vrlet_speed::workload::{self, Workload};

const EVENTS: usize = 100_000;
const RUNS: usize = 7;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, name, contestant, events] = arguments.as_slice()
        && flag == "--memory"
    {
        return print_peak(name, contestant, events.parse().expect("a number of events"));
    }
    let families = arguments.first().is_some_and(|first| first == "families");
    let count = arguments.get(usize::from(families));
    let events = count.map_or(EVENTS, |count| count.parse().expect("a number of events"));
    let names: &[&str] = if families { &family::NAMES } else { &workload::NAMES };
    let files = TableFiles::from_environment();
    println!(
        "{events} events, median of {RUNS} paired runs, user time of one thread, peak memory of a process alone"
    );
    println!("| workload | reference | vrlet | ratio | by hand | reference peak | vrlet peak |");
    println!("|---|---|---|---|---|---|---|");
    for name in names {
        report(&workload::named(name, events), &files, events);
    }
}

fn contestant(name: &str, workload: &Workload, files: &TableFiles) -> Box<dyn Contestant> {
    match name {
        #[cfg(feature = "reference")]
        "reference" => Box::new(Reference::new(&workload.source, files)),
        "vrlet" => Box::new(Ours::new(&workload.source, files)),
        #[cfg(feature = "reference")]
        "hand" => Box::new(Handwritten::new(files)),
        other => panic!("no contestant {other}"),
    }
}

fn report(workload: &Workload, files: &TableFiles, events: usize) {
    let names: &[&str] = match (cfg!(feature = "reference"), workload.by_hand) {
        (false, _) => &["vrlet"],
        (true, false) => &["reference", "vrlet"],
        (true, true) => &["reference", "vrlet", "hand"],
    };
    let mut contestants: Vec<_> =
        names.iter().map(|name| contestant(name, workload, files)).collect();
    let outputs: Vec<Vec<u8>> =
        contestants.iter_mut().map(|contestant| output(&mut **contestant, workload)).collect();
    #[cfg(feature = "reference")]
    for (name, output) in names.iter().zip(&outputs).skip(1) {
        verify_equal(workload, name, &outputs[0], output);
    }
    drop(outputs);
    let mut times = vec![Vec::new(); names.len()];
    for _ in 0..RUNS {
        for (contestant, times) in contestants.iter_mut().zip(&mut times) {
            times.push(timed(&mut **contestant, workload));
        }
    }
    let micros: Vec<f64> =
        times.iter_mut().map(|times| median(times).as_secs_f64() * 1e6 / events as f64).collect();
    let time = |wanted| {
        let index = names.iter().position(|name| *name == wanted)?;
        micros.get(index).copied()
    };
    let micros = |name| time(name).map_or("–".to_owned(), |micros| format!("{micros:.2} µs"));
    let ratio = time("reference").zip(time("vrlet"));
    println!(
        "| {} | {} | {} | {} | {} | {} | {} |",
        workload.name,
        micros("reference"),
        micros("vrlet"),
        ratio.map_or("–".to_owned(), |(reference, vrlet)| format!("{:.1}", reference / vrlet)),
        micros("hand"),
        if names.contains(&"reference") {
            peak(workload, "reference", events)
        } else {
            "–".to_owned()
        },
        peak(workload, "vrlet", events),
    );
}

/// The input in pieces that end with a line, as it comes from a file or a socket.
fn pieces(input: &[u8]) -> impl Iterator<Item = &[u8]> {
    const PIECE: usize = 1 << 18;
    let mut rest = input;
    std::iter::from_fn(move || {
        let cut = rest.get(..PIECE).and_then(|piece| memchr::memrchr(b'\n', piece));
        let (piece, after) = rest.split_at(cut.map_or(rest.len(), |cut| cut + 1));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

fn output(contestant: &mut dyn Contestant, workload: &Workload) -> Vec<u8> {
    let mut out = Vec::new();
    pieces(&workload.input).for_each(|piece| contestant.run(piece, &mut out));
    out
}

/// The time of one pass; a piece's output takes the place of the one before, as in a writer's buffer.
fn timed(contestant: &mut dyn Contestant, workload: &Workload) -> Duration {
    let mut out = Vec::with_capacity(1 << 21);
    let start = ThreadTime::now();
    for piece in pieces(&workload.input) {
        out.clear();
        contestant.run(piece, &mut out);
    }
    start.elapsed()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

#[cfg(feature = "reference")]
fn verify_equal(workload: &Workload, name: &str, expected: &[u8], found: &[u8]) {
    let lines = |bytes: &[u8]| -> Vec<Vec<u8>> {
        bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
    };
    let (expected, found) = (lines(expected), lines(found));
    assert_eq!(
        expected.len(),
        found.len(),
        "{}: {name} gives another number of events",
        workload.name
    );
    for (index, (expected, found)) in
        expected.iter().zip(&found).enumerate().filter(|(_, (line, _))| !line.is_empty())
    {
        let json = |line: &[u8]| {
            serde_json::from_slice::<serde_json::Value>(line).expect("output is JSON")
        };
        assert_eq!(
            json(expected),
            json(found),
            "{}: {name} differs in event {index}",
            workload.name
        );
    }
}

/// The peak memory of a process that does nothing else.
fn peak(workload: &Workload, contestant: &str, events: usize) -> String {
    let program = std::env::current_exe().expect("the path of this program");
    let output = Command::new(program)
        .args(["--memory", &workload.name, contestant, &events.to_string()])
        .output();
    String::from_utf8_lossy(&output.expect("a process").stdout).trim().to_owned()
}

fn print_peak(name: &str, contestant_name: &str, events: usize) {
    let files = TableFiles::from_environment();
    let workload = workload::named(name, events);
    let mut contestant = contestant(contestant_name, &workload, &files);
    let mut out = Vec::new();
    for piece in pieces(&workload.input) {
        out.clear();
        contestant.run(piece, &mut out);
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown");
    println!("{}", peak.trim());
}

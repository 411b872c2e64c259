//! vrlet beside the reference engine and a hand-written program: same input, same process, outputs
//! verified equal before any figure counts.
//!
//! `cargo run --release --bin compare`; with `--no-default-features` vrlet runs alone, over the workloads that
//! need no cargo feature of it. [`crate::arguments::USAGE`] lists the arguments.

use std::process::{Command, ExitCode};
use std::time::Duration;

use cpu_time::ThreadTime;

use crate::arguments::{Arguments, List, USAGE};
use crate::contest::tables::TableFiles;
use crate::contest::{self, Contestant};
use crate::ratios::Ratios;
use crate::workload::{self, Workload};
use crate::{family, scripts, streams};

const EVENTS: usize = 100_000;
const RUNS: usize = 7;

/// Runs what the arguments say.
///
/// # Panics
/// Where a workload can't be run.
pub fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, name, contestant, events] = arguments.as_slice()
        && flag == "--memory"
    {
        print_peak(name, contestant, events.parse().expect("a number of events"));
        return ExitCode::SUCCESS;
    }
    if let Some(status) = with_another_allocator(&arguments) {
        return status;
    }
    match Arguments::read(&arguments, EVENTS) {
        Ok(arguments) => compare(&arguments),
        Err(wrong) => {
            eprintln!("compare: `{wrong}` is no argument\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// An allocator belongs to a program, so another one is asked for by running its program.
fn with_another_allocator(arguments: &[String]) -> Option<ExitCode> {
    let flag = arguments.iter().position(|argument| argument == "--allocator")?;
    let wanted = match arguments.get(flag + 1).map(String::as_str) {
        Some("system") => "compare",
        Some("jemalloc") => "compare-jemalloc",
        _ => {
            eprintln!("compare: `--allocator` takes `system` or `jemalloc`\n{USAGE}");
            return Some(ExitCode::from(2));
        }
    };
    let own = std::env::current_exe().expect("the path of this program");
    if own.file_name().is_some_and(|name| name == wanted) {
        return None;
    }
    let program = own.with_file_name(wanted);
    let Ok(status) = Command::new(&program).args(arguments).status() else {
        eprintln!("compare: `{wanted}` is not built, run `cargo build --release --bins` first");
        return Some(ExitCode::from(2));
    };
    Some(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn compare(arguments: &Arguments) -> ExitCode {
    let events = arguments.events;
    let files = TableFiles::from_environment();
    println!(
        "{events} events, median of {RUNS} paired runs, user time of one thread, peak memory of a process alone"
    );
    println!("| workload | reference | vrlet | ratio | by hand | reference peak | vrlet peak |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    let names: Vec<String> = match arguments.list {
        List::Main => workload::NAMES.iter().map(|name| (*name).to_owned()).collect(),
        List::Families => family::NAMES.iter().map(|name| (*name).to_owned()).collect(),
        List::Streams => streams::NAMES.iter().map(|name| (*name).to_owned()).collect(),
        List::Scripts => scripts::names(),
    };
    let (committed, mut losses) = (Ratios::committed(), Vec::new());
    let mut ratios = Ratios::committed();
    for name in names {
        let workload = workload::named(&name, events);
        if let Some(ratio) = report(&workload, &files, events) {
            ratios.set(&name, ratio);
            losses.extend(committed.loss(&name, ratio));
        }
    }
    if arguments.write {
        ratios.write();
    }
    if arguments.check && !losses.is_empty() {
        eprintln!("compare: slower beside the reference than it was:\n{}", losses.join("\n"));
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Measures a workload and prints its row: the ratio, where the reference runs too.
fn report(workload: &Workload, files: &TableFiles, events: usize) -> Option<f64> {
    let names: &[&str] = match (cfg!(feature = "reference"), workload.by_hand) {
        (false, _) => &["vrlet"],
        (true, false) => &["reference", "vrlet"],
        (true, true) => &["reference", "vrlet", "hand"],
    };
    let mut contestants: Vec<_> =
        names.iter().map(|name| contest::named(name, &workload.source, files)).collect();
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
    let ratio = time("reference").zip(time("vrlet")).map(|(reference, vrlet)| reference / vrlet);
    println!(
        "| {} | {} | {} | {} | {} | {} | {} |",
        workload.name,
        micros("reference"),
        micros("vrlet"),
        ratio.map_or("–".to_owned(), |ratio| format!("{ratio:.1}")),
        micros("hand"),
        if names.contains(&"reference") {
            peak(workload, "reference", events)
        } else {
            "–".to_owned()
        },
        peak(workload, "vrlet", events),
    );
    ratio
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
    let mut contestant = contest::named(contestant_name, &workload.source, &files);
    let mut out = Vec::new();
    for piece in pieces(&workload.input) {
        out.clear();
        contestant.run(piece, &mut out);
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown");
    println!("{}", peak.trim());
}

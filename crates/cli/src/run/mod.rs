//! `vrlet run`: a program over events, run by the pipeline and summed up for the terminal.

mod figures;
pub mod input;
pub mod interrupt;
mod options;
pub mod outputs;
mod program_log;
mod progress;
mod same_file;
mod stages;
mod summary;

use std::fs;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use vrlet::Program;
use vrlet_pipeline::{Inputs, SinkError, Stats, Stop};

use self::input::Input;
use self::interrupt::Interrupt;
use self::outputs::Outputs;
use self::program_log::ProgramLog;
use self::progress::Progress;
use self::summary::Summary;
use crate::arguments::{InputFormat, RunArguments};
use crate::cli_error::CliError;
use crate::exit::{Exit, Signal};
use crate::program::{Source, builder};
use crate::terminal::Terminal;

/// More workers than this for each core take memory and save no time.
const MOST_A_CORE: usize = 4;

/// Runs a program over events.
///
/// # Errors
/// Where the run can't begin.
pub fn run(mut arguments: RunArguments, terminal: &Terminal) -> Result<Exit, CliError> {
    if arguments.header && arguments.input_format != InputFormat::Lines {
        return Err(CliError::header_without_lines());
    }
    let mut paths = std::mem::take(&mut arguments.paths).into_iter();
    let script = if arguments.expression.is_some() { None } else { paths.next() };
    if let Some(path) = &script {
        refuse_input_as_script(path, paths.as_slice())?;
    }
    let source = Source::one(arguments.expression.take(), script.clone(), "run")?;
    let inputs = inputs(paths)?;
    let engine = builder(&arguments.setting)?().log(ProgramLog::new(&source, terminal)).build();
    let Some(program) = source.compile(&engine, terminal) else {
        return Ok(Exit::Unusable);
    };
    if inputs.iter().any(|input| input.path.is_none()) && io::stdin().is_terminal() {
        terminal.say("events are read from the terminal; Ctrl-D ends them\n");
    }
    let script = script.filter(|path| path != Path::new("-")).map(Input::named).transpose()?;
    let read: Vec<&Input> = inputs.iter().chain(&script).collect();
    let outputs = Outputs::open(&read, arguments.output.as_deref(), arguments.errors.as_deref())?;
    let interrupt = Interrupt::listen();
    let done =
        run_over(program, &source.origin, &inputs, &arguments, outputs, &interrupt, terminal);
    let is_quiet = done.exit == Exit::Success
        && !arguments.stats
        && !done.has_replaced
        && (!terminal.is_watched || done.is_closed);
    if !is_quiet {
        terminal.say(&done.summary);
    }
    Ok(done.exit)
}

/// An input where the script belongs: it was forgotten, or comes later.
fn refuse_input_as_script(path: &Path, others: &[PathBuf]) -> Result<(), CliError> {
    let is_script = |path: &Path| path.extension().is_some_and(|extension| extension == "vrl");
    if is_script(path) || path == Path::new("-") || !path.is_file() || !looks_like_events(path) {
        return Ok(());
    }
    Err(CliError::input_as_script(
        path,
        others.iter().map(PathBuf::as_path).find(|path| is_script(path)),
    ))
}

/// Whether a file is an input by its name, or its first line is an event.
fn looks_like_events(path: &Path) -> bool {
    const NAMES: [&str; 11] =
        ["ndjson", "jsonl", "json", "log", "csv", "tsv", "gz", "zst", "parquet", "txt", "xz"];
    let extension = path.extension().and_then(|extension| extension.to_str());
    if extension.is_some_and(|it| NAMES.contains(&&*it.to_ascii_lowercase())) {
        return true;
    }
    let Ok(file) = fs::File::open(path) else { return false };
    let mut line = Vec::new();
    let mut file = BufReader::new(file.take(1 << 16));
    file.read_until(b'\n', &mut line).is_ok_and(|length| length > 1)
        && serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(&line).is_ok()
}

/// What there is to tell of a run.
pub struct Done {
    /// How it ended.
    pub exit: Exit,
    /// Its summary.
    pub summary: String,
    /// Whether characters of events had to be replaced.
    pub has_replaced: bool,
    /// Whether nobody reads the output any more.
    pub is_closed: bool,
}

/// Runs a compiled program over inputs; `arguments` say the rest.
pub fn run_over(
    program: Program,
    script: &str,
    inputs: &[Input],
    arguments: &RunArguments,
    outputs: Outputs,
    interrupt: &Interrupt,
    terminal: &Terminal,
) -> Done {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = arguments.threads.unwrap_or(cores).min(cores * MOST_A_CORE);
    let mut progress = Progress::new(terminal, arguments.output.is_some());
    let mut pipeline = options::pipeline(program, arguments)
        .threads(threads)
        .cancel(interrupt.cancel.clone())
        .progress(move |stats| progress.show(stats.counts));
    let source = Inputs::new(inputs.iter().map(Input::to_read), arguments.input_format.into())
        .header(arguments.header)
        .chunk_size(pipeline.chunk_size());
    let mut sink = outputs.sink(script);
    let start = Instant::now();
    let stats = pipeline.run(source, options::encoder(arguments), &mut sink);
    drop(pipeline);
    let signal = interrupt.signal();
    let summary = Summary {
        arguments,
        script,
        stats: &stats,
        time: start.elapsed(),
        was_interrupted: signal.is_some(),
        style: terminal.style,
    };
    Done {
        exit: exit(&stats, signal),
        summary: summary.to_string(),
        has_replaced: stats.counts.replaced > 0,
        is_closed: matches!(&stats.stop, Some(Stop::Sink { error: SinkError::Closed, .. })),
    }
}

fn inputs(paths: impl Iterator<Item = PathBuf>) -> Result<Vec<Input>, CliError> {
    let inputs = paths.map(Input::named).collect::<Result<Vec<_>, _>>()?;
    Ok(if inputs.is_empty() { vec![Input::stdin()] } else { inputs })
}

fn exit(stats: &Stats, signal: Option<Signal>) -> Exit {
    match (&stats.stop, signal) {
        (Some(Stop::Sink { error: SinkError::Closed, .. }), _) => Exit::Success,
        (Some(Stop::Sink { .. }), _) => Exit::Unusable,
        (Some(Stop::Failed(_)) | None, Some(signal)) => Exit::Signalled(signal),
        (Some(Stop::Failed(_)) | None, None) if !stats.read_errors.is_empty() => Exit::Unusable,
        (Some(Stop::Failed(_)) | None, None) if stats.counts.failed > 0 => Exit::EventFailed,
        (Some(Stop::Failed(_)) | None, None) => Exit::Success,
    }
}

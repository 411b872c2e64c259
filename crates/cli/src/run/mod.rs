//! `vrlet run`: a program over events.
//!
//! Workers take turns with the reader, which cuts the inputs into chunks of whole events; each runs the
//! program over its chunk with a machine of its own and hands the lines on to be written in
//! the order of the chunks. One worker is the main thread itself.

mod batch;
pub mod chunk;
pub mod interrupt;
mod options;
mod program_log;
mod progress;
pub mod reader;
mod reorder;
mod report;
mod sink;
pub mod source;
mod stream;
mod summary;
mod values;
pub mod worker;
mod writer;

use std::fs;
use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use vrlet::Program;

use self::batch::Batch;
use self::interrupt::Interrupt;
use self::options::Options;
use self::program_log::ProgramLog;
use self::progress::Progress;
use self::reader::Reader;
use self::reorder::{Reorder, Watch};
use self::sink::Sink;
use self::source::Input;
use self::summary::Summary;
use self::worker::Worker;
use self::writer::{Flow, Stats, Stop, Writer};
use crate::arguments::RunArguments;
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::program::{Source, builder};
use crate::terminal::Terminal;

/// How many bytes of input a worker takes at a time: enough that taking turns costs nothing, few enough
/// to stay in the cache.
const CHUNK: usize = 256 * 1024;
/// How many bytes of input are under way at most, whatever the number of workers.
const UNDER_WAY: usize = 8 * CHUNK;
/// How many bytes a worker takes at least.
const SMALLEST_CHUNK: usize = 16 * 1024;

/// More workers than this for each core take memory and save no time.
const MOST_A_CORE: usize = 4;

/// Runs a program over events.
///
/// # Errors
/// Where the run can't begin.
pub fn run(mut arguments: RunArguments, terminal: &Terminal) -> Result<Exit, CliError> {
    let mut paths = std::mem::take(&mut arguments.paths).into_iter();
    let script = if arguments.expression.is_some() { None } else { paths.next() };
    let source = Source::one(arguments.expression.take(), script, "run")?;
    let inputs = inputs(paths)?;
    let engine = builder(&arguments.setting)?().log(ProgramLog::new(&source, terminal)).build();
    let Some(program) = source.compile(&engine, terminal) else {
        return Ok(Exit::Unusable);
    };
    if inputs.iter().any(|input| input.path.is_none()) && io::stdin().is_terminal() {
        terminal.say("events are read from the terminal; Ctrl-D ends them\n");
    }
    let outputs = Outputs::open(&inputs, arguments.output.as_deref(), arguments.errors.as_deref())?;
    let interrupt = Interrupt::listen();
    let done = run_over(program, source.origin, inputs, &arguments, outputs, &interrupt, terminal);
    let is_quiet = done.exit == Exit::Success && (!terminal.is_watched || done.is_closed);
    if !is_quiet {
        terminal.say(&done.summary);
    }
    Ok(done.exit)
}

/// Where a run writes to.
pub struct Outputs {
    out: Sink,
    errors: Option<Sink>,
}

impl Outputs {
    /// Opens the outputs of a run over some inputs; standard output where no file is named.
    ///
    /// # Errors
    /// Where a file can't be written to, or is read from.
    pub fn open(
        inputs: &[Input],
        out: Option<&Path>,
        errors: Option<&Path>,
    ) -> Result<Self, CliError> {
        refuse_overwriting(inputs, [out, errors])?;
        let [out, errors] = [out, errors].map(|path| path.map(Sink::create).transpose());
        Ok(Self { out: out?.unwrap_or_else(Sink::stdout), errors: errors? })
    }

    /// No outputs: just the summary counts.
    pub fn none() -> Self {
        Self { out: Sink::nowhere(), errors: None }
    }
}

/// What there is to tell of a run.
pub struct Done {
    /// How it ended.
    pub exit: Exit,
    /// Its summary.
    pub summary: String,
    /// Whether nobody reads the output any more.
    pub is_closed: bool,
}

/// Runs a compiled program over inputs; `arguments` say the rest.
pub fn run_over(
    program: Program,
    script: String,
    inputs: Vec<Input>,
    arguments: &RunArguments,
    outputs: Outputs,
    interrupt: &Interrupt,
    terminal: &Terminal,
) -> Done {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = arguments.threads.unwrap_or(cores).min(cores * MOST_A_CORE);
    let size = (UNDER_WAY / threads).clamp(SMALLEST_CHUNK, CHUNK);
    let reader =
        Reader::new(inputs.clone(), arguments.input_format, size, Arc::clone(&interrupt.stop));
    let progress = Progress::new(terminal, arguments.output.is_some());
    let Outputs { out, errors } = outputs;
    let writer = Writer::new(out, errors, progress, Arc::clone(&interrupt.stop));
    let options = Options {
        program,
        script,
        inputs,
        format: arguments.input_format,
        emit: arguments.emit,
        on_error: arguments.on_error,
        on_abort: arguments.on_abort,
        sort_keys: arguments.sort_keys,
        keeps_errors: arguments.errors.is_some(),
    };
    let start = Instant::now();
    let stats = work(&options, reader, writer, threads);
    let was_interrupted = interrupt.was_signalled();
    let summary = Summary {
        options: &options,
        stats: &stats,
        time: start.elapsed(),
        was_interrupted,
        style: terminal.style,
    };
    Done {
        exit: exit(&stats, was_interrupted),
        summary: summary.to_string(),
        is_closed: stats.stop == Some(Stop::Closed),
    }
}

fn inputs(paths: impl Iterator<Item = PathBuf>) -> Result<Vec<Input>, CliError> {
    let inputs = paths.map(Input::named).collect::<Result<Vec<_>, _>>()?;
    Ok(if inputs.is_empty() { vec![Input::stdin()] } else { inputs })
}

/// An output that is also an input would be empty before it is read.
fn refuse_overwriting(inputs: &[Input], outputs: [Option<&Path>; 2]) -> Result<(), CliError> {
    let file = |path: &Path| fs::canonicalize(path).ok().filter(|path| path.is_file());
    for output in outputs.into_iter().flatten() {
        let Some(target) = file(output) else { continue };
        if inputs
            .iter()
            .filter_map(|input| file(input.path.as_deref()?))
            .any(|input| input == target)
        {
            return Err(CliError::output_is_input(output));
        }
    }
    Ok(())
}

fn work(options: &Options, reader: Reader, writer: Writer, threads: usize) -> Stats {
    let reader = Mutex::new(reader);
    let reorder = Reorder::new(writer, threads);
    let turn = || {
        let _watch = Watch(&reorder);
        let mut worker = Worker::new(options);
        let mut batch = Batch::default();
        loop {
            let chunk = reader.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some(chunk) = chunk else { return };
            worker.work(chunk, &mut batch);
            if reorder.deliver(&mut batch) == Flow::Stop {
                return;
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(turn);
        }
        turn();
    });
    reorder.into_writer().finish()
}

fn exit(stats: &Stats, was_interrupted: bool) -> Exit {
    match &stats.stop {
        Some(Stop::Unwritable { .. }) => Exit::Unusable,
        Some(Stop::Closed) => Exit::Success,
        Some(Stop::Failed(_)) | None if was_interrupted => Exit::Interrupted,
        Some(Stop::Failed(_)) | None if !stats.read_errors.is_empty() => Exit::Unusable,
        Some(Stop::Failed(_)) | None if stats.counts.failed > 0 => Exit::EventFailed,
        Some(Stop::Failed(_)) | None => Exit::Success,
    }
}

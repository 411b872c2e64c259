//! The command-line interface: all commands and flags, declared once for clap; help, completions and man
//! pages are rendered from it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::exit;
use crate::terminal::Colour;

/// Runs VRL programs over log events
#[derive(Parser, Debug)]
#[command(name = "vrlet", version, after_help = exit::HELP, max_term_width = 100)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// When to use colours
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    pub color: Colour,
}

/// A command of its own.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Run a program over events
    Run(RunArguments),
    /// Compile only: what is wrong with scripts
    Check(CheckArguments),
    /// What a code of an error or a warning means, with an example and the ways out
    Explain(ExplainArguments),
    /// The function reference
    Functions(FunctionsArguments),
    /// The bytecode of a program
    Disasm(DisasmArguments),
    /// Try programs line by line over the events of a file
    Repl(ReplArguments),
    /// Run the tests of scripts: cases in comments, pairs of files, tests of Vector configurations
    Test(TestArguments),
    /// Completions of commands and flags for a shell
    Completions(CompletionsArguments),
    /// The manual page of the command, or of one of its commands
    Man(ManArguments),
}

/// What programs may use and how they are compiled; the same for every command that compiles.
#[derive(Args, Clone, Debug, Default)]
pub struct Setting {
    /// Load an enrichment table; the kind follows the extension (.csv, .tsv, .mmdb), the keys are those of vrlet.toml
    #[arg(short, long = "table", value_name = "NAME=PATH[,KEY=VALUE]...")]
    pub tables: Vec<String>,
    /// Tables and settings; else vrlet.toml in the working directory, if there is one
    #[arg(short, long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The zone of times that carry none [default: UTC]
    #[arg(short = 'z', long, value_name = "TZ")]
    pub timezone: Option<String>,
    /// Keep programs to themselves: no environment variables, files or network for their functions
    #[arg(long = "sealed")]
    pub sandboxed: bool,
    /// Make needless error handling an error instead of a warning
    #[arg(long)]
    pub strict: bool,
}

const RUN_USAGE: &str =
    "vrlet run [OPTIONS] <SCRIPT> [INPUT]...\n       vrlet run [OPTIONS] -e <PROGRAM> [INPUT]...";

const RUN_EXAMPLES: &str = "\
Examples:
  vrlet run enrich.vrl events.ndjson
  vrlet run -e '.level = upcase(.level) ?? \"NONE\"' < events.ndjson
  vrlet run -t protocol=protocols.csv,missing=empty enrich.vrl logs.ndjson.gz -o enriched.ndjson.zst
  vrlet run -i lines --header enrich.vrl flow-logs/*.log.gz
  vrlet run --emit result -e 'length(.)' events.ndjson
  vrlet run --on-error drop --errors failed.ndjson enrich.vrl events.ndjson";

/// What `vrlet run` takes.
#[derive(Args, Debug, Default)]
#[command(override_usage = RUN_USAGE, after_help = format!("{RUN_EXAMPLES}\n\n{}", exit::HELP))]
pub struct RunArguments {
    /// The script, unless -e gives the program; after it the inputs, where none or `-` is standard input.
    /// Those that are compressed with gzip or Zstandard are decompressed
    #[arg(value_name = "SCRIPT] [INPUT")]
    pub paths: Vec<PathBuf>,
    /// The program itself instead of a script
    #[arg(short, long, value_name = "PROGRAM", allow_hyphen_values = true)]
    pub expression: Option<String>,
    #[command(flatten)]
    pub setting: Setting,
    /// How events stand in the input
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value_t)]
    pub input_format: InputFormat,
    /// The first line of each input is no event: it says what the lines hold, and programs find it in
    /// `%header`. For `--input-format lines`
    #[arg(long)]
    pub header: bool,
    /// Write events to a file instead of standard output; one that ends in .gz or .zst is compressed
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What is written of each event
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    pub emit: Emit,
    /// What becomes of an event whose program fails
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    pub on_error: OnError,
    /// What becomes of an event whose program says `abort`
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    pub on_abort: OnAbort,
    /// Write failed and aborted events to a file, with the reason and the place of each
    #[arg(long, value_name = "FILE")]
    pub errors: Option<PathBuf>,
    /// How many workers run the program, four a core at most; events keep their order [default: the number of cores]
    #[arg(short = 'j', long, value_name = "N", value_parser = threads)]
    pub threads: Option<usize>,
    /// Sort the keys of every object that is written
    #[arg(long)]
    pub sort_keys: bool,
    /// Say at the end how much was read, how long each stage took, and how often look-ups were known already
    #[arg(long)]
    pub stats: bool,
}

/// How events stand in the input.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum InputFormat {
    /// One JSON value a line
    #[default]
    Ndjson,
    /// Each line becomes {"message": line}
    Lines,
    /// One JSON value, or an array of events
    Json,
}

/// What is written of each event.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum Emit {
    /// The event after the program
    #[default]
    Event,
    /// The value of the program's last expression
    Result,
}

/// What becomes of an event whose program fails.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum OnError {
    /// It is passed on unchanged
    #[default]
    Keep,
    /// It is left out
    Drop,
    /// The run stops
    Fail,
}

/// What becomes of an event whose program says `abort`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum OnAbort {
    /// It is left out
    #[default]
    Drop,
    /// It is passed on unchanged
    Keep,
}

/// What `vrlet check` takes.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  vrlet check *.vrl\n  vrlet check --format json -c vrlet.toml enrich.vrl\n  vrlet check -e '.a = to_int(.b)'\n  vrlet check --fix enrich.vrl"
)]
pub struct CheckArguments {
    /// The scripts; `-` is standard input
    #[arg(value_name = "SCRIPT", conflicts_with = "expression")]
    pub scripts: Vec<PathBuf>,
    /// The program itself instead of scripts
    #[arg(short, long, value_name = "PROGRAM", allow_hyphen_values = true)]
    pub expression: Option<String>,
    #[command(flatten)]
    pub setting: Setting,
    /// Mend what can be mended without changing what a program means, then check. Scripts are written; a
    /// program from standard input or the command line goes to standard output
    #[arg(long, conflicts_with = "format")]
    pub fix: bool,
    /// For people, or one JSON object a line for tools
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub format: Format,
}

/// What `vrlet explain` takes.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  vrlet explain E103\n  vrlet explain")]
pub struct ExplainArguments {
    /// The code, as `E103` or `103`; without it all are listed
    pub code: Option<String>,
}

/// What `vrlet functions` takes.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  vrlet functions\n  vrlet functions parse_regex\n  vrlet functions --format json"
)]
pub struct FunctionsArguments {
    /// The function to explain; without it all are listed
    pub name: Option<String>,
    /// For people, or JSON for tools
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub format: Format,
}

/// What `vrlet disasm` takes.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  vrlet disasm enrich.vrl\n  vrlet disasm -e '.a = .b + 1 ?? 0'"
)]
pub struct DisasmArguments {
    /// The script; `-` is standard input
    #[arg(conflicts_with = "expression")]
    pub script: Option<PathBuf>,
    /// The program itself instead of a script
    #[arg(short, long, value_name = "PROGRAM", allow_hyphen_values = true)]
    pub expression: Option<String>,
    #[command(flatten)]
    pub setting: Setting,
}

/// What `vrlet repl` takes.
#[derive(Args, Debug)]
#[command(after_help = format!("{REPL_EXAMPLES}\n\n{REPL_EXIT}"))]
pub struct ReplArguments {
    /// The file whose events the prompt works on; one that is compressed with gzip or Zstandard is decompressed
    pub input: Option<PathBuf>,
    #[command(flatten)]
    pub setting: Setting,
    /// How events stand in the file [default: what its name and its first line say]
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    pub input_format: Option<InputFormat>,
}

const REPL_EXAMPLES: &str = "\
Examples:
  vrlet repl
  vrlet repl events.ndjson --table protocol=protocols.csv
  echo '.level = upcase!(.level)' | vrlet repl events.ndjson

`:help` lists the commands of the prompt.";

const REPL_EXIT: &str = "\
Exit status:
  0    at a terminal; or every line from a pipe went through
  1    some line from a pipe failed
  2    bad usage, a file that can't be read";

/// What `vrlet test` takes.
#[derive(Args, Debug)]
#[command(after_help = format!("{TEST_EXAMPLES}\n\n{}", exit::TEST_HELP))]
pub struct TestArguments {
    /// Scripts with cases, folders of them, Vector configurations (.toml, .yaml); without one, the
    /// working directory
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub setting: Setting,
    /// Run only the cases whose `FILE: NAME` has this text in it
    #[arg(long, value_name = "TEXT")]
    pub filter: Option<String>,
    /// Write what comes out as what is expected; look at the difference before you keep it
    #[arg(long)]
    pub update: bool,
    /// Let --update write even under CI=true
    #[arg(long, requires = "update")]
    pub force: bool,
    /// Run again whenever a file changes, until Ctrl-C
    #[arg(long)]
    pub watch: bool,
    /// Stop at the first case that fails
    #[arg(long)]
    pub fail_fast: bool,
    /// How many files run at a time [default: the number of cores]
    #[arg(short = 'j', long, value_name = "N", value_parser = threads)]
    pub threads: Option<usize>,
    /// How the results are printed
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub format: TestFormat,
    /// Write the results as JUnit XML as well
    #[arg(long, value_name = "FILE")]
    pub junit: Option<PathBuf>,
    /// Show which lines and which ways of the scripts ran
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub coverage: Option<CoverageFormat>,
    /// Where the coverage goes [default: standard output for text, else lcov.info or coverage.html]
    #[arg(long, value_name = "FILE", requires = "coverage")]
    pub coverage_file: Option<PathBuf>,
    /// Fail when fewer of the lines and ways, in per cent of both together, ran
    #[arg(long, value_name = "N", value_parser = percentage)]
    pub coverage_min: Option<f64>,
}

const TEST_EXAMPLES: &str = "\
Examples:
  vrlet test
  vrlet test enrich.vrl --watch
  vrlet test -c vrlet.toml scripts --filter 'private address'
  vrlet test --update enrich.vrl
  vrlet test --coverage text --coverage-min 90 scripts
  vrlet test vector.yaml --junit results.xml";

/// How the results of tests are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum TestFormat {
    /// For people: a line a file, and all about what failed
    #[default]
    Pretty,
    /// The Test Anything Protocol, version 14
    Tap,
    /// One JSON object a case, a line each, and one for all
    Json,
}

/// How coverage is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum CoverageFormat {
    /// A table, with what never ran
    Text,
    /// For tools
    Lcov,
    /// A page with the scripts
    Html,
}

/// For whom something is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// For tools
    Json,
}

/// A share of a whole.
fn percentage(text: &str) -> Result<f64, String> {
    let number = text.trim_end_matches('%').parse().ok();
    number
        .filter(|number| (0.0..=100.0).contains(number))
        .ok_or_else(|| "expected a number from 0 to 100".to_owned())
}

/// A number of workers; more than there are cores anywhere is a slip.
fn threads(text: &str) -> Result<usize, String> {
    const MOST: usize = 256;
    let number = text.parse().ok().filter(|number| (1..=MOST).contains(number));
    number.ok_or_else(|| format!("expected a number from 1 to {MOST}"))
}

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  vrlet completions bash > ~/.local/share/bash-completion/completions/vrlet
  vrlet completions zsh > ~/.zfunc/_vrlet      # a folder of $fpath
  vrlet completions fish > ~/.config/fish/completions/vrlet.fish";

/// What `vrlet completions` takes.
#[derive(Args, Debug)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

const MAN_EXAMPLES: &str = "\
Examples:
  vrlet man | man -l -
  vrlet man run > vrlet-run.1";

/// What `vrlet man` takes.
#[derive(Args, Debug)]
#[command(after_help = MAN_EXAMPLES)]
pub struct ManArguments {
    /// One of the commands, such as `run`
    pub command: Option<String>,
}

//! `vrlet test`: runs the tests of scripts, shows or updates their expectations, measures coverage.

mod coverage;
mod execute;
mod format;
mod json;
mod junit;
mod pretty;
mod stats;
mod tap;
mod watch;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use vrlet::function::{FixedEnvironment, NoNetwork};
use vrlet_fixture::{Begin, Coverage, SetupError, Suite, TestEnvironment, find};

use crate::arguments::{TestArguments, TestFormat};
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::program::builder;
use crate::terminal::{self, Terminal};
use execute::Plan;
use format::Format;
use stats::Stats;

/// Runs tests and prints what came of them.
///
/// # Errors
/// Where there is nothing to run, or what programs may use can't be had.
pub fn test(arguments: &TestArguments, terminal: &Terminal) -> Result<Exit, CliError> {
    let is_ci = std::env::var("CI").is_ok_and(|value| matches!(value.as_str(), "true" | "1"));
    if arguments.update && is_ci && !arguments.force {
        return Err(CliError::new("`--update` writes no expectations where `CI=true`")
            .help("run it at home and commit what it writes, or say `--force` as well"));
    }
    let paths = match arguments.paths.as_slice() {
        [] => vec![PathBuf::from(".")],
        paths => paths.to_vec(),
    };
    if !arguments.watch {
        return round(arguments, &paths, terminal, &mut BTreeSet::new());
    }
    let watch = watch::Watch {
        paths: &paths,
        config: arguments.setting.config.as_deref(),
        written: arguments.junit.iter().cloned().chain(coverage::file(arguments)).collect(),
    };
    let mut touched = BTreeSet::new();
    loop {
        let mut files = watch.look(&touched);
        watch::clear(terminal);
        // What is wrong now may be mended with the next change.
        if let Err(error) = round(arguments, &paths, terminal, &mut touched) {
            terminal.print_error(&error);
        }
        // What was read now for the first time is taken as it is.
        for (path, state) in watch.look(&touched) {
            if touched.contains(&path) {
                files.entry(path).or_insert(state);
            }
        }
        terminal.say("\nwaiting for a change; Ctrl-C ends\n");
        watch.wait(&files, &touched);
    }
}

/// Runs everything once.
fn round(
    arguments: &TestArguments,
    paths: &[PathBuf],
    terminal: &Terminal,
    touched: &mut BTreeSet<PathBuf>,
) -> Result<Exit, CliError> {
    let machine: Begin = Arc::from(builder(&arguments.setting)?);
    let begin = Arc::clone(&machine);
    let environment = TestEnvironment {
        // A test sees of the world what it says itself.
        builder: Arc::new(move || {
            begin().environment(FixedEnvironment::default()).network(NoNetwork)
        }),
        machine,
        coverage: arguments.coverage.is_some() || arguments.coverage_min.is_some(),
    };
    let mut suites = find(paths)?;
    let is_wanted = |suite: &Suite, name: &str| {
        let full = || format!("{}: {name}", suite.path.display());
        arguments.filter.as_ref().is_none_or(|text| full().contains(text.as_str()))
    };
    let all: usize = suites.iter().map(|suite| suite.names().len()).sum();
    suites.retain(|suite| suite.names().iter().any(|name| is_wanted(suite, name)));
    if let (true, Some(text)) = (suites.is_empty(), &arguments.filter) {
        let message = format!("`{text}` stands in none of the {all} names of cases");
        return Err(CliError::new(message)
            .help("a name is `FILE: NAME`; `vrlet test --format tap` shows them all"));
    }
    if arguments.update {
        update(&suites, &environment, &is_wanted, terminal)?;
        suites = find(paths)?;
    }
    let plan =
        Plan { suites: &suites, environment: &environment, is_wanted: &is_wanted, arguments };
    let mut format: Box<dyn Format> = match arguments.format {
        TestFormat::Pretty => Box::new(pretty::Pretty::new(terminal)),
        TestFormat::Tap => Box::new(tap::Tap::default()),
        TestFormat::Json => Box::new(json::Json),
    };
    let (mut stats, mut verdicts, mut covered) =
        (Stats::default(), Vec::new(), Coverage::default());
    execute::execute(&plan, &mut |report| {
        covered.merge(report.coverage);
        touched.extend(report.touched);
        stats.add(&report.verdicts);
        let printed = terminal::print(&format.file(&report.verdicts));
        verdicts.extend(report.verdicts);
        printed
    })?;
    if arguments.fail_fast {
        let all = suites
            .iter()
            .map(|suite| suite.names().iter().filter(|name| is_wanted(suite, name)).count());
        stats.unreached = all.sum::<usize>().saturating_sub(verdicts.len());
    }
    terminal::print(&format.end(&stats))?;
    if let Some(file) = &arguments.junit {
        fs::write(file, junit::document(&verdicts))
            .map_err(|error| CliError::unwritable(file.display(), &error))?;
    }
    let is_enough = coverage::show(&covered, arguments, terminal)?;
    Ok(stats.exit().max(if is_enough { Exit::Success } else { Exit::TestFailed }))
}

/// Writes the expectations of all files, and says which changed.
fn update(
    suites: &[Suite],
    environment: &TestEnvironment,
    is_wanted: &dyn Fn(&Suite, &str) -> bool,
    terminal: &Terminal,
) -> Result<(), CliError> {
    for suite in suites {
        for file in suite.update(environment, &|name| is_wanted(suite, name))? {
            terminal.say(&format!("updated {}\n", file.display()));
        }
    }
    Ok(())
}

impl From<SetupError> for CliError {
    fn from(SetupError { message, help }: SetupError) -> Self {
        Self { message, help }
    }
}

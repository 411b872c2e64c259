//! Runs test files in parallel and reports them in the order of the files.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use vrlet_fixture::{Ending, Report, Suite, TestEnvironment};

use crate::arguments::TestArguments;
use crate::cli_error::CliError;

/// What runs.
pub struct Plan<'a> {
    /// The files.
    pub suites: &'a [Suite],
    /// What their cases have in common.
    pub environment: &'a TestEnvironment,
    /// Which cases are wanted.
    pub is_wanted: &'a (dyn Fn(&Suite, &str) -> bool + Sync),
    /// How they run.
    pub arguments: &'a TestArguments,
}

/// Runs everything; `take` gets the report of each file, in the order of the files.
///
/// # Errors
/// Those of `take`.
pub fn execute(
    plan: &Plan<'_>,
    take: &mut dyn FnMut(Report) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let workers = plan.arguments.threads.unwrap_or_else(cores).min(plan.suites.len());
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (sender, reports) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (sender, next, stop) = (sender.clone(), &next, &stop);
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(suite) = plan.suites.get(number) else { break };
                    if sender.send((number, run(plan, suite, stop))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut printed = 0;
        let mut taken = Ok(());
        for (number, report) in reports {
            waiting.insert(number, report);
            while let Some(report) = waiting.remove(&printed) {
                printed += 1;
                taken = taken.and_then(|()| take(report));
            }
            stop.fetch_or(taken.is_err(), Ordering::Relaxed);
        }
        taken
    })
}

fn run(plan: &Plan<'_>, suite: &Suite, stop: &AtomicBool) -> Report {
    suite.run(plan.environment, &|name| (plan.is_wanted)(suite, name), &mut |verdict| {
        if plan.arguments.fail_fast && matches!(verdict.ending, Ending::Differs(_)) {
            stop.store(true, Ordering::Relaxed);
        }
        !stop.load(Ordering::Relaxed)
    })
}

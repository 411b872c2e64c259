//! vrlet and the reference engine over the same programs: what compiles, with which codes, what comes
//! out, what becomes of the event.
//!
//! The programs are the cases of the rules, the examples of every builtin, the fixtures of the tests, and
//! random ones. Both engines are strict and in UTC. What may differ is said by rules; nothing else may.

mod arguments;
mod cases;
mod compare;
mod corpus;
mod excuse;
mod generate;
mod page;
mod plain;
mod random;
mod reference;
mod report;
mod rules;
mod run;
mod shrink;
mod syntax;
mod tree;
mod usage;
mod verdict;
mod vrlet_engine;
mod wire;

use std::cell::RefCell;
use std::io;
use std::process::ExitCode;
use std::thread;

use arguments::{Arguments, Task};
use compare::{Comparison, Figures};
use reference::Reference;
use vrlet_engine::VrletEngine;

/// Room for trees of programs on their way to smaller ones.
const STACK: usize = 64 << 20;

fn main() -> ExitCode {
    let arguments = match Arguments::read(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(message) => return refuse(&message),
    };
    vrlet_engine::hide_panics();
    let work = thread::Builder::new().stack_size(STACK).spawn(move || work(&arguments));
    match work.map(thread::JoinHandle::join) {
        Ok(Ok(Ok(true))) => ExitCode::SUCCESS,
        Ok(Ok(Ok(false))) => ExitCode::FAILURE,
        Ok(Ok(Err(message))) => refuse(&message),
        Ok(Err(_)) => refuse("the comparison itself panicked"),
        Err(error) => refuse(&error.to_string()),
    }
}

fn refuse(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}

/// Whether all is as it should be.
fn work(arguments: &Arguments) -> Result<bool, String> {
    if arguments.task == Task::WritePage {
        return page::write(&arguments.repository).map(|()| true);
    }
    // Both engines read schemas and the like from here.
    std::env::set_current_dir(&arguments.repository).map_err(|error| error.to_string())?;
    let mut comparison = Comparison {
        reference: RefCell::new(Reference::start().map_err(|error| error.to_string())?),
        vrlet: VrletEngine::new(),
        rules: rules::all(),
        figures: Figures::default(),
    };
    if arguments.task == Task::Ask {
        return ask(&comparison).map(|()| true);
    }
    run::run(arguments, &mut comparison)
}

/// Prints what both make of the programs of the standard input.
fn ask(comparison: &Comparison) -> Result<(), String> {
    for line in io::stdin().lines() {
        let source = line.map_err(|error| error.to_string())?.replace('⏎', "\n");
        let events = ["{}".to_owned()];
        report::show("", &source, &events, &comparison.ask(&source, &events));
    }
    Ok(())
}

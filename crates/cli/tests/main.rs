//! The command as its users meet it: arguments and files in; standard output, standard error, files and
//! exit status out.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod bad_input;
mod check;
mod config;
mod disasm;
mod explain;
mod fix;
mod flags;
mod formats;
mod functions;
mod order;
mod outputs;
mod pages;
mod paths;
#[cfg(unix)]
mod person;
#[cfg(unix)]
mod prompt;
mod readme;
mod repl;
mod sandbox;
mod stats;
mod streams;
mod tables;
mod test;
mod usage;
mod vector;
#[cfg(unix)]
mod walkthrough;
mod world;

//! The command as its users meet it: arguments and files in; standard output, standard error, files and
//! exit status out.

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
#[cfg(unix)]
mod person;
#[cfg(unix)]
mod prompt;
mod repl;
mod sandbox;
mod streams;
mod tables;
mod test;
mod usage;
mod vector;
mod world;

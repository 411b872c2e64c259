//! What a builtin function is: the contract between the language and its two hundred builtins.
//!
//! A builtin is one [`Function`] constant in a file of its own: what a user reads (name, parameters,
//! result, examples) and what runs ([`Body`]). It knows values and this contract, nothing of parser,
//! compiler or machine. The checker proves that arguments are of the declared kinds, or the machine
//! guards them, so a body never checks its arguments again.

mod argument;
mod call;
mod closure;
mod failure;
mod function;
mod host;
mod limits;
mod param;
pub mod prelude;
mod registry;
mod secrets;
mod site;
mod table;
mod type_def;
mod worker;

pub use argument::{FromValue, Unpack};
pub use call::{Call, Place};
pub use closure::{Closure, ClosureParam, ClosureSignature};
pub use failure::{Failure, Message};
pub use function::{Body, Category, Example, Function, Prepared, Transition};
pub use host::{
    Clock, Environment, Files, FixedClock, FixedEnvironment, Generator, Host, HttpRequest,
    HttpResponse, Interrupt, Level, Log, Network, NoClock, NoEnvironment, NoFiles, NoLog,
    NoNetwork, NoRandom, Random, Record, Resolving, SeededRandom, SystemClock,
};
pub use limits::Limits;
pub use param::{Binding, Literal, Param, optional, required};
pub use registry::Registry;
pub use secrets::Secrets;
pub use site::{Field, PlaceArgument, Refusal, Site};
pub use table::{Case, Condition, Search, SearchError, Table, Tables};
pub use type_def::TypeDef;
pub use worker::Worker;

/// The search for the name that was meant, for refusals.
pub use vrlet_diagnostic::nearest;

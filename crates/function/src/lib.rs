//! What a builtin function is: the contract between the language and its two hundred builtins.
//!
//! A builtin is one [`Function`] constant in a file of its own: what a user reads (name, parameters,
//! result, examples) and what runs ([`Body`]). It knows values and this contract, nothing of parser,
//! compiler or machine. The checker proves that arguments are of the declared kinds, or the machine
//! guards them, so a body never checks its arguments again.

mod arg;
mod arg_type;
mod call;
mod closure;
mod context;
mod factory;
mod failure;
mod function;
mod host;
mod limits;
mod machine_state;
mod parameter;
pub mod prelude;
mod reach;
mod registry;
mod secrets;
mod table;
mod type_def;

pub use arg::Arg;
pub use arg_type::ArgType;
pub use call::{Call, Place};
pub use closure::{Closure, ClosureParam, ClosureSignature};
pub use context::{ArgumentError, ArgumentWarning, CallContext, FieldArgument, PlaceArgument};
pub use factory::{CompiledBody, Factory, PerMachine, per_machine, stateful};
pub use failure::{Deferred, Failure, Message};
pub use function::{Body, Category, Contract, Example, Function, Transition};
pub use host::{
    Clock, DnsOptions, Environment, Files, FixedClock, FixedEnvironment, Generator, Host,
    HttpRequest, HttpResponse, Interrupt, Level, Log, Network, NoClock, NoEnvironment, NoFiles,
    NoLog, NoNetwork, NoRandom, Random, Record, SeededRandom, SystemClock,
};
pub use limits::Limits;
pub use machine_state::{CacheCounts, MachineState, SharedState, StateKey};
pub use parameter::{Binding, Literal, Param};
pub use reach::Reach;
pub use registry::Registry;
pub use secrets::Secrets;
pub use table::{Case, Condition, Search, SearchError, SearchFactory, Table, Tables};
pub use type_def::TypeDef;

/// The search for the name that was meant, for refusals.
pub use vrlet_diagnostic::nearest;

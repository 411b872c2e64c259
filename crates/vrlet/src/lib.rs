//! An embedded scripting engine for log events that runs VRL programs.
//!
//! Compile a program once, give each thread a [`Vm`], run it over events:
//!
//! ```
//! use vrlet::{Engine, Event, Outcome};
//!
//! let engine = Engine::builder().build();
//! let program = engine.compile(r#".level = upcase(string!(.level)); del(.secret); ."#)?;
//! let mut vm = program.vm();
//!
//! let mut event = Event::from_json(br#"{"level":"info","secret":"x"}"#)?;
//! match vm.run(&mut event)? {
//!     Outcome::Value(_) => assert_eq!(event.to_json(), r#"{"level":"INFO"}"#),
//!     Outcome::Aborted(reason) => eprintln!("left out: {reason:?}"),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! An [`Engine`] holds what programs may use: functions, tables, the world outside, limits. A
//! [`Program`] is immutable and shared by threads. Nothing is global.

mod analysis;
mod compile_error;
mod engine;
mod event;
mod program;
mod run_error;
mod session;
mod system;
mod vm;

pub use analysis::{Analysis, AssignmentAt, CallAt, Mention, TypeAt, VariableUse};
pub use compile_error::CompileError;
pub use engine::{Builder, Engine};
pub use event::{Event, EventParts};
pub use program::Program;
pub use run_error::RunError;
pub use session::{Prepared, Session, Variable};
#[cfg(feature = "network")]
pub use system::SystemNetwork;
pub use system::{FilesBelow, SystemEnvironment, SystemFiles, SystemRandom};
pub use vm::Vm;

/// A program as text, for tools that show it while it is written.
pub mod syntax {
    pub use vrlet_parser::{
        KEYWORDS, RESERVED_WORDS, TokenKind, is_keyword, is_reserved, is_unfinished, tokens,
    };
}

/// Which functions other engines have, and which cargo features bring them, for references and advice.
pub mod names {
    pub use vrlet_compiler::{
        REMOVED_FUNCTIONS, VECTOR_FUNCTIONS, VRL_FUNCTIONS, instead_of_removed,
    };
    pub use vrlet_stdlib::{FEATURES, Feature};
}

pub use chrono_tz::{TZ_VARIANTS as TIMEZONES, Tz};
pub use vrlet_compiler::uses::{Names, Outside, Paths, Places, TableUse, Uses};
pub use vrlet_compiler::{NotAPath, ReadOnly, TypeEnv, TypedVariable};
pub use vrlet_diagnostic as diagnostic;
pub use vrlet_diagnostic::Diagnostic;
pub use vrlet_enrichment as enrichment;
pub use vrlet_enrichment::CsvTable;
#[cfg(feature = "mmdb")]
pub use vrlet_enrichment::MmdbTable;
pub use vrlet_function as function;
pub use vrlet_function::{Interrupt, Limits, Secrets};
pub use vrlet_value as value;
pub use vrlet_value::{Key, Object, Text, Value};
pub use vrlet_vm::{CoverageProbe, Outcome, ProbeKind};

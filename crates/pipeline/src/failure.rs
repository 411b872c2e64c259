//! `FailureRecord`: one event that did not go through, with its reason and place.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use vrlet::diagnostic::LineColumn;
use vrlet::value::json;
use vrlet::{Event, Program, RunError, Text, Value};

use crate::position::SourcePos;

/// An event that did not go through.
#[derive(Clone, Debug)]
pub struct FailureRecord {
    /// Where it stands in the input; for what is no event, where it stops being one.
    pub position: SourcePos,
    /// Why it did not go through.
    pub failure: Failure,
}

/// Why an event did not go through, and what it was.
#[derive(Clone)]
pub enum Failure {
    /// The program failed.
    Failed {
        /// The cause, with its place in the program.
        error: RunError,
        /// The program, which may have been replaced since.
        program: Program,
        /// The event as it was.
        event: Event,
    },
    /// The program said `abort`.
    Aborted {
        /// What it said.
        reason: Option<String>,
        /// The event as it was.
        event: Event,
    },
    /// It is no event.
    Unreadable {
        /// What is wrong with it.
        message: String,
        /// Its bytes.
        bytes: Text,
    },
}

impl Failure {
    /// A word for it that stays the same, for labels of metrics and columns of tables.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Failed { error, .. } if error.stopped => "limit_met",
            Self::Failed { .. } => "program_failed",
            Self::Aborted { .. } => "aborted",
            Self::Unreadable { .. } => "unreadable",
        }
    }
}

impl FailureRecord {
    /// The cause in one line; `script` is what it calls the program.
    #[must_use]
    pub fn message(&self, script: &str) -> String {
        match &self.failure {
            Failure::Failed { error, .. } => {
                let LineColumn { line, column } = error.position;
                format!("{script}:{line}:{column}: {}", error.message)
            }
            Failure::Aborted { reason: Some(reason), .. } => format!("aborted: {reason}"),
            Failure::Aborted { reason: None, .. } => "aborted".to_owned(),
            Failure::Unreadable { message, .. } => message.clone(),
        }
    }

    /// Appends the record to a buffer as a line of JSON: `error` says why, `source` and `line` where, and
    /// `event` is the event as it was; what is no event is its text. What is not UTF-8 has U+FFFD in its
    /// place there, so the bytes of such a line follow, as `base64`.
    pub fn append_json(&self, script: &str, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"error\":");
        json::write(&self.message(script).into(), out);
        out.extend_from_slice(b",\"source\":");
        json::write(&Value::from(&*self.position.source), out);
        out.extend_from_slice(b",\"line\":");
        out.extend_from_slice(self.position.line.to_string().as_bytes());
        out.extend_from_slice(b",\"event\":");
        let text = match &self.failure {
            Failure::Failed { event, .. } | Failure::Aborted { event, .. } => {
                event.append_json(out);
                event.original_text()
            }
            Failure::Unreadable { bytes, .. } => {
                json::write(&bytes.clone().into(), out);
                Some(bytes)
            }
        };
        if let Some(text) = text.filter(|text| !text.is_utf8()) {
            out.extend_from_slice(b",\"base64\":\"");
            out.extend_from_slice(BASE64_STANDARD.encode(text.as_bytes()).as_bytes());
            out.push(b'"');
        }
        out.extend_from_slice(b"}\n");
    }

    /// Lets go of the chunk of input that the event was read from, for a host that keeps the record.
    pub fn detach(&mut self) {
        match &mut self.failure {
            Failure::Failed { event, .. } | Failure::Aborted { event, .. } => event.detach(),
            Failure::Unreadable { bytes, .. } => bytes.detach(),
        }
    }
}

impl std::fmt::Debug for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Failed { error, event, program: _ } => f
                .debug_struct("Failed")
                .field("error", error)
                .field("event", event)
                .finish_non_exhaustive(),
            Self::Aborted { reason, event } => {
                f.debug_struct("Aborted").field("reason", reason).field("event", event).finish()
            }
            Self::Unreadable { message, bytes } => f
                .debug_struct("Unreadable")
                .field("message", message)
                .field("bytes", bytes)
                .finish(),
        }
    }
}

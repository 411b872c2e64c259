//! The diagnostic: an error or a warning with its code, message, labelled spans, notes and edits.

use crate::{Code, Span};

/// How bad it is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Severity {
    /// The program does not compile.
    Error,
    /// The program compiles, but something in it deserves a look.
    Warning,
}

/// A piece of source with a short remark beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The piece of source.
    pub span: Span,
    /// The remark; empty where the caret says enough.
    pub text: String,
    /// Whether this label marks the culprit; others give context.
    pub primary: bool,
}

/// A line below the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// What to type instead.
    Help(String),
    /// Background that explains the verdict.
    Note(String),
}

/// A replacement of source text that mends the program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What stands there instead.
    pub replacement: String,
    /// Whether the edit keeps the meaning, so that a tool may apply it unasked.
    pub safe: bool,
}

/// An error or a warning about a program: code, cause, place, and a way out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// The stable code, numbered as VRL numbers it.
    pub code: Code,
    /// The cause in one line: lower case, no full stop.
    pub message: String,
    /// Where; the first primary label is the place of the diagnostic.
    pub labels: Vec<Label>,
    /// Lines below the source.
    pub notes: Vec<Note>,
    /// Edits that mend it.
    pub edits: Vec<Edit>,
}

impl Diagnostic {
    /// An error without a place yet.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            labels: Vec::new(),
            notes: Vec::new(),
            edits: Vec::new(),
        }
    }

    /// A warning without a place yet.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Marks the culprit.
    #[must_use]
    pub fn primary(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), primary: true });
        self
    }

    /// Marks a piece of source that gives context.
    #[must_use]
    pub fn secondary(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), primary: false });
        self
    }

    /// Adds what to type instead.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.notes.push(Note::Help(text.into()));
        self
    }

    /// Adds background.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(Note::Note(text.into()));
        self
    }

    /// Adds an edit that mends the program.
    #[must_use]
    pub fn edit(mut self, span: Span, replacement: impl Into<String>, safe: bool) -> Self {
        self.edits.push(Edit { span, replacement: replacement.into(), safe });
        self
    }

    /// The span of the first primary label: the place of the diagnostic.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.iter().find(|label| label.primary).map(|label| label.span)
    }
}

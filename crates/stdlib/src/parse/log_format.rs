//! The formats of log lines: one expression each, whose groups become fields of their kinds.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

/// The time format of access logs.
pub(super) const ACCESS_TIME: &str = "%d/%b/%Y:%T %z";

/// A kind of lines.
pub(super) struct LogFormat {
    /// What it is called in failures.
    pub(super) name: &'static str,
    /// The function that reads it, as a program calls it.
    pub(super) function: &'static str,
    /// The expression in parts; its groups are the fields, in the order of [`LogFormat::fields`].
    pub(super) parts: &'static [&'static [Part]],
    /// The groups.
    pub(super) fields: &'static [LogField],
    /// How it writes times.
    pub(super) time: &'static str,
}

/// A part of a format's expression.
pub(super) struct Part {
    /// What it stands for, in failures.
    pub(super) what: &'static str,
    pub(super) pattern: &'static str,
}

/// A part.
pub(super) const fn part(what: &'static str, pattern: &'static str) -> Part {
    Part { what, pattern }
}

/// A group of a format.
pub(super) struct LogField {
    pub(super) name: &'static str,
    pub(super) content: Content,
    /// What a program is told of the field; empty where it is told nothing.
    kinds: KindSet,
    /// Whether there can be several, of which the last counts.
    pub(super) list: bool,
}

impl LogField {
    const fn new(name: &'static str, content: Content) -> Self {
        let kinds = match content {
            Content::Text | Content::Severity => STRING,
            Content::Integer => INTEGER,
            Content::Float => FLOAT,
            Content::Time | Content::TimeOfYear => TIMESTAMP,
            Content::Lists => ARRAY,
        };
        Self { name, content, kinds, list: false }
    }

    /// A text.
    pub(super) const fn text(name: &'static str) -> Self {
        Self::new(name, Content::Text)
    }

    /// A whole number.
    pub(super) const fn integer(name: &'static str) -> Self {
        Self::new(name, Content::Integer)
    }

    /// A number.
    pub(super) const fn float(name: &'static str) -> Self {
        Self::new(name, Content::Float)
    }

    /// The time of the line.
    pub(super) const fn time(name: &'static str) -> Self {
        Self::new(name, Content::Time)
    }

    /// The letter of a severity, as Google's logging libraries write it.
    pub(super) const fn severity(name: &'static str) -> Self {
        Self::new(name, Content::Severity)
    }

    /// The time of a line that leaves the year out.
    pub(super) const fn time_of_year(name: &'static str) -> Self {
        Self::new(name, Content::TimeOfYear)
    }

    /// Where lists of the line have several elements: an object for the first of each, one for the second,
    /// and so on. No group has it.
    pub(super) const fn lists(name: &'static str) -> Self {
        Self::new(name, Content::Lists).or_missing()
    }

    /// To a program it may be null, although it is missing then, as VRL has it.
    pub(super) const fn or_null(self) -> Self {
        Self { kinds: self.kinds.or(NULL), ..self }
    }

    /// There can be several, as nginx separates them; the last one counts.
    pub(super) const fn last_of_list(self) -> Self {
        Self { list: true, ..self }
    }

    /// It may be missing.
    pub(super) const fn or_missing(self) -> Self {
        Self { kinds: self.kinds.or(KindSet::UNDEFINED), ..self }
    }

    /// To a program it is something else, as VRL has it.
    pub(super) const fn declared_as(self, kinds: KindSet) -> Self {
        Self { kinds, ..self }
    }
}

/// What a field holds.
#[derive(Clone, Copy)]
pub(super) enum Content {
    Text,
    Integer,
    Float,
    Time,
    TimeOfYear,
    Severity,
    Lists,
}

impl LogFormat {
    /// The kind of the objects.
    pub(super) fn kind(&self) -> Kind {
        let fields = self.fields.iter().filter(|field| !field.kinds.is_empty());
        let fields = fields.map(|field| (Key::from_static(field.name), Kind::from(field.kinds)));
        Kind::object(Collection::of_fields(fields))
    }

    /// The parts of the expression.
    pub(super) fn parts(&self) -> impl Iterator<Item = &'static Part> {
        self.parts.iter().flat_map(|parts| parts.iter())
    }
}

//! Field names of a query: reserved attributes, tags and `@` attributes as paths of an event.

use vrlet_function::prelude::*;

use super::condition::{Bound, Comparison, Condition, Edge};
use super::lexer::Word;

/// A condition on a field.
#[derive(Clone)]
pub(in crate::object) struct Test {
    field: SearchedField,
    condition: Condition,
}

/// Where a query looks.
#[derive(Clone)]
enum SearchedField {
    /// Words in texts: the message, or all places where a log says something to people.
    Texts(Vec<Path>),
    /// An attribute of the log's own, such as `@http.status`.
    Attribute(Path),
    /// One that Datadog keeps for itself, such as `host`; numbers are compared as text there.
    Reserved(Path),
    /// The tags themselves.
    Tags,
    /// The values of tags with this name: what stands after `name:`.
    Tag(String),
}

/// Attributes that are not tags although no `@` stands before them.
const RESERVED: &[&str] = &["host", "service", "source", "status", "timestamp", "trace_id"];

/// The places where words without the name of a field are looked for.
const TEXTS: &[&[&str]] = &[
    &["message"],
    &["custom", "error", "message"],
    &["custom", "error", "stack"],
    &["custom", "title"],
    &["_default_"],
];

/// The value that a query asks a field for.
pub(super) enum Wanted {
    /// Words as they stand.
    Phrase(String),
    /// A word, perhaps with wildcards.
    Word(Word),
    /// A comparison with a word.
    Compared(Comparison, Word),
    /// A range.
    Range(Edge, Edge),
}

impl Test {
    /// The test of a field for a value.
    pub(super) fn new(name: &str, wanted: Wanted) -> Result<Self, String> {
        let field = SearchedField::named(name)?;
        let words = matches!(field, SearchedField::Texts(_));
        let condition = match wanted {
            Wanted::Word(word) => match word.plain() {
                _ if words => Condition::words(&word.text()),
                Some(text) => Some(Condition::Equals(text.to_owned())),
                None if word.is_star() => match field {
                    // A tag without a value has none to be anything.
                    SearchedField::Tag(_) => Condition::whole(&word.parts),
                    _ => Some(Condition::Exists),
                },
                None => Condition::whole(&word.parts),
            },
            Wanted::Phrase(text) if words => Condition::words(&text),
            Wanted::Phrase(text) => Some(Condition::Equals(text)),
            Wanted::Compared(comparison, word) => {
                let bound = Bound::new(word.text().into_owned());
                Some(Condition::Compares(comparison, bound))
            }
            // Without bounds a range asks whether there is such a field, or such a tag.
            Wanted::Range(None, None) => Some(Condition::Exists),
            Wanted::Range(from, to) => Some(Condition::Lies(from, to)),
        };
        let condition = condition.ok_or("a word is too long to be searched for")?;
        Ok(Self { field, condition })
    }

    /// The test whether there is a field.
    pub(super) fn exists(name: &str) -> Result<Self, String> {
        Ok(Self { field: SearchedField::named(name)?, condition: Condition::Exists })
    }

    /// Whether an event passes the test.
    pub(super) fn holds(&self, event: &Object) -> bool {
        match &self.field {
            SearchedField::Texts(paths) => {
                paths.iter().filter_map(|path| get(event, path)).any(|value| {
                    let matches = matches!(self.condition, Condition::Matches(_));
                    (!matches || value.as_text().is_some()) && self.condition.holds(value, false)
                })
            }
            SearchedField::Attribute(path) => {
                get(event, path).is_some_and(|value| self.condition.holds(value, true))
            }
            SearchedField::Reserved(path) => {
                get(event, path).is_some_and(|value| self.condition.holds(value, false))
            }
            SearchedField::Tags => match (event.get("tags"), &self.condition) {
                (Some(_), Condition::Exists) => true,
                (Some(Value::Array(tags)), condition) => {
                    tags.iter().any(|tag| condition.holds(tag, false))
                }
                _ => false,
            },
            SearchedField::Tag(name) => {
                event.get("tags").and_then(Value::as_array).is_some_and(|tags| {
                    tags.iter().filter_map(Value::as_text).any(|tag| self.holds_tag(name, tag))
                })
            }
        }
    }

    fn holds_tag(&self, name: &str, tag: &Text) -> bool {
        let source = tag.to_str();
        let Some(rest) = source.strip_prefix(name) else { return false };
        match (rest.strip_prefix(':'), &self.condition) {
            (Some(value), condition) => condition.holds(&Value::from(value), false),
            (None, Condition::Exists) => rest.is_empty(),
            (None, _) => false,
        }
    }
}

impl SearchedField {
    fn named(name: &str) -> Result<Self, String> {
        let path = |names: &[&str]| -> Path {
            names.iter().map(|name| Step::Field(Key::from(*name))).collect()
        };
        if let Some(attribute) = name.strip_prefix('@') {
            return attribute_path(attribute).map(Self::Attribute);
        }
        Ok(match name {
            "" | "_default_" => Self::Texts(TEXTS.iter().map(|names| path(names)).collect()),
            "message" => Self::Texts(vec![path(&[name])]),
            "tags" => Self::Tags,
            name if RESERVED.contains(&name) => Self::Reserved(path(&[name])),
            name => Self::Tag(name.to_owned()),
        })
    }
}

/// The path after an `@`: names with points between them, indices in brackets.
fn attribute_path(source: &str) -> Result<Path, String> {
    let refused = || {
        format!(
            "`@{source}` is no path of an attribute, write one as `@http.status` or `@list\\[0\\]`"
        )
    };
    let mut steps = Vec::new();
    for name in source.split('.') {
        let (name, indices) = name.split_once('[').unwrap_or((name, ""));
        if name.is_empty() {
            return Err(refused());
        }
        steps.push(Step::Field(Key::from(name)));
        for index in indices.split('[').filter(|index| !index.is_empty()) {
            let index = index.strip_suffix(']').and_then(|index| index.parse().ok());
            steps.push(Step::Index(index.ok_or_else(refused)?));
        }
    }
    Ok(steps.into())
}

fn get<'e>(event: &'e Object, path: &Path) -> Option<&'e Value> {
    let (first, rest) = path.split_first()?;
    match first {
        Step::Field(name) => event.get(name)?.get(rest),
        Step::Index(_) => None,
    }
}

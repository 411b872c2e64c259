//! Error messages of JSON schemas: schemas that are none, values that do not fit.

use jsonschema::error::{TypeKind, ValidationErrorKind as Expected};
use jsonschema::{JsonType, ReferencingError, ValidationError};
use serde_json::Value as Json;

/// How many mismatches, or names, a message lists.
pub(crate) const LISTED: usize = 10;

/// How long a text is that a message shows whole.
const SHOWN: usize = 60;

/// Why a text is no schema.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SchemaError {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<&'static str>,
}

impl SchemaError {
    pub(crate) fn json(error: &serde_json::Error) -> Self {
        Self { message: format!("the schema is no JSON: {error}"), help: None }
    }

    pub(crate) fn of(error: &ValidationError<'_>) -> Self {
        let (message, help) = match (error.kind(), error.instance().as_ref()) {
            (Expected::Referencing(error), _) => reference(error),
            (Expected::Custom { .. }, Json::String(format))
                if error.schema_path().as_str().ends_with("/format") =>
            {
                let message =
                    format!("the schema asks for the format `{format}`, which is unknown");
                (message, Some("`ignore_unknown_formats: true` leaves such formats unchecked"))
            }
            _ => (format!("the file is no JSON Schema: {}", mismatch(error)), None),
        };
        Self { message, help }
    }
}

fn reference(error: &ReferencingError) -> (String, Option<&'static str>) {
    let (message, help) = match error {
        ReferencingError::UnknownSpecification { specification: uri } => {
            let help = "the drafts 4, 6, 7, 2019-09 and 2020-12 are known";
            (format!("the schema is of the draft `{uri}`, which is unknown"), help)
        }
        ReferencingError::Unretrievable { uri: place, .. }
        | ReferencingError::PointerToNowhere { pointer: place }
        | ReferencingError::NoSuchAnchor { anchor: place } => {
            let help = "what a schema refers to must stand in its own file";
            (format!("the schema refers to `{place}`, which does not stand in it"), help)
        }
        other => {
            let help = "a reference is a pointer such as `#/$defs/name`";
            (format!("the schema refers to what can't be found: {other}"), help)
        }
    };
    (message, Some(help))
}

/// A place in the JSON, what the schema expects there, and what was found.
pub(crate) fn mismatch(error: &ValidationError<'_>) -> String {
    let path = error.instance_path().as_str();
    let place = if path.is_empty() { "the root".to_owned() } else { format!("`{path}`") };
    format!("{place}: {}", expectation(error))
}

fn expectation(error: &ValidationError<'_>) -> String {
    let found = show(error.instance());
    match error.kind() {
        Expected::Type { kind } => {
            let types = match kind {
                TypeKind::Single(kind) => article(*kind).to_owned(),
                TypeKind::Multiple(kinds) => {
                    kinds.iter().map(article).collect::<Vec<_>>().join(" or ")
                }
            };
            format!("expected {types}, found {found}")
        }
        Expected::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            format!("expected a field `{name}`")
        }
        Expected::AdditionalProperties { unexpected }
        | Expected::UnevaluatedProperties { unexpected } => {
            format!("expected no other fields, found {}", list(unexpected))
        }
        Expected::AdditionalItems { limit } => {
            format!("expected at most {}", count(*limit as u64, "element"))
        }
        Expected::UnevaluatedItems { unexpected } => {
            format!("expected no other elements, found {}", list(unexpected))
        }
        Expected::Enum { options } => match options {
            Json::Array(options) => {
                let options: Vec<_> = options.iter().map(show).collect();
                format!("expected one of {}, found {found}", options.join(", "))
            }
            other => format!("expected {}, found {found}", show(other)),
        },
        Expected::Constant { expected_value } => {
            format!("expected {}, found {found}", show(expected_value))
        }
        Expected::Minimum { limit } => format!("expected at least {limit}, found {found}"),
        Expected::Maximum { limit } => format!("expected at most {limit}, found {found}"),
        Expected::ExclusiveMinimum { limit } => {
            format!("expected more than {limit}, found {found}")
        }
        Expected::ExclusiveMaximum { limit } => {
            format!("expected less than {limit}, found {found}")
        }
        Expected::MultipleOf { multiple_of } => {
            format!("expected a multiple of {multiple_of}, found {found}")
        }
        Expected::MinLength { limit } => {
            format!("expected at least {}, found {found}", count(*limit, "character"))
        }
        Expected::MaxLength { limit } => {
            format!("expected at most {}, found {found}", count(*limit, "character"))
        }
        Expected::MinItems { limit } => {
            format!("expected at least {}, found {found}", count(*limit, "element"))
        }
        Expected::MaxItems { limit } => {
            format!("expected at most {}, found {found}", count(*limit, "element"))
        }
        Expected::MinProperties { limit } => {
            format!("expected at least {}, found {found}", count(*limit, "field"))
        }
        Expected::MaxProperties { limit } => {
            format!("expected at most {}, found {found}", count(*limit, "field"))
        }
        Expected::UniqueItems => "expected elements that all differ".to_owned(),
        Expected::Contains => "expected an element that fits `contains`".to_owned(),
        Expected::Pattern { pattern } => format!("expected a match of `{pattern}`, found {found}"),
        Expected::Format { format } => format!("expected the format `{format}`, found {found}"),
        Expected::ContentEncoding { content_encoding } => {
            format!("expected the encoding `{content_encoding}`, found {found}")
        }
        Expected::ContentMediaType { content_media_type } => {
            format!("expected content of type `{content_media_type}`, found {found}")
        }
        Expected::FromUtf8 { .. } => format!("expected UTF-8 after the encoding, found {found}"),
        Expected::PropertyNames { error } => {
            format!("expected other names: {}", expectation(error))
        }
        Expected::AnyOf { .. } => {
            format!("expected a fit to one of the schemas of `anyOf`, found {found}")
        }
        Expected::OneOfNotValid { .. } => {
            format!("expected a fit to one of the schemas of `oneOf`, found {found}")
        }
        Expected::OneOfMultipleValid { .. } => {
            format!("expected a fit to only one of the schemas of `oneOf`, found {found}")
        }
        Expected::Not { schema } => format!("expected no fit to {}, found {found}", show(schema)),
        Expected::FalseSchema => format!("expected no such value, found {found}"),
        Expected::BacktrackLimitExceeded { .. } => {
            format!("the pattern takes too many attempts at {found}")
        }
        Expected::Custom { message, .. } => message.clone(),
        Expected::Referencing(error) => format!("the schema refers to what is not there: {error}"),
    }
}

fn article(kind: JsonType) -> &'static str {
    match kind {
        JsonType::Array => "an array",
        JsonType::Boolean => "a boolean",
        JsonType::Integer => "an integer",
        JsonType::Null => "null",
        JsonType::Number => "a number",
        JsonType::Object => "an object",
        JsonType::String => "a string",
    }
}

/// A value as JSON, or what it is where that would be long.
fn show(value: &Json) -> String {
    match value {
        Json::Array(items) => format!("an array of {}", count(items.len() as u64, "element")),
        Json::Object(fields) => format!("an object of {}", count(fields.len() as u64, "field")),
        Json::String(text) if text.len() > SHOWN => {
            format!("a string of {}", count(text.chars().count() as u64, "character"))
        }
        other => format!("`{other}`"),
    }
}

fn list(names: &[String]) -> String {
    let shown: Vec<_> = names.iter().take(LISTED).map(|name| format!("`{name}`")).collect();
    match names.len() - shown.len() {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

fn count(number: u64, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

//! Filters: conversions of what a matcher matched (`:integer`, `:json`, `:lowercase`).

use percent_encoding::percent_decode_str;
use vrlet_function::Host;
use vrlet_function::prelude::*;
use vrlet_value::json::{JsonReader, ReadMode};

use super::date::Date;
use super::fields::both;
use super::key_value::KeyValue;
use super::list::List;
use super::number::{as_float, as_integer, number_value};
use super::placeholder::{Argument, Term};
use crate::forked_regex::ForkedRegex;
use crate::parse::shape_cache::ShapeCache;
use crate::parse::{query_string, ruby_hash, xml};

/// A filter.
#[derive(Clone)]
pub(super) enum Filter {
    /// A whole number.
    Integer,
    /// A number with an exponent, cut to a whole one.
    IntegerExt,
    /// A number; a whole one is an integer.
    Number,
    /// Whether the text is `true`.
    Boolean,
    /// Whether the text matches.
    Truth(ForkedRegex),
    /// The time in milliseconds.
    Date(Box<Date>),
    /// Null for one text.
    NullIf(Text),
    Lowercase,
    Uppercase,
    /// A number, multiplied.
    Scale(f64),
    /// The text with its `%XX` decoded.
    UriComponent,
    QueryString(ShapeCache),
    Json(Json),
    RubyHash,
    Xml(xml::XmlReader),
    KeyValue(Box<KeyValue>),
    Array(Box<List<Self>>),
}

/// A reader of JSON, which each machine has for itself.
pub(super) struct Json(JsonReader);

impl Default for Json {
    fn default() -> Self {
        Self(JsonReader::new(ReadMode::Strict))
    }
}

impl Clone for Json {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Filter {
    /// The filter that a placeholder names.
    pub(super) fn named(term: &Term) -> Result<Self, String> {
        Ok(match term.name.as_str() {
            "integer" => Self::Integer,
            "integerExt" => Self::IntegerExt,
            "number" | "numberExt" => Self::Number,
            "boolean" => Self::Boolean,
            "lowercase" => Self::Lowercase,
            "uppercase" => Self::Uppercase,
            "decodeuricomponent" => Self::UriComponent,
            "querystring" => Self::QueryString(ShapeCache::default()),
            "json" => Self::Json(Json::default()),
            "rubyhash" => Self::RubyHash,
            "xml" => Self::Xml(xml_reader()),
            "keyvalue" => Self::KeyValue(Box::new(KeyValue::of(term)?)),
            "array" => Self::Array(Box::new(List::of(term, Self::named)?)),
            "nullIf" => match term.arguments.first().and_then(Argument::as_text) {
                Some(text) => Self::NullIf(text.into()),
                None => return Err(term.misused("a text, as in `nullIf(\"-\")`")),
            },
            "scale" => match term.arguments.first() {
                Some(Argument::Number(factor)) => Self::Scale(*factor),
                _ => return Err(term.misused("a number, as in `scale(1000)`")),
            },
            other => return Err(format!("there is no filter `{other}`")),
        })
    }

    /// The value of a match after the filter; nothing where it can't be read so.
    pub(super) fn apply(&mut self, value: Value, host: &Host) -> Option<Value> {
        if let Self::Scale(factor) = self {
            let number = match &value {
                Value::Integer(number) => as_float(*number),
                Value::Float(number) => number.into_inner(),
                Value::Bytes(text) => text.as_str()?.parse().ok()?,
                _ => return None,
            };
            return Some(number_value(number * *factor));
        }
        let Value::Bytes(text) = value else { return None };
        let source = text.as_str().unwrap_or_default();
        Some(match self {
            Self::Integer => Value::Integer(source.parse().ok()?),
            Self::IntegerExt => Value::Integer(as_integer(source.parse().ok()?)),
            Self::Number => number_value(source.parse().ok()?),
            Self::Boolean => source.eq_ignore_ascii_case("true").into(),
            Self::Truth(regex) => regex.is_match(source).into(),
            Self::Date(date) => Value::Integer(date.read(source, host)?.timestamp_millis()),
            Self::NullIf(nothing) if *nothing == text => Value::Null,
            Self::NullIf(_) => text.into(),
            Self::Lowercase => source.to_lowercase().into(),
            Self::Uppercase => source.to_uppercase().into(),
            Self::UriComponent => Text::from(percent_decode_str(source).decode_utf8_lossy()).into(),
            Self::QueryString(shapes) => {
                let parameters = query_string::read(text, shapes).into_iter();
                parameters
                    .map(|(name, value)| (name, without_empty(value)))
                    .collect::<Object>()
                    .into()
            }
            Self::Json(Json(reader)) => reader.read(&text).ok()?,
            Self::RubyHash => ruby_hash::read(text).ok()?,
            Self::Xml(reader) => reader.read(text).ok()?,
            Self::KeyValue(notation) => notation.read(&text).into(),
            Self::Array(list) => list.read(&text, |filter, element| filter.apply(element, host))?,
            Self::Scale(_) => unreachable!("checked: scaled above"),
        })
    }
}

/// The values of a parameter that are not empty; null where there are none.
fn without_empty(value: Value) -> Value {
    let is_empty = |value: &Value| value.as_text().is_some_and(Text::is_empty);
    match value {
        Value::Array(values) => {
            let values = values.into_vec().into_iter().filter(|value| !is_empty(value));
            values.fold(Value::Null, both)
        }
        value if is_empty(&value) => Value::Null,
        value => value,
    }
}

/// Attributes and elements are fields of the same kind, and all values are text.
fn xml_reader() -> xml::XmlReader {
    xml::XmlReader {
        trim: true,
        attr_prefix: Some(String::new()),
        text_key: Key::from_static("value"),
        always_text_key: false,
        booleans: false,
        nulls: false,
        numbers: false,
    }
}

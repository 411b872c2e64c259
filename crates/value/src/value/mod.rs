//! Values: what a program computes with.
//!
//! Values hold arrays and objects, and these hold values, so all three types are declared here; what
//! arrays and objects can do stands in files of their own.

mod array;
mod object;

use chrono::{DateTime, Utc};
use indexmap::IndexMap;
use ordered_float::NotNan;
use triomphe::Arc;

use crate::seeded_hasher::SeededHasher;
use crate::shape::ShapeRef;
use crate::{Float, Key, Regex, Text};

/// A value of the language: one of nine kinds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A whole number of 64 bits.
    Integer(i64),
    /// A floating point number; never NaN, possibly infinite.
    Float(Float),
    /// An instant with nanoseconds, in UTC.
    Timestamp(DateTime<Utc>),
    /// A regular expression.
    Regex(Regex),
    /// A string: bytes that are usually UTF-8.
    Bytes(Text),
    /// A list.
    Array(Array),
    /// Named values.
    Object(Object),
}

// Every value of every event has this size.
const _: () = assert!(size_of::<Value>() == 32);

/// A list of values, cheap to clone.
#[derive(Clone)]
pub struct Array(Arc<Items>);

#[derive(Clone)]
struct Items {
    values: Vec<Value>,
    /// At least how deep containers are nested below, this array included.
    depth: u32,
}

/// Named values, cheap to clone.
#[derive(Clone)]
pub struct Object(Arc<Fields>);

struct Fields {
    layout: Layout,
    /// At least how deep containers are nested below, this object included.
    depth: u32,
    /// The object as JSON, where it was [cached](Object::with_cached_json).
    json: Option<Box<[u8]>>,
}

/// How the fields of an object lie in memory.
#[derive(Clone)]
pub(crate) enum Layout {
    Shaped { shape: ShapeRef, slots: Vec<Value> },
    Dictionary(Dictionary),
}

/// Fields of an object that has too many for a shape.
pub(crate) type Dictionary = IndexMap<Key, Value, SeededHasher>;

impl Value {
    /// The float, unless it is NaN, which no value can be.
    #[must_use]
    pub fn float(number: f64) -> Option<Self> {
        Float::new(number).map(Self::Float)
    }

    /// A string that borrows a constant of the program.
    #[must_use]
    pub const fn from_static(text: &'static str) -> Self {
        Self::Bytes(Text::from_static(text))
    }

    /// An upper bound of how deep containers are nested in here; 0 for a value that is none.
    #[must_use]
    #[inline]
    pub fn depth(&self) -> u32 {
        match self {
            Self::Array(array) => array.depth(),
            Self::Object(object) => object.depth(),
            Self::Null
            | Self::Boolean(_)
            | Self::Integer(_)
            | Self::Float(_)
            | Self::Timestamp(_)
            | Self::Regex(_)
            | Self::Bytes(_) => 0,
        }
    }

    /// Whether the value holds memory outside of itself, which dropping it gives back.
    #[inline(always)]
    pub(crate) fn owns_memory(&self) -> bool {
        // Two questions that are one comparison each.
        let is_inline = matches!(self, Self::Bytes(text) if text.is_inline());
        let is_number = matches!(
            self,
            Self::Null | Self::Boolean(_) | Self::Integer(_) | Self::Float(_) | Self::Timestamp(_)
        );
        !(is_inline || is_number)
    }

    /// Becomes a copy of another value: an inline text or a number is written over what is here.
    #[inline(always)]
    pub fn assign(&mut self, other: &Self) {
        match other {
            Self::Bytes(text) if text.is_inline() => {
                if !matches!(self, Self::Bytes(own) if own.is_inline()) {
                    self.put(Self::Bytes(Text::empty_inline()));
                }
                if let Self::Bytes(own) = self {
                    own.assign_inline(text);
                }
            }
            Self::Integer(number) => self.put(Self::Integer(*number)),
            Self::Null => self.put(Self::Null),
            _ => self.put(other.clone()),
        }
    }

    /// Puts another value here, without a call where there is nothing to give back of what was here, as with
    /// most values of an event.
    #[inline(always)]
    pub fn put(&mut self, value: Self) {
        if self.owns_memory() {
            *self = value;
        } else {
            std::mem::forget(std::mem::replace(self, value));
        }
    }

    /// Whether this is null.
    #[must_use]
    #[inline]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The name of the value's kind as messages say it: `string`, `integer`, `object`, …
    #[must_use]
    pub fn kind_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "boolean",
            Self::Integer(_) => "integer",
            Self::Float(_) => "float",
            Self::Timestamp(_) => "timestamp",
            Self::Regex(_) => "regex",
            Self::Bytes(_) => "string",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
        }
    }

    /// The string, if it is one.
    #[must_use]
    #[inline]
    pub fn as_text(&self) -> Option<&Text> {
        if let Self::Bytes(text) = self { Some(text) } else { None }
    }

    /// The integer, if it is one.
    #[must_use]
    #[inline]
    pub fn as_integer(&self) -> Option<i64> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
    }

    /// The boolean, if it is one.
    #[must_use]
    #[inline]
    pub fn as_boolean(&self) -> Option<bool> {
        if let Self::Boolean(boolean) = self { Some(*boolean) } else { None }
    }

    /// The array, if it is one.
    #[must_use]
    #[inline]
    pub fn as_array(&self) -> Option<&Array> {
        if let Self::Array(array) = self { Some(array) } else { None }
    }

    /// The object, if it is one.
    #[must_use]
    #[inline]
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }
}

impl From<bool> for Value {
    fn from(boolean: bool) -> Self {
        Self::Boolean(boolean)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<NotNan<f64>> for Value {
    fn from(number: NotNan<f64>) -> Self {
        Self::Float(number.into())
    }
}

impl From<Float> for Value {
    fn from(number: Float) -> Self {
        Self::Float(number)
    }
}

impl From<DateTime<Utc>> for Value {
    fn from(time: DateTime<Utc>) -> Self {
        Self::Timestamp(time)
    }
}

impl From<Regex> for Value {
    fn from(regex: Regex) -> Self {
        Self::Regex(regex)
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Self::Bytes(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Bytes(Text::from(text))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Bytes(Text::from(text))
    }
}

impl From<&Key> for Value {
    fn from(key: &Key) -> Self {
        Self::Bytes(key.to_text())
    }
}

impl From<Array> for Value {
    fn from(array: Array) -> Self {
        Self::Array(array)
    }
}

impl From<Vec<Self>> for Value {
    fn from(values: Vec<Self>) -> Self {
        Self::Array(Array::from(values))
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

//! Strings that cost nothing to take apart.
//!
//! A VRL string is a run of bytes that is usually, but not always, UTF-8. Splitting a log line into
//! its fields must not allocate, so a short text lives inline and a longer one is a counted slice of
//! the buffer it came from; whether it is UTF-8 is known from its making and never checked again.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use hipstr::{HipByt, HipStr};

/// Texts of so many bytes live inline; copying one is cheaper than sharing its buffer.
const INLINE: usize = 23;

/// An immutable string of bytes, cheap to clone and to slice.
#[derive(Clone)]
pub struct Text(Repr);

#[derive(Clone)]
enum Repr {
    Utf8(HipStr<'static>),
    /// Bytes that are not UTF-8; valid ones are always in the other variant.
    Bytes(HipByt<'static>),
}

impl Text {
    /// The empty text.
    #[must_use]
    pub const fn new() -> Self {
        Self(Repr::Utf8(HipStr::new()))
    }

    /// A text that borrows a constant of the program.
    #[must_use]
    pub const fn from_static(text: &'static str) -> Self {
        Self(Repr::Utf8(HipStr::from_static(text)))
    }

    /// A text of any bytes; whether they are UTF-8 is found out here, once.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::from(text),
            Err(_) => Self(Repr::Bytes(HipByt::from(bytes))),
        }
    }

    /// A text that takes over a buffer; whether it is UTF-8 is found out here, once.
    #[must_use]
    pub fn from_vec(bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self::from(text),
            Err(error) => Self(Repr::Bytes(HipByt::from(error.into_bytes()))),
        }
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Repr::Utf8(text) => text.as_bytes(),
            Repr::Bytes(bytes) => bytes.as_slice(),
        }
    }

    /// The text, unless it is not UTF-8.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.0 {
            Repr::Utf8(text) => Some(text.as_str()),
            Repr::Bytes(_) => None,
        }
    }

    /// The text, with U+FFFD in place of what is not UTF-8.
    #[must_use]
    pub fn to_str(&self) -> Cow<'_, str> {
        match &self.0 {
            Repr::Utf8(text) => Cow::Borrowed(text.as_str()),
            Repr::Bytes(bytes) => String::from_utf8_lossy(bytes.as_slice()),
        }
    }

    /// How many bytes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.as_bytes().len()
    }

    /// Whether there are no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.as_bytes().is_empty()
    }

    /// The bytes of a range, sharing the buffer; the range is cut to what is there.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let end = range.end.min(self.len());
        let range = range.start.min(end)..end;
        match &self.0 {
            Repr::Utf8(text) => match text.as_str().get(range.clone()) {
                Some(part) if part.len() <= INLINE => Self::from(part),
                Some(_) => Self(Repr::Utf8(text.slice(range))),
                None => Self::from_bytes(&text.as_bytes()[range]),
            },
            Repr::Bytes(bytes) => {
                let slice = bytes.slice(range);
                match HipStr::try_from(slice) {
                    Ok(text) => Self(Repr::Utf8(text)),
                    Err(error) => Self(Repr::Bytes(error.into_bytes())),
                }
            }
        }
    }

    /// The same piece of text as `part`, which must lie inside [`Text::as_str`] of this text, sharing
    /// the buffer; a foreign `part` is copied.
    #[must_use]
    pub fn share(&self, part: &str) -> Self {
        match &self.0 {
            Repr::Utf8(text) => match text.try_slice_ref(part) {
                Some(slice) => Self(Repr::Utf8(slice)),
                None => Self::from(part),
            },
            Repr::Bytes(_) => Self::from(part),
        }
    }

    /// Both texts, one behind the other.
    #[must_use]
    pub fn concat(&self, other: &Self) -> Self {
        match (&self.0, &other.0) {
            (Repr::Utf8(left), Repr::Utf8(right)) => {
                Self(Repr::Utf8(HipStr::concat_slices(&[left.as_str(), right.as_str()])))
            }
            _ => Self::from_vec([self.as_bytes(), other.as_bytes()].concat()),
        }
    }

    /// Adds the other text behind this one, in place where nobody else holds the buffer, so that a text
    /// can grow piece by piece in linear time.
    pub fn append(&mut self, other: &Self) {
        match (&mut self.0, &other.0) {
            (Repr::Utf8(left), Repr::Utf8(right)) => left.push_str(right.as_str()),
            _ => *self = self.concat(other),
        }
    }

    /// The text `count` times, one behind the other.
    ///
    /// # Panics
    /// Where so many bytes cannot be; the caller sets the limit.
    #[must_use]
    pub fn repeat(&self, count: usize) -> Self {
        match &self.0 {
            Repr::Utf8(text) => Self(Repr::Utf8(text.repeat(count))),
            Repr::Bytes(bytes) => Self::from_vec(bytes.as_slice().repeat(count)),
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::new()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Repr::Utf8(HipStr::from(text)))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Repr::Utf8(HipStr::from(text)))
    }
}

impl From<Cow<'_, str>> for Text {
    fn from(text: Cow<'_, str>) -> Self {
        match text {
            Cow::Borrowed(text) => Self::from(text),
            Cow::Owned(text) => Self::from(text),
        }
    }
}

impl From<HipStr<'static>> for Text {
    fn from(text: HipStr<'static>) -> Self {
        Self(Repr::Utf8(text))
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.to_str(), f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_str())
    }
}

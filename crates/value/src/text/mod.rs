//! `Text`: strings that are inline or shared slices, so that splitting costs nothing.
//!
//! A VRL string is a run of bytes that is usually, but not always, UTF-8. Splitting a log line into
//! its fields must not allocate, so a short text lies in the value itself and a longer one is a counted
//! slice of the buffer it came from. What is known of the bytes from their making, that they are UTF-8
//! or even plain, holds for every piece of them and is not asked again.

mod content;
mod pieces;
mod row;
mod short;
mod words;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use hipstr::{HipByt, HipStr};

use self::content::Content;
pub use self::pieces::Pieces;
pub use self::row::FieldContent;
pub(crate) use self::short::MAX_INLINE;
use self::short::Short;
pub use self::words::Words;

/// An immutable string of bytes, cheap to clone and to slice.
#[derive(Clone)]
pub struct Text(Repr);

#[derive(Clone)]
enum Repr {
    Short(Short),
    Plain(HipStr<'static>),
    Utf8(HipStr<'static>),
    Bytes(HipByt<'static>),
}

impl Text {
    /// The empty text.
    #[must_use]
    pub const fn new() -> Self {
        Self(Repr::Plain(HipStr::new()))
    }

    /// An empty inline text, to be set in place.
    #[must_use]
    #[inline]
    pub const fn empty_inline() -> Self {
        Self(Repr::Short(Short::EMPTY))
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
            Err(_) => match Short::part(bytes, 0..bytes.len(), Content::Bytes) {
                Some(short) => Self(Repr::Short(short)),
                None => Self(Repr::Bytes(HipByt::from(bytes))),
            },
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
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Repr::Short(short) => short.as_bytes(),
            Repr::Utf8(text) | Repr::Plain(text) => text.as_bytes(),
            Repr::Bytes(bytes) => bytes.as_slice(),
        }
    }

    /// Whether the text lies in the value itself.
    #[inline(always)]
    pub(crate) fn is_inline(&self) -> bool {
        matches!(self.0, Repr::Short(_))
    }

    /// Becomes a copy of another text, where both are inline.
    #[inline(always)]
    pub(crate) fn assign_inline(&mut self, other: &Self) {
        if let (Repr::Short(own), Repr::Short(other)) = (&mut self.0, &other.0) {
            *own = *other;
        }
    }

    /// The bytes and the length of a text of up to fifteen bytes as one number, which no other text has.
    #[must_use]
    #[inline]
    pub fn as_number(&self) -> Option<u128> {
        match &self.0 {
            Repr::Short(short) => short.as_number(),
            Repr::Utf8(text) | Repr::Plain(text) => short_number(text.as_bytes()),
            Repr::Bytes(bytes) => short_number(bytes.as_slice()),
        }
    }

    /// The text, unless it is not UTF-8.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> Option<&str> {
        match &self.0 {
            Repr::Short(short) => short.as_str(),
            Repr::Utf8(text) | Repr::Plain(text) => Some(text.as_str()),
            Repr::Bytes(_) => None,
        }
    }

    /// Whether the bytes are UTF-8.
    #[must_use]
    pub fn is_utf8(&self) -> bool {
        self.content() != Content::Bytes
    }

    /// The text, with U+FFFD in place of what is not UTF-8.
    #[must_use]
    pub fn to_str(&self) -> Cow<'_, str> {
        match self.as_str() {
            Some(text) => Cow::Borrowed(text),
            None => String::from_utf8_lossy(self.as_bytes()),
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
    #[inline]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let bytes = self.as_bytes();
        let end = range.end.min(bytes.len());
        let range = range.start.min(end)..end;
        let content = self.content();
        if content == Content::Bytes || !is_whole(bytes, &range) {
            return Self::from_bytes(&bytes[range]);
        }
        match Short::part(bytes, range.clone(), content) {
            Some(short) => Self(Repr::Short(short)),
            None => self.slice_long(range),
        }
    }

    /// [`Text::slice`] of whole characters that are too many to be a short text.
    fn slice_long(&self, range: Range<usize>) -> Self {
        match &self.0 {
            Repr::Plain(text) => Self(Repr::Plain(text.slice(range))),
            Repr::Utf8(text) => Self(Repr::Utf8(text.slice(range))),
            Repr::Short(_) | Repr::Bytes(_) => Self::from_bytes(&self.as_bytes()[range]),
        }
    }

    /// The same piece of text as `part`, which must lie inside [`Text::as_str`] of this text, sharing
    /// the buffer; a foreign `part` is copied.
    #[must_use]
    pub fn share(&self, part: &str) -> Self {
        let whole = self.as_bytes().as_ptr_range();
        match part.as_bytes().as_ptr_range() {
            range if whole.start <= range.start && range.end <= whole.end => {
                let start = range.start.addr() - whole.start.addr();
                self.slice(start..start + part.len())
            }
            _ => Self::from(part),
        }
    }

    /// Whether the text is a part of a larger buffer, which it keeps in memory.
    #[must_use]
    pub fn is_attached(&self) -> bool {
        match &self.0 {
            Repr::Short(_) => false,
            Repr::Utf8(text) | Repr::Plain(text) => {
                text.is_allocated() && text.capacity() > text.len()
            }
            Repr::Bytes(bytes) => bytes.is_allocated() && bytes.capacity() > bytes.len(),
        }
    }

    /// The same text in a buffer of its own.
    pub(crate) fn copied(&self) -> Self {
        match &self.0 {
            Repr::Short(short) => Self(Repr::Short(*short)),
            Repr::Utf8(text) => Self(Repr::Utf8(HipStr::from(text.as_str()))),
            Repr::Plain(text) => Self(Repr::Plain(HipStr::from(text.as_str()))),
            Repr::Bytes(bytes) => Self(Repr::Bytes(HipByt::from(bytes.as_slice()))),
        }
    }

    /// Becomes a piece of a buffer that is known to be plain, if both are short.
    #[inline(always)]
    pub(crate) fn set_short_plain(&mut self, buffer: &str, range: Range<usize>) -> bool {
        match &mut self.0 {
            Repr::Short(short) => short.set(buffer.as_bytes(), range, Content::Plain),
            Repr::Plain(_) | Repr::Utf8(_) | Repr::Bytes(_) => false,
        }
    }

    /// The same text, which somebody has seen to be plain.
    #[inline]
    pub(crate) fn into_plain(self) -> Self {
        match self.0 {
            Repr::Utf8(text) => Self(Repr::Plain(text)),
            repr => Self(repr),
        }
    }

    /// So many bytes of a block, if the text is short and stands in JSON as it is.
    #[inline(always)]
    pub(crate) fn plain_block(&self) -> Option<(&[u8; MAX_INLINE], usize)> {
        match &self.0 {
            Repr::Short(short) if short.content() == Content::Plain => {
                Some((short.block(), short.len()))
            }
            _ => None,
        }
    }

    /// How the text gets into JSON.
    #[inline]
    pub(crate) fn escape_class(&self) -> EscapeClass<'_> {
        match &self.0 {
            Repr::Short(short) if short.content() == Content::Plain => {
                EscapeClass::Plain(short.as_bytes())
            }
            Repr::Plain(text) => EscapeClass::Plain(text.as_bytes()),
            Repr::Utf8(text) => EscapeClass::Utf8(text.as_bytes()),
            Repr::Short(short) if short.content() == Content::Utf8 => {
                EscapeClass::Utf8(short.as_bytes())
            }
            Repr::Short(_) | Repr::Bytes(_) => EscapeClass::Bytes,
        }
    }

    #[inline]
    fn content(&self) -> Content {
        match &self.0 {
            Repr::Short(short) => short.content(),
            Repr::Plain(_) => Content::Plain,
            Repr::Utf8(_) => Content::Utf8,
            Repr::Bytes(_) => Content::Bytes,
        }
    }

    /// Both texts, one after the other.
    #[must_use]
    pub fn concat(&self, other: &Self) -> Self {
        let content = self.content().min(other.content());
        if content == Content::Bytes {
            return Self::from_vec([self.as_bytes(), other.as_bytes()].concat());
        }
        if let Some(short) = Short::concat(self.as_bytes(), other.as_bytes(), content) {
            return Self(Repr::Short(short));
        }
        let whole = HipStr::concat_slices(&[&*self.to_str(), &*other.to_str()]);
        Self(if content == Content::Plain { Repr::Plain(whole) } else { Repr::Utf8(whole) })
    }

    /// Adds the other text after this one, in place where nobody else holds the buffer, so that a text
    /// can grow piece by piece in linear time.
    pub fn append(&mut self, other: &Self) {
        match (std::mem::take(self).0, other.as_str()) {
            (Repr::Utf8(mut whole) | Repr::Plain(mut whole), Some(end)) => {
                whole.push_str(end);
                self.0 = Repr::Utf8(whole);
            }
            (start, _) => *self = Self(start).concat(other),
        }
    }

    /// The text in lower case, if it is ASCII.
    fn to_ascii_lowercase(&self) -> Option<Self> {
        self.map_ascii(<[u8]>::make_ascii_lowercase)
    }

    /// The text in upper case, if it is ASCII.
    fn to_ascii_uppercase(&self) -> Option<Self> {
        self.map_ascii(<[u8]>::make_ascii_uppercase)
    }

    /// The text in upper case, by the rules of Unicode; bytes that are not UTF-8 become U+FFFD.
    #[must_use]
    pub fn to_uppercase(&self) -> Self {
        self.to_ascii_uppercase().unwrap_or_else(|| self.to_str().to_uppercase().into())
    }

    /// The text in lower case, by the rules of Unicode; bytes that are not UTF-8 become U+FFFD.
    #[must_use]
    pub fn to_lowercase(&self) -> Self {
        self.to_ascii_lowercase().unwrap_or_else(|| self.to_str().to_lowercase().into())
    }

    fn map_ascii(&self, change: impl FnOnce(&mut [u8])) -> Option<Self> {
        if !self.as_bytes().is_ascii() {
            return None;
        }
        if let Repr::Short(short) = &self.0 {
            let mut short = *short;
            change(short.block_mut());
            return Some(Self(Repr::Short(short)));
        }
        let mut bytes = self.as_bytes().to_vec();
        change(&mut bytes);
        Some(Self::from_vec(bytes))
    }

    /// The text `count` times, one after the other.
    ///
    /// # Panics
    /// Where so many bytes cannot be; the caller sets the limit.
    #[must_use]
    pub fn repeat(&self, count: usize) -> Self {
        Self::from_vec(self.as_bytes().repeat(count))
    }
}

/// How a text gets into JSON.
pub(crate) enum EscapeClass<'a> {
    /// The bytes as they are.
    Plain(&'a [u8]),
    /// UTF-8 in which something may have to be escaped.
    Utf8(&'a [u8]),
    /// Not UTF-8.
    Bytes,
}

/// [`Text::as_number`] of a text that does not lie in the value itself.
fn short_number(bytes: &[u8]) -> Option<u128> {
    Short::part(bytes, 0..bytes.len(), Content::Bytes)?.as_number()
}

/// Whether a range of UTF-8 lies between characters.
#[inline]
fn is_whole(bytes: &[u8], range: &Range<usize>) -> bool {
    const CONTINUES: u8 = 0b1000_0000;
    let inside = |at: usize| bytes.get(at).is_some_and(|byte| byte & 0b1100_0000 == CONTINUES);
    !inside(range.start) && !inside(range.end)
}

impl Default for Text {
    fn default() -> Self {
        Self::new()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        match Short::part(text.as_bytes(), 0..text.len(), Content::Utf8) {
            Some(short) => Self(Repr::Short(short)),
            None => Self(Repr::Utf8(HipStr::from(text))),
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        match Short::part(text.as_bytes(), 0..text.len(), Content::Utf8) {
            Some(short) => Self(Repr::Short(short)),
            None => Self(Repr::Utf8(HipStr::from(text))),
        }
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

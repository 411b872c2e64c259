//! Normalised texts: UTF-8 repaired, byte order marks left out.

use std::borrow::Cow;

use vrlet_function::prelude::*;

/// The text with U+FFFD in place of what is not UTF-8; costs nothing where it is, as nearly always.
pub(crate) fn to_utf8(text: Text) -> Text {
    match text.to_str() {
        Cow::Borrowed(_) => text,
        Cow::Owned(repaired) => Text::from(repaired),
    }
}

/// The text after a byte order mark, with which some programs start JSON.
pub(crate) fn without_mark(text: Text) -> Text {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    if text.as_bytes().starts_with(MARK) { text.slice(MARK.len()..text.len()) } else { text }
}

/// The float that a text says.
pub(crate) fn read_float(text: &Text) -> Result<Value, Failure> {
    let number = text.as_str().and_then(|text| text.parse().ok());
    let number: f64 = number.ok_or_else(|| Failure::new(format!("`{text}` is no number")))?;
    Value::float(number).ok_or(Failure::fixed("`NaN` is no number that a value can be"))
}

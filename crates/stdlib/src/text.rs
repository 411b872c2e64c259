//! What many functions do with texts before they look at them.

use std::borrow::Cow;

use vrlet_value::Text;

/// The text with U+FFFD in place of what is not UTF-8; costs nothing where it is, as nearly always.
pub(crate) fn to_utf8(text: Text) -> Text {
    match text.to_str() {
        Cow::Borrowed(_) => text,
        Cow::Owned(repaired) => Text::from(repaired),
    }
}

//! What is known of a text's bytes without reading them again: ASCII, UTF-8, or nothing yet.

/// What is known of the bytes of a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Content {
    /// They are not UTF-8.
    Bytes,
    /// They are UTF-8.
    Utf8,
    /// They are UTF-8 and stand in JSON as they are: without quotes, backslashes, control characters.
    Plain,
}

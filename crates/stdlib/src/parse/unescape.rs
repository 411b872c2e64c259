//! Backslash escapes of values in log lines.

use std::borrow::Cow;

/// A text without its escapes. `meaning` says what a backslash and a character mean; where they mean
/// nothing both stay.
pub(super) fn unescape(text: &str, meaning: fn(char) -> Option<char>) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            clean.push(character);
            continue;
        }
        match characters.next().map(|next| (next, meaning(next))) {
            Some((_, Some(meant))) => clean.push(meant),
            Some((next, None)) => clean.extend(['\\', next]),
            None => clean.push('\\'),
        }
    }
    Cow::Owned(clean)
}

//! Escapes control characters in text from outside, so that an event can't send commands to a terminal.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a terminal would obey a character instead of showing it, or show what stands around it in
/// another order.
#[must_use]
pub fn is_terminal_control(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

/// A text whose commands to a terminal are shown as `\u{1b}`; line breaks and tabs stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_hidden =
        |character: char| is_terminal_control(character) && !matches!(character, '\n' | '\t');
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            let _ = write!(out, "{}", character.escape_unicode());
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn commands_are_shown() {
        assert_eq!(visible("ä\n\t日🎉"), "ä\n\t日🎉");
        assert_eq!(visible("\u{1b}[31m\u{9b}\r\u{202e}x"), r"\u{1b}[31m\u{9b}\u{d}\u{202e}x");
    }
}

//! Error messages of parsers: where a text differs from what was expected, in one line whatever the text
//! holds.

/// How many characters of a text an error shows.
const SHOWN: usize = 32;

/// What was expected at a byte of a text, and what stands there.
pub(crate) fn expected(what: &str, source: &str, at: usize) -> String {
    format!("expected {what} {}", found(source, at))
}

/// The place of a byte of a text, and what stands there.
pub(crate) fn found(source: &str, at: usize) -> String {
    let (before, rest) = source.split_at_checked(at).unwrap_or((source, ""));
    let line = before.matches('\n').count() + 1;
    let column = before[before.rfind('\n').map_or(0, |end| end + 1)..].chars().count() + 1;
    let place = match line {
        1 => format!("at column {column}"),
        _ => format!("at line {line}, column {column}"),
    };
    match rest {
        "" => format!("{place}, found the end"),
        rest => format!("{place}, found `{}`", excerpt(rest)),
    }
}

/// The beginning of a text.
pub(crate) fn excerpt(text: &str) -> String {
    let mut shown = String::new();
    let mut characters = text.chars();
    for character in characters.by_ref().take(SHOWN) {
        match character.is_control() {
            true => shown.extend(character.escape_default()),
            false => shown.push(character),
        }
    }
    if characters.next().is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{expected, found};

    #[test]
    fn a_place_is_counted_in_characters_and_shown_in_one_line() {
        assert_eq!(found("äb", 2), "at column 2, found `b`");
        assert_eq!(found("a\nbc\td", 3), "at line 2, column 2, found `c\\td`");
        assert_eq!(found("ab", 2), "at column 3, found the end");
        let long = "x".repeat(40);
        assert!(expected("a time", &long, 0).ends_with("x…`"));
    }
}

//! Checks constant time formats: a `%…` without a meaning, or the notation of another language.

use std::fmt::Write;

use chrono::format::{Item, StrftimeItems};
use vrlet_function::prelude::*;

/// What is doubtful about a time format, where it is a constant.
pub(crate) fn check<T>(context: &CallContext<'_>, parameter: Arg<T>) -> Option<ArgumentWarning> {
    if !context.has(parameter) {
        return None;
    }
    let format = context.constant_value(parameter)?;
    let format = format.as_text()?.to_str();
    if let Some(unknown) = unknown_conversion(&format) {
        let warning = ArgumentWarning::new(
            parameter,
            format_args!("`{unknown}` means nothing in a time format"),
        );
        return Some(match instead_of_conversion(&unknown) {
            Some(instead) => warning.help(format_args!("write `{instead}`")),
            None => warning.help("a sign for per cent itself is written `%%`"),
        });
    }
    if format.contains('%') {
        return None;
    }
    let warning = ArgumentWarning::new(
        parameter,
        "this time format has no `%…`, so it stands for nothing but its own text",
    );
    Some(match from_letters(&format) {
        Some(converted) => warning.help(format_args!("write `\"{converted}\"`")),
        None => warning.help("write it with `%Y`, `%m`, `%d`, `%H`, `%M`, `%S` and so on"),
    })
}

/// The first `%…` of a format that has no meaning.
fn unknown_conversion(format: &str) -> Option<String> {
    /// The longest conversion is `%:::z`.
    const LONGEST: usize = 5;
    let mut rest = format;
    while let Some(start) = rest.find('%') {
        let conversion = &rest[start..];
        let ends = conversion.char_indices().map(|(at, char)| at + char.len_utf8());
        let known = ends.skip(1).take(LONGEST - 1).find(|end| {
            StrftimeItems::new(&conversion[..*end]).all(|item| !matches!(item, Item::Error))
        });
        match known {
            Some(end) => rest = &conversion[end..],
            None => return Some(conversion.chars().take(2).collect()),
        }
    }
    None
}

/// What a conversion of another language is called here.
fn instead_of_conversion(conversion: &str) -> Option<&'static str> {
    match conversion {
        "%i" => Some("%M"),
        "%N" => Some("%f"),
        "%L" => Some("%3f"),
        "%o" => Some("%z"),
        "%E" | "%O" => Some("%B"),
        "%Q" => Some("%s%3f"),
        _ => None,
    }
}

/// A format of letters (`YYYY-MM-DD hh:mm:ss`) in conversions; nothing where a letter has no meaning there.
fn from_letters(format: &str) -> Option<String> {
    let mut converted = String::new();
    let mut rest = format;
    let mut found = false;
    let mut follows_hours = false;
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            let (quoted, after) = rest[1..].split_once('\'')?;
            converted.push_str(if quoted.is_empty() { "'" } else { quoted });
            rest = after;
            continue;
        }
        let length = rest.find(|next| next != first).unwrap_or(rest.len());
        let conversion = match (first, length) {
            ('Y' | 'y' | 'u', 4 | 1) => "%Y",
            ('Y' | 'y', 2) => "%y",
            ('M', 1 | 2) if follows_hours => "%M",
            ('M', 1 | 2) => "%m",
            ('M', 3) => "%b",
            ('M', 4) => "%B",
            ('D' | 'd', 1 | 2) => "%d",
            ('E' | 'd', 3) => "%a",
            ('E' | 'd', 4) => "%A",
            ('H', 1 | 2) => "%H",
            ('h', 1 | 2) => {
                if format.contains(['a', 'A']) {
                    "%I"
                } else {
                    "%H"
                }
            }
            ('m', 1 | 2) => "%M",
            ('s', 1 | 2) => "%S",
            ('S', 2) if follows_hours => "%S",
            ('S' | 'f', 3) => "%3f",
            ('S' | 'f', 6) => "%6f",
            ('S' | 'f', 9 | 1) => "%f",
            ('a' | 'A', 1) => "%p",
            ('Z' | 'z', 1 | 2 | 4) => "%z",
            ('X', 1..=3) => "%:z",
            ('T', 1) => "T",
            (letter, _) if letter.is_alphabetic() => return None,
            _ => {
                converted.push_str(&rest[..length]);
                rest = &rest[length..];
                continue;
            }
        };
        follows_hours = matches!(first, 'H' | 'h') || follows_hours && first == 'M';
        found |= conversion.starts_with('%');
        let _ = converted.write_str(conversion);
        rest = &rest[length..];
    }
    found.then_some(converted)
}

#[cfg(test)]
mod tests {
    use super::{from_letters, unknown_conversion};

    #[test]
    fn conversions_without_a_meaning() {
        assert_eq!(unknown_conversion("%Y-%Q").as_deref(), Some("%Q"));
        assert_eq!(unknown_conversion("100%").as_deref(), Some("%"));
        for format in ["%Y-%m-%dT%H:%M:%S%.3f%:z", "%%", "%-d %3f %:::z %+ %s", "%_H", ""] {
            assert_eq!(unknown_conversion(format), None, "{format}");
        }
    }

    #[test]
    fn formats_of_letters() {
        for (format, expected) in [
            ("YYYY-MM-DD", "%Y-%m-%d"),
            ("yyyy-MM-dd HH:mm:ss", "%Y-%m-%d %H:%M:%S"),
            ("YYYY-MM-DD HH:MM:SS", "%Y-%m-%d %H:%M:%S"),
            ("yyyy-MM-dd'T'HH:mm:ss.SSSX", "%Y-%m-%dT%H:%M:%S.%3f%:z"),
            ("dd/MMM/yyyy:HH:mm:ss Z", "%d/%b/%Y:%H:%M:%S %z"),
            ("hh:mm a", "%I:%M %p"),
        ] {
            assert_eq!(from_letters(format).as_deref(), Some(expected), "{format}");
        }
        for format in ["", "--", "ISO8601", "epoch"] {
            assert_eq!(from_letters(format), None, "{format}");
        }
    }
}

//! The dialect of a CSV file: header, delimiter, comments, quotes; and the line of a record for messages.

use super::CsvOptions;
use crate::error::Reason;

/// A CSV file after all that comes before its names, and what separates its cells.
pub struct Dialect<'a> {
    /// The line of names, or of the first row, and what follows.
    pub bytes: &'a [u8],
    /// How many lines of the file come before.
    pub skipped: usize,
    pub delimiter: u8,
}

/// What people separate cells with.
const DELIMITERS: [(u8, &str); 4] = [(b',', ","), (b';', ";"), (b'\t', "\\t"), (b'|', "|")];

impl<'a> Dialect<'a> {
    /// Reads what comes before the names. A line such as `sep=;`, which spreadsheets write, says the
    /// delimiter; an option that says it as well is right.
    ///
    /// # Errors
    /// Where the cells are separated by something else than the default, and no option says it.
    pub fn of(options: &CsvOptions, mut bytes: &'a [u8]) -> Result<Self, Reason> {
        let mut delimiter = options.delimiter;
        let mut skipped = 0;
        let (first, rest) = split_line(bytes);
        let unquoted = first.strip_prefix(b"\"").and_then(|text| text.strip_suffix(b"\""));
        if let Some([separator]) = unquoted.unwrap_or(first).strip_prefix(b"sep=") {
            delimiter = delimiter.or(Some(*separator));
            (bytes, skipped) = (rest, 1);
        }
        for _ in 0..options.skip {
            (_, bytes) = split_line(bytes);
            skipped += 1;
        }
        let said = delimiter.is_some();
        let dialect = Self { bytes, skipped, delimiter: delimiter.unwrap_or(b',') };
        match dialect.other_delimiter(options) {
            Some(other) if !said => Err(Reason::instead(
                format!(
                    "line {}: the cells seem to be separated by `{other}`, expected `,` unless `delimiter` says otherwise",
                    skipped + 1
                ),
                "delimiter",
                other,
            )),
            _ => Ok(dialect),
        }
    }

    /// What separates the cells, if the first line lacks the delimiter and has as many of something else as
    /// the second.
    fn other_delimiter(&self, options: &CsvOptions) -> Option<&'static str> {
        let mut rest = self.bytes;
        let mut lines = std::iter::from_fn(|| {
            let (line, after) = (!rest.is_empty()).then(|| split_line(rest))?;
            rest = after;
            Some(line)
        })
        .filter(|line| !line.is_empty() && options.comment.is_none_or(|mark| line[0] != mark));
        let (first, second) = (lines.next()?, lines.next()?);
        let count = |line: &[u8], byte: u8| line.iter().filter(|other| **other == byte).count();
        if count(first, self.delimiter) > 0 {
            return None;
        }
        DELIMITERS
            .into_iter()
            .find(|(byte, _)| {
                count(first, *byte) > 0 && count(first, *byte) == count(second, *byte)
            })
            .map(|(_, shown)| shown)
    }

    /// The line of the file in which the record begins that the reader started to look for at an offset
    /// into [`Dialect::bytes`]; it passes over blank lines and comments.
    pub fn line(&self, offset: u64, comment: Option<u8>) -> usize {
        let offset = usize::try_from(offset).unwrap_or(usize::MAX).min(self.bytes.len());
        let mut line = self.skipped + 1 + breaks(&self.bytes[..offset]);
        let mut rest = &self.bytes[offset..];
        // The second half of a line break that was cut in two has been counted with the first.
        if offset > 0 && self.bytes[offset - 1] == b'\r' && rest.first() == Some(&b'\n') {
            rest = &rest[1..];
        }
        while !rest.is_empty() {
            let (text, after) = split_line(rest);
            let is_comment = text.first().is_some_and(|first| Some(*first) == comment);
            if !text.is_empty() && !is_comment {
                break;
            }
            (line, rest) = (line + 1, after);
        }
        line
    }

    /// The line in which a quoted cell begins that never ends.
    pub fn open_quote(&self, comment: Option<u8>) -> Option<usize> {
        let bytes = self.bytes;
        let (mut position, mut at_record) = (0, true);
        while position < bytes.len() {
            if at_record && Some(bytes[position]) == comment {
                position += split_line(&bytes[position..]).0.len();
            } else {
                if bytes[position] == b'"' {
                    match end_of_quoted(bytes, position + 1) {
                        Some(end) => position = end,
                        None => return Some(self.skipped + 1 + breaks(&bytes[..position])),
                    }
                }
                let is_end = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\n' | b'\r');
                let rest = &bytes[position..];
                position += rest.iter().position(is_end).unwrap_or(rest.len());
            }
            at_record = bytes.get(position) != Some(&self.delimiter);
            position += 1;
        }
        None
    }
}

/// Where a quoted cell ends whose text starts at `position`: after the quote that is not doubled.
fn end_of_quoted(bytes: &[u8], mut position: usize) -> Option<usize> {
    loop {
        position += memchr::memchr(b'"', bytes.get(position..)?)? + 1;
        if bytes.get(position) != Some(&b'"') {
            return Some(position);
        }
        position += 1;
    }
}

/// The first line, and what follows its line break.
fn split_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let Some(end) = memchr::memchr2(b'\n', b'\r', bytes) else { return (bytes, &[]) };
    let length = if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
    (&bytes[..end], &bytes[end + length..])
}

/// How many lines end in a text.
fn breaks(bytes: &[u8]) -> usize {
    memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|at| bytes[*at] == b'\n' || bytes.get(*at + 1) != Some(&b'\n'))
        .count()
}

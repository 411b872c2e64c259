//! `Format`: the input formats (NDJSON, lines, JSON).

use std::ops::Range;

/// How events stand in an input.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Format {
    /// One JSON value a line.
    #[default]
    Ndjson,
    /// Each line becomes `{"message": line}`.
    Lines,
    /// One JSON value, or several, or an array of events.
    Json,
}

impl Format {
    /// The part of a line that is the event: without the `\r` of Windows, and of JSON without blanks
    /// around it.
    pub(crate) fn trim(self, bytes: &[u8], line: Range<usize>) -> Range<usize> {
        let text = &bytes[line.clone()];
        let trimmed = match self {
            Self::Lines => return line.start..line.end - usize::from(text.ends_with(b"\r")),
            Self::Ndjson | Self::Json => text.trim_ascii_end(),
        };
        let end = line.start + trimmed.len();
        end - trimmed.trim_ascii_start().len()..end
    }
}

//! A line of the file of errors: what failed, why, and where it came from.

use vrlet::Value;
use vrlet::value::json;

/// An event that did not go through.
pub struct Report<'a> {
    /// Why.
    pub error: &'a str,
    /// The input.
    pub source: &'a str,
    /// The line of the input.
    pub line: u64,
    /// The event as it was read; what is no event is its text.
    pub event: &'a Value,
}

impl Report<'_> {
    /// Writes the line.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"error\":");
        json::write(&self.error.into(), out);
        out.extend_from_slice(b",\"source\":");
        json::write(&self.source.into(), out);
        out.extend_from_slice(b",\"line\":");
        out.extend_from_slice(self.line.to_string().as_bytes());
        out.extend_from_slice(b",\"event\":");
        json::write(self.event, out);
        out.extend_from_slice(b"}\n");
    }
}

/// What stands for an error where the program said `abort`.
pub fn aborted(reason: Option<&str>) -> String {
    reason.map_or_else(|| "aborted".to_owned(), |reason| format!("aborted: {reason}"))
}

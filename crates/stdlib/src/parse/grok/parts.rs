//! The parts of a grok pattern: each `%{…}`, and what stands between them.

use grok::parser::{GrokComponent, grok_split};

/// Where the parts of a pattern end; none where it is one of several or can't be read.
pub(in crate::parse) fn ends_of_parts(pattern: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for component in grok_split(pattern) {
        match component {
            GrokComponent::RegularExpression { string, .. } if string.contains('|') => {
                return Vec::new();
            }
            GrokComponent::RegularExpression { range, .. }
            | GrokComponent::GrokPattern { range, .. } => ends.push(range.end),
            GrokComponent::PatternError(_) => return Vec::new(),
        }
    }
    ends
}

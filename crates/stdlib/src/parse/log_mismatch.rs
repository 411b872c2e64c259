//! Error messages of log formats: which part of a line does not match.

use std::sync::OnceLock;

use regex::Regex;

use super::log_format::{LogFormat, Part};
use super::recognize::hint;
use crate::mismatch::expected;

/// The beginnings of a format's expression: its first part, the first two, and so on.
pub(super) struct Prefixes {
    format: &'static LogFormat,
    /// Compiled when an error is first read.
    compiled: OnceLock<Vec<Regex>>,
}

impl Prefixes {
    pub(super) fn new(format: &'static LogFormat) -> Self {
        Self { format, compiled: OnceLock::new() }
    }

    /// What a line has at the place to which it is of the format, and how far that is.
    fn reach(&self, line: &str) -> (usize, &'static str) {
        let prefixes = self.compiled.get_or_init(|| {
            let mut pattern = String::new();
            let prefix = |part: &Part| {
                pattern.push_str(part.pattern);
                Regex::new(&pattern).expect("a constant that the tests compile")
            };
            self.format.parts().map(prefix).collect()
        });
        // A line that fits some parts fits fewer of them too.
        let fitting = prefixes.partition_point(|prefix| prefix.is_match(line));
        let last = fitting.checked_sub(1).and_then(|last| prefixes[last].find(line));
        let at = last.map_or(line.len() - line.trim_start().len(), |found| found.end());
        (at, self.format.parts().nth(fitting).map_or("nothing else", |part| part.what))
    }
}

/// Why a line is of none of some formats: what is missing in that one which it is like the longest.
pub(super) fn explain(formats: &[Prefixes], line: &str) -> String {
    let reaches = formats.iter().map(|prefixes| (prefixes.reach(line), prefixes.format));
    let Some(((at, what), format)) = reaches.max_by_key(|((at, _), _)| *at) else {
        unreachable!("checked: each function has a format");
    };
    let hint = hint(line, format.function);
    format!("the line is no {}: {}{hint}", format.name, expected(what, line, at))
}

#[cfg(test)]
mod tests {
    use super::{Prefixes, explain};
    use crate::parse::apache_formats::{COMBINED, COMMON, ERROR, THREADED_ERROR};
    use crate::parse::google_formats::{GLOG, KLOG};
    use crate::parse::nginx_formats;

    #[test]
    fn every_beginning_of_every_format_compiles() {
        let formats = [
            &COMBINED,
            &COMMON,
            &ERROR,
            &THREADED_ERROR,
            &GLOG,
            &KLOG,
            &nginx_formats::COMBINED,
            &nginx_formats::MAIN,
            &nginx_formats::INGRESS,
            &nginx_formats::ERROR,
        ];
        for format in formats {
            let text = explain(&[Prefixes::new(format)], "");
            assert!(text.ends_with("at column 1, found the end"), "{text}");
        }
    }
}

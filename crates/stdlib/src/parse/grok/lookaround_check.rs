//! Checks a match of a linear expression against the lookarounds that were left out of it.
//!
//! All of it is for ASCII texts, as nearly all lines of logs are: letters and digits of all scripts would
//! make expressions a hundred times as large.

use regex::bytes::{CaptureLocations, Regex, RegexBuilder};
use regex_automata::meta::{Config, Regex as Searcher};
use regex_automata::{Anchored, Input};

use super::ascii_expression::ascii;
use super::linearize::{Kind, Linearized, Lookaround, mark};

/// A linear expression with what was left out of it.
#[derive(Clone)]
pub(super) struct Linear {
    pub(super) regex: Regex,
    /// The groups of the match that was read last.
    pub(super) locations: CaptureLocations,
    /// `None` where it can't be told whether a match is one of the full expression.
    checks: Option<Vec<Check>>,
}

/// What the linear expression tells of the full one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Finding {
    /// It does not match.
    Nothing,
    /// The match is its match.
    Match,
    /// It may match, somewhere.
    Unknown,
}

/// What was left out in one place.
#[derive(Clone)]
struct Check {
    kind: Kind,
    /// The group that marks the place.
    group: usize,
    content: Searcher,
    /// How long the content is, if it stands after the place.
    length: usize,
}

impl Linear {
    /// Compiles a linear expression and, under the same flags, what was left out.
    pub(super) fn new(linear_regex: &Linearized, flags: &str) -> Option<Self> {
        let regex = RegexBuilder::new(&linear_regex.regex).unicode(false).build().ok()?;
        let numbers: Vec<_> = regex.capture_names().collect();
        let check = |(number, place): (usize, &Lookaround)| {
            let name = mark(number);
            let group = numbers.iter().position(|known| *known == Some(&*name))?;
            Check::new(place, group, flags)
        };
        let checks = linear_regex
            .lookarounds
            .as_ref()
            .and_then(|places| places.iter().enumerate().map(check).collect::<Option<Vec<_>>>());
        Some(Self { locations: regex.capture_locations(), checks, regex })
    }

    /// Looks for the first match; what is then known of the full expression.
    pub(super) fn read(&mut self, text: &[u8]) -> Finding {
        debug_assert!(text.is_ascii(), "texts of other characters are not for this expression");
        match self.regex.captures_read(&mut self.locations, text) {
            None => Finding::Nothing,
            Some(_) if self.is_exact(text) => Finding::Match,
            Some(_) => Finding::Unknown,
        }
    }

    /// Whether the match that was read last is one of the full expression, which it surely is if so.
    fn is_exact(&self, text: &[u8]) -> bool {
        let holds = |check: &Check| match self.locations.get(check.group) {
            Some((start, end)) => check.holds(text, start, end),
            // A way around the place was taken.
            None => true,
        };
        self.checks.as_ref().is_some_and(|checks| checks.iter().all(holds))
    }
}

impl Check {
    fn new(place: &Lookaround, group: usize, flags: &str) -> Option<Self> {
        let source = format!("{flags}(?:{})", place.content);
        let hir = ascii(&source)?;
        let properties = hir.properties();
        if properties.explicit_captures_len() > 0 && place.kind != Kind::Atomic {
            return None;
        }
        let length = match place.kind {
            Kind::Behind { .. } => {
                properties.minimum_len().filter(|min| properties.maximum_len() == Some(*min))?
            }
            Kind::Ahead { .. } | Kind::Atomic => 0,
        };
        let bytes = Config::new().utf8_empty(false);
        let content = Searcher::builder().configure(bytes).build_from_hir(&hir).ok()?;
        Some(Self { kind: place.kind, group, content, length })
    }

    fn holds(&self, text: &[u8], start: usize, end: usize) -> bool {
        let found = |from: usize| {
            let input = Input::new(text).span(from..text.len()).anchored(Anchored::Yes);
            self.content.search_half(&input)
        };
        match self.kind {
            Kind::Ahead { negative } => found(start).is_some() != negative,
            Kind::Behind { negative } => {
                let before = start.checked_sub(self.length);
                let ends_here = before.and_then(found).is_some_and(|found| found.offset() == start);
                ends_here != negative
            }
            Kind::Atomic => found(start).is_some_and(|found| found.offset() == end),
        }
    }
}

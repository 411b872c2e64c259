//! Runs a grok expression in bounded time.

use regex::{CaptureLocations, Regex};
use vrlet_function::prelude::*;

use super::relax::relax;
use super::{Expanded, Field};

/// Steps that a match may take back before it counts as none: a line of a log takes some hundreds.
const BACKTRACKS: usize = 200_000;

/// A compiled expression. A clone has scratch memory of its own, for another machine.
#[derive(Clone)]
pub(in crate::parse) struct Matcher<F> {
    engine: Engine,
    /// The fields with the numbers of their groups, in the order of the groups.
    fields: Vec<(F, usize)>,
}

/// What the signs of an expression mean. As in Oniguruma, `^` and `$` are the ends of lines.
#[derive(Clone, Copy)]
pub(in crate::parse) enum Flags {
    /// `.` is any character of a line.
    Lines,
    /// `.` is any character.
    Text,
}

#[derive(Clone)]
enum Engine {
    /// The expression needs no backtracking.
    Linear { regex: Regex, locations: CaptureLocations },
    /// It does; what its linear part refuses is no match.
    Backtracking { linear: Option<Regex>, exact: fancy_regex::Regex },
}

impl<F: Field> Matcher<F> {
    /// Compiles an expression.
    pub(in crate::parse) fn new(expanded: &Expanded<F>, flags: Flags) -> Result<Self, String> {
        if expanded.regex.is_empty() {
            return Err("the pattern is empty".to_owned());
        }
        let flags = match flags {
            Flags::Lines => "(?m)",
            Flags::Text => "(?ms)",
        };
        let source = format!("{flags}{}", expanded.regex);
        let relaxed = relax(&source);
        if relaxed.is_none()
            && let Ok(regex) = Regex::new(&source)
        {
            let fields = numbered(expanded, regex.capture_names());
            let locations = regex.capture_locations();
            return Ok(Self { engine: Engine::Linear { regex, locations }, fields });
        }
        let exact = fancy_regex::RegexBuilder::new(&source).backtrack_limit(BACKTRACKS).build();
        let exact = exact.map_err(|error| format!("the pattern makes no expression: {error}"))?;
        let fields = numbered(expanded, exact.capture_names());
        let linear = relaxed.and_then(|relaxed| Regex::new(&relaxed).ok());
        Ok(Self { engine: Engine::Backtracking { linear, exact }, fields })
    }

    /// Gives every field that takes part in the first match, with its place; whether there is one.
    pub(in crate::parse) fn read(
        &mut self,
        text: &str,
        mut field: impl FnMut(&mut F, std::ops::Range<usize>),
    ) -> bool {
        match &mut self.engine {
            Engine::Linear { regex, locations } => {
                if regex.captures_read(locations, text).is_none() {
                    return false;
                }
                for (key, group) in &mut self.fields {
                    if let Some((start, end)) = locations.get(*group) {
                        field(key, start..end);
                    }
                }
            }
            Engine::Backtracking { linear, exact } => {
                if linear.as_ref().is_some_and(|linear| !linear.is_match(text)) {
                    return false;
                }
                // More steps than are allowed are no match either.
                let Ok(Some(captures)) = exact.captures(text) else { return false };
                for (key, group) in &mut self.fields {
                    if let Some(part) = captures.get(*group) {
                        field(key, part.range());
                    }
                }
            }
        }
        true
    }
}

/// The fields with the numbers of their groups; groups that the pattern itself names are fields too.
fn numbered<'n, F: Field>(
    expanded: &Expanded<F>,
    names: impl Iterator<Item = Option<&'n str>>,
) -> Vec<(F, usize)> {
    let named = names.enumerate().filter_map(|(group, name)| Some((name?, group)));
    named
        .map(|(name, group)| {
            let field = name.strip_prefix('_').and_then(|number| number.parse::<usize>().ok());
            let field = field.and_then(|number| expanded.fields.get(number));
            (field.cloned().unwrap_or_else(|| F::from(Key::from(name))), group)
        })
        .collect()
}

//! Runs a grok expression in bounded time.

use regex::{CaptureLocations, Regex};
use vrlet_function::prelude::*;

use super::linearize::linearize;
use super::lookaround_check::{Finding, Linear};
use super::{Expanded, Field};

/// Steps that a match may take back before it counts as none: a line of a log takes some hundreds.
const BACKTRACKS: usize = 200_000;

/// A compiled expression. A clone has scratch memory of its own, for another machine.
#[derive(Clone)]
pub(in crate::parse) struct Matcher<F> {
    engine: Engine,
    /// The fields with the numbers of their groups, in the order of the groups.
    fields: Vec<(F, usize)>,
    /// The numbers of the same groups in the linear expression.
    linear_groups: Vec<usize>,
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
    /// It does; what its linear part refuses is no match, and what that matches mostly is one.
    Backtracking { linear: Option<Linear>, exact: fancy_regex::Regex },
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
        let linear_regex = linearize(flags, &expanded.regex);
        if linear_regex.is_none()
            && let Ok(regex) = Regex::new(&source)
        {
            let fields = numbered(expanded, regex.capture_names());
            let locations = regex.capture_locations();
            let engine = Engine::Linear { regex, locations };
            return Ok(Self { engine, fields, linear_groups: Vec::new() });
        }
        let exact = fancy_regex::RegexBuilder::new(&source).backtrack_limit(BACKTRACKS).build();
        let exact = exact.map_err(|error| format!("the pattern makes no expression: {error}"))?;
        let fields = numbered(expanded, exact.capture_names());
        let linear = linear_regex.and_then(|linear_regex| Linear::new(&linear_regex, flags));
        let names: Vec<_> = exact.capture_names().collect();
        let linear_groups = linear.iter().flat_map(|linear| {
            let place = |group: usize| {
                linear.regex.capture_names().position(|name| name.is_some() && name == names[group])
            };
            fields.iter().map(move |(_, group)| place(*group).unwrap_or(usize::MAX))
        });
        let linear_groups = linear_groups.collect();
        Ok(Self { engine: Engine::Backtracking { linear, exact }, fields, linear_groups })
    }

    /// Where the first match of a text ends.
    pub(in crate::parse) fn end(&self, text: &str) -> Option<usize> {
        match &self.engine {
            Engine::Linear { regex, .. } => Some(regex.find(text)?.end()),
            Engine::Backtracking { exact, .. } => Some(exact.find(text).ok()??.end()),
        }
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
                if let Some(linear) = linear.as_mut().filter(|_| text.is_ascii()) {
                    match linear.read(text.as_bytes()) {
                        Finding::Nothing => return false,
                        Finding::Match => {
                            let groups = self.fields.iter_mut().zip(&self.linear_groups);
                            for ((key, _), group) in groups {
                                if let Some((start, end)) = linear.locations.get(*group) {
                                    field(key, start..end);
                                }
                            }
                            return true;
                        }
                        Finding::Unknown => {}
                    }
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

#[cfg(test)]
mod tests {
    use vrlet_function::prelude::*;

    use super::{Engine, Finding, Flags, Matcher};
    use crate::parse::grok::Patterns;

    const LINES: [&str; 6] = [
        r#"10.0.1.2 - ada [18/Mar/2024:02:10:11 +0000] "GET /a/1/b.js?x=1 HTTP/1.1" 200 1234"#,
        "2020-10-02T23:22:12.223Z info web-1.example.com ::1 took -1.5e3 0x1F \"quoted \\\" text\"",
        "Mar  8 14:59:02 host sshd[29]: failed for 2001:db8::7 port 22 'it''s' `x`",
        "C:\\Windows\\x.log /var/log/x.log http://u@example.com:80/p?q=1#f 12:34:56.789",
        "1.2.3.4.5 256.1.1.1 +1.5.2 -.5 ..5 a1b2 -- 00:60:61 31/Feb/99:24:00:00 -0000",
        "{\"level\":\"warn\"} ΑΒΓ é 2024 24 202 Jan January januar 1 01 31 32",
    ];

    const PATTERNS: [&str; 18] = [
        "%{COMMONAPACHELOG}",
        "%{IPORHOST:a} %{USER:b} %{USER:c}",
        "%{TIMESTAMP_ISO8601:a} %{LOGLEVEL:b} %{GREEDYDATA:c}",
        "%{SYSLOGTIMESTAMP:a} %{SYSLOGHOST:b} %{SYSLOGPROG:c}",
        "%{HTTPDATE:a}",
        "%{NUMBER:a}",
        "%{NUMBER:a} %{NUMBER:b}",
        "%{BASE16NUM:a}.%{BASE16FLOAT:b}",
        "%{QUOTEDSTRING:a}",
        "%{QUOTEDSTRING:a} %{WORD:b}",
        "%{IP:a}",
        "%{IPV6:a} %{WORD:b}",
        "%{PATH:a}",
        "%{WINPATH:a}",
        "%{URI:a}",
        "%{TIME:a}",
        "%{YEAR:a}[^0-9]",
        "(?<a>(?>a|ab|abc)b?) |(?<b>\\w+)(?=\\])",
    ];

    fn read(matcher: &mut Matcher<Key>, text: &str) -> Option<Vec<(Key, String)>> {
        let mut fields = Vec::new();
        let found =
            matcher.read(text, |key, range| fields.push((key.clone(), text[range].to_owned())));
        found.then_some(fields)
    }

    #[test]
    fn a_match_is_that_of_the_full_expression_whichever_way_it_is_found() {
        let mut seed = 7_u64;
        let mut random = |limit: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % limit
        };
        let (mut matches, mut exact_at_once) = (0, 0);
        for pattern in PATTERNS {
            let expanded = Patterns::logstash().expand::<Key>(pattern).expect(pattern);
            let mut both = Matcher::new(&expanded, Flags::Lines).expect(pattern);
            let mut full = both.clone();
            let Engine::Backtracking { linear, .. } = &mut full.engine else { continue };
            *linear = None;
            for _ in 0..400 {
                let mut line: Vec<char> = LINES[random(LINES.len())].chars().collect();
                for _ in 0..random(4) {
                    let (at, from) = (random(line.len()), random(line.len()));
                    match random(3) {
                        0 => drop(line.remove(at)),
                        1 => line[at] = line[from],
                        _ => line.insert(at, line[from]),
                    }
                }
                let line: String = line.into_iter().collect();
                let expected = read(&mut full, &line);
                assert_eq!(read(&mut both, &line), expected, "{pattern} over {line}");
                matches += usize::from(expected.is_some());
                if let Engine::Backtracking { linear: Some(linear), .. } = &mut both.engine
                    && line.is_ascii()
                {
                    exact_at_once += usize::from(linear.read(line.as_bytes()) == Finding::Match);
                }
            }
        }
        assert!(matches > 1000, "too few lines match: {matches}");
        assert!(
            exact_at_once > matches / 2,
            "{exact_at_once} of {matches} on the way that is fast"
        );
    }
}

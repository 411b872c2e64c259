//! Linearises an expression: the same without what needs backtracking (lookarounds, possessive
//! quantifiers).
//!
//! Whatever the full expression matches, the linear one matches too, so a text that the linear one
//! refuses is refused in linear time. And where a match of the linear one keeps to everything that was
//! left out, it is the match of the full one: both try the ways through an expression in the same order,
//! and what was left out only closes some of them.

use super::ascii_expression::ascii;

/// An expression without lookarounds, atomic groups and possessive repetitions.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Linearized {
    pub(super) regex: String,
    /// What was left out, to be looked at where the groups `lookaroundN` of the linear expression stand;
    /// `None` where that would not tell enough.
    pub(super) lookarounds: Option<Vec<Lookaround>>,
}

/// What is left out of a linear expression in one place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lookaround {
    pub(super) kind: Kind,
    /// The expression inside.
    pub(super) content: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(?=…)` and `(?!…)`: the text goes on with the content, or does not.
    Ahead { negative: bool },
    /// `(?<=…)` and `(?<!…)`: the text before ends with the content, or does not.
    Behind { negative: bool },
    /// `(?>…)`: the content stays with the first way that it finds.
    Atomic,
}

/// The starts of groups that are left out.
const STARTS: [(&str, Kind); 5] = [
    ("(?=", Kind::Ahead { negative: false }),
    ("(?!", Kind::Ahead { negative: true }),
    ("(?<=", Kind::Behind { negative: false }),
    ("(?<!", Kind::Behind { negative: true }),
    ("(?>", Kind::Atomic),
];

/// The name of the group that marks where something was left out.
pub(super) fn mark(number: usize) -> String {
    format!("lookaround{number}")
}

/// Relaxes an expression, which starts with a group of flags; `None` where nothing has to be left out.
pub(super) fn linearize(flags: &str, regex: &str) -> Option<Linearized> {
    let mut scan = Scan { lookarounds: Some(Vec::new()), ..Scan::default() };
    scan.run(regex);
    scan.changed.then(|| Linearized {
        regex: format!("{flags}{}", scan.linear_regex),
        lookarounds: scan.lookarounds,
    })
}

#[derive(Default)]
struct Scan {
    linear_regex: String,
    lookarounds: Option<Vec<Lookaround>>,
    changed: bool,
    /// For each open group, how many places there were before it.
    open: Vec<usize>,
}

impl Scan {
    fn run(&mut self, regex: &str) {
        let bytes = regex.as_bytes();
        let (mut at, mut copied, mut in_class) = (0, 0, 0_usize);
        // Whether a `+` here makes the repetition before it possessive.
        let mut repeated = false;
        while at < bytes.len() {
            let rest = regex.get(at..).unwrap_or_default();
            let mut step = 1;
            let mut repeats = false;
            match bytes[at] {
                b'\\' => step = 2,
                b'[' => in_class += 1,
                b']' => in_class = in_class.saturating_sub(1),
                _ if in_class > 0 => {}
                b'(' => {
                    if let Some((start, kind)) =
                        STARTS.into_iter().find(|(start, _)| rest.starts_with(start))
                    {
                        step = group_length(rest);
                        self.linear_regex.push_str(&regex[copied..at]);
                        copied = at + step;
                        let content = rest.get(start.len()..step - 1).unwrap_or_default();
                        self.leave_out(kind, content, &regex[(at + step).min(regex.len())..]);
                    } else {
                        if is_flags(rest) {
                            self.lookarounds = None;
                        }
                        self.open.push(self.places());
                    }
                }
                b')' => {
                    let before = self.open.pop().unwrap_or_default();
                    if before < self.places() && is_repeated(&rest[1..]) {
                        // Only the last of several rounds would be looked at.
                        self.lookarounds = None;
                    }
                }
                b'+' if repeated => {
                    self.linear_regex.push_str(&regex[copied..at]);
                    copied = at + 1;
                    (self.changed, self.lookarounds) = (true, None);
                }
                b'+' | b'*' | b'?' | b'}' => repeats = true,
                _ => {}
            }
            repeated = repeats && !repeated;
            at += step;
        }
        self.linear_regex.push_str(regex.get(copied..).unwrap_or_default());
    }

    /// How many places there are so far.
    fn places(&self) -> usize {
        self.lookarounds.as_ref().map_or(0, Vec::len)
    }

    fn leave_out(&mut self, kind: Kind, content: &str, after: &str) {
        self.changed = true;
        let mut inner = Self { lookarounds: Some(Vec::new()), ..Self::default() };
        inner.run(content);
        let group = match kind {
            Kind::Atomic => format!("{})", inner.linear_regex),
            Kind::Ahead { .. } | Kind::Behind { .. } => ")".to_owned(),
        };
        // A content that can end in one place only is atomic anyway.
        if kind == Kind::Atomic && !inner.changed && has_one_length(content) {
            self.linear_regex.push_str("(?:");
            self.linear_regex.push_str(&group);
            return;
        }
        if inner.changed || is_repeated(after) {
            self.lookarounds = None;
        }
        match &mut self.lookarounds {
            Some(places) => {
                let name = mark(places.len());
                self.linear_regex.push_str(&format!("(?<{name}>"));
                places.push(Lookaround { kind, content: content.to_owned() });
            }
            None => self.linear_regex.push_str("(?:"),
        }
        self.linear_regex.push_str(&group);
    }
}

/// Whether what ends here may come more than once.
fn is_repeated(after: &str) -> bool {
    after.starts_with(['*', '+', '{'])
}

/// Whether a group sets flags, such as `(?i)`.
fn is_flags(group: &str) -> bool {
    let Some(inner) = group.strip_prefix("(?") else { return false };
    !inner.starts_with(['<', ':']) && !inner.starts_with("P<")
}

/// Whether all that a content matches has the same length, without groups that capture.
fn has_one_length(content: &str) -> bool {
    ascii(content).is_some_and(|hir| {
        let properties = hir.properties();
        properties.minimum_len() == properties.maximum_len()
            && properties.explicit_captures_len() == 0
    })
}

/// How long the group is that a text starts with.
fn group_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut in_class) = (0, 0_usize, false);
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'[' => in_class = true,
            b']' => in_class = false,
            b'(' if !in_class => depth += 1,
            b')' if !in_class => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::{Kind, linearize};

    fn linear_regex(regex: &str) -> (String, Option<Vec<(Kind, String)>>) {
        match linearize("", regex) {
            Some(linear_regex) => {
                let lookarounds = linear_regex.lookarounds.map(|places| {
                    places.into_iter().map(|place| (place.kind, place.content)).collect()
                });
                (linear_regex.regex, lookarounds)
            }
            None => ("the same".to_owned(), None),
        }
    }

    #[test]
    fn what_needs_backtracking_goes_away() {
        let after = (Kind::Behind { negative: true }, "[0-9.+-]".to_owned());
        let atomic = (Kind::Atomic, r"[+-]?\d+".to_owned());
        assert_eq!(
            linear_regex(r"(?<![0-9.+-])(?>[+-]?\d+)"),
            (r"(?<lookaround0>)(?<lookaround1>[+-]?\d+)".to_owned(), Some(vec![after, atomic]))
        );
        let ahead = (Kind::Ahead { negative: true }, "b(c|[)])d".to_owned());
        assert_eq!(
            linear_regex(r"a(?!b(c|[)])d)e"),
            ("a(?<lookaround0>)e".to_owned(), Some(vec![ahead]))
        );
        let ahead = (Kind::Ahead { negative: false }, "ö".to_owned());
        assert_eq!(linear_regex("ä(?=ö)ü"), ("ä(?<lookaround0>)ü".to_owned(), Some(vec![ahead])));
        assert_eq!(linear_regex("[0-9]{2}(?>ab)c"), ("[0-9]{2}(?:ab)c".to_owned(), Some(vec![])));
        for same in [r"a\++b(c)+", r"(?<name>\(?=x[(?=]+)", "(?:a)?b"] {
            assert_eq!(linear_regex(same), ("the same".to_owned(), None));
        }
    }

    #[test]
    fn what_can_not_be_looked_at_is_not() {
        assert_eq!(linear_regex("a++b"), ("a+b".to_owned(), None));
        assert_eq!(linear_regex("((?=a)b)*"), ("((?<lookaround0>)b)*".to_owned(), None));
        assert_eq!(linear_regex("(?>a|ab){2}"), ("(?:a|ab){2}".to_owned(), None));
        assert_eq!(linear_regex("(?>a(?=b)|c)"), ("(?:a(?<lookaround0>)|c)".to_owned(), None));
        assert_eq!(linear_regex("(?i)a(?=b)"), ("(?i)a(?:)".to_owned(), None));
    }
}

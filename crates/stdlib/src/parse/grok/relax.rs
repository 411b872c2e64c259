//! The linear part of an expression: the same without what needs backtracking.
//!
//! Whatever the full expression matches, the relaxed one matches too, so a text that the relaxed one
//! refuses is refused in linear time.

/// The expression without lookarounds, atomic groups and possessive repetitions; `None` where it has
/// none of them.
pub(super) fn relax(regex: &str) -> Option<String> {
    let bytes = regex.as_bytes();
    let mut relaxed = String::with_capacity(regex.len());
    let (mut at, mut copied, mut in_class) = (0, 0, 0_usize);
    let mut changed = false;
    // Whether a `+` here makes the repetition before it possessive.
    let mut repeated = false;
    while at < bytes.len() {
        let rest = regex.get(at..).unwrap_or_default();
        let dropped = match bytes[at] {
            b'\\' => {
                at += 2;
                repeated = false;
                continue;
            }
            b'[' => {
                in_class += 1;
                0
            }
            b']' => {
                in_class = in_class.saturating_sub(1);
                0
            }
            _ if in_class > 0 => 0,
            b'(' if ["(?=", "(?!", "(?<=", "(?<!"].iter().any(|look| rest.starts_with(look)) => {
                group_length(rest)
            }
            b'(' if rest.starts_with("(?>") => {
                relaxed.push_str(&regex[copied..at]);
                relaxed.push_str("(?:");
                copied = at + 3;
                at += 3;
                (changed, repeated) = (true, false);
                continue;
            }
            b'+' if repeated => 1,
            _ => 0,
        };
        repeated = dropped == 0 && in_class == 0 && matches!(bytes[at], b'+' | b'*' | b'?' | b'}');
        if dropped > 0 {
            relaxed.push_str(&regex[copied..at]);
            copied = at + dropped;
            changed = true;
        }
        at += dropped.max(1);
    }
    relaxed.push_str(regex.get(copied..).unwrap_or_default());
    changed.then_some(relaxed)
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
    use super::relax;

    #[test]
    fn what_needs_backtracking_goes_away() {
        let relaxed = |regex| relax(regex).unwrap_or_else(|| "the same".to_owned());
        assert_eq!(relaxed(r"(?<![0-9.+-])(?>[+-]?\d+)"), r"(?:[+-]?\d+)");
        assert_eq!(relaxed(r"a(?!b(c|[)])d)e"), "ae");
        assert_eq!(relaxed(r"a++b"), "a+b");
        assert_eq!(relaxed(r"a\++b(c)+"), "the same");
        assert_eq!(relaxed("ä(?=ö)ü"), "äü");
        assert_eq!(relaxed(r"(?<name>\(?=x[(?=]+)"), "the same");
    }
}

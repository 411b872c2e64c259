//! Counts how often rules are used: none may excuse too many programs, and none may be idle.

use std::collections::BTreeSet;

use crate::compare::Figures;
use crate::rules::Rule;

/// How many programs of a hundred a rule may excuse.
const MOST_PERCENT: usize = 2;

/// A run of fewer random programs says nothing about how much a rule is used.
const ENOUGH: usize = 10_000;

/// So many random programs meet every rule that is not met by a case of its own.
const ENOUGH_FOR_ALL: usize = 50_000;

/// What is wrong with the rules: those that excuse too much of the random programs, and those that nothing
/// met: no case, no example, no fixture, no program.
pub fn check(rules: &[&Rule], met: &BTreeSet<&str>, random: &Figures) -> Vec<String> {
    let mut problems = Vec::new();
    for rule in rules {
        let count = random.by_rule.get(rule.name).copied().unwrap_or_default();
        if random.compared >= ENOUGH && count * 100 > random.compared * MOST_PERCENT {
            problems.push(format!(
                "{}: excuses {count} of {} programs, more than {MOST_PERCENT} %",
                rule.name, random.compared
            ));
        }
        let is_idle = rule.cases.is_empty() && count == 0 && !met.contains(rule.name);
        if random.compared >= ENOUGH_FOR_ALL && is_idle {
            problems.push(format!("{}: nothing meets it", rule.name));
        }
    }
    problems
}

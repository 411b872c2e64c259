//! Counts how often rules are used: none may excuse too many programs, and none may be idle.

use std::collections::BTreeSet;

use crate::compare::Figures;
use crate::rules::{Remedy, Rule};

/// How many programs of a hundred a rule may excuse.
const MOST_PERCENT: usize = 2;

/// A run of fewer random programs says nothing about how much a rule is used.
const ENOUGH: usize = 10_000;

/// So many random programs meet every rule that is not met by a case of its own.
const ENOUGH_FOR_ALL: usize = 50_000;

/// What is wrong with the rules: those that excuse too much of the random programs, and those that nothing
/// met: no case, no example, no fixture, no program. `met` has those of examples and fixtures, if they were
/// compared.
pub fn check(rules: &[&Rule], met: Option<&BTreeSet<&str>>, random: &Figures) -> Vec<String> {
    let count = |rule: &Rule| random.by_rule.get(rule.name).copied().unwrap_or_default();
    let mut problems = Vec::new();
    for rule in rules {
        let count = count(rule);
        if random.compared >= ENOUGH && count * 100 > random.compared * MOST_PERCENT {
            problems.push(format!(
                "{}: excuses {count} of {} programs, more than {MOST_PERCENT} %",
                rule.name, random.compared
            ));
        }
    }
    let Some(met) = met.filter(|_| random.compared >= ENOUGH_FOR_ALL) else { return problems };
    let is_met = |rule: &Rule| !rule.cases.is_empty() || met.contains(rule.name) || count(rule) > 0;
    // Those that can't have cases stand for each other: some are met once in a million programs.
    let avoids = |rule: &Rule| matches!(rule.remedy, Remedy::Avoid(_));
    let is_avoided = rules.iter().any(|rule| avoids(rule) && is_met(rule));
    for rule in rules {
        if !is_met(rule) && !(avoids(rule) && is_avoided) {
            problems.push(format!("{}: nothing meets it", rule.name));
        }
    }
    problems
}

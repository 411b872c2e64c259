//! The cases of the rules: each must differ just as it is written down, and its rule must excuse it.

use crate::compare::Comparison;
use crate::excuse::excuse;
use crate::rules::{Remedy, Rule};

/// What is not as it is written down.
pub fn check(comparison: &Comparison) -> Vec<String> {
    let cases =
        comparison.rules.iter().flat_map(|rule| rule.cases.iter().map(move |case| (*rule, case)));
    let mut problems = Vec::new();
    for (rule, case) in cases {
        let source = case.source();
        let events = [case.event.to_owned()];
        let answers = comparison.ask(&source, &events);
        let (reference, vrlet) = answers.contrast();
        let shown: String = source.chars().take(200).collect();
        let mut note = |problem: String| {
            problems.push(format!(
                "{}: {problem}\n    {}",
                rule.name,
                shown.replace('\n', "\n    ")
            ));
        };
        if answers.agree() {
            note(format!("both say {vrlet}"));
        } else if (reference.as_str(), vrlet.as_str()) != (case.reference, case.vrlet) {
            note(format!(
                "expected {} and {}, the reference says {reference}, vrlet {vrlet}",
                case.reference, case.vrlet
            ));
        } else if !is_excused(rule, &source, &events, comparison) {
            note("the rule does not excuse its own case".to_owned());
        }
    }
    problems
}

fn is_excused(
    rule: &'static Rule,
    source: &str,
    events: &[String],
    comparison: &Comparison,
) -> bool {
    if matches!(rule.remedy, Remedy::CasesOnly) {
        return true;
    }
    let answers = comparison.ask(source, events);
    excuse(&[rule], source, &answers, &|source| comparison.ask(source, events)).is_some()
}

//! Excuses differences: a rule applies where both engines agree after its rewrite.
//!
//! A rewrite may not hide what it should show: where one engine ran the program, both must run what
//! became of it.

use crate::rules::{Remedy, Rule};
use crate::syntax::{Edits, Program};
use crate::verdict::{Answers, Verdict};

/// Rewrites in a row, each of which may be what makes room for the next one.
const MOST_REWRITES: usize = 24;

/// The fewest rules found that together excuse a difference.
pub fn excuse(
    rules: &[&'static Rule],
    source: &str,
    answers: &Answers,
    ask: &dyn Fn(&str) -> Answers,
) -> Option<Vec<&'static Rule>> {
    // Where the reference gives no answer there is none to keep to.
    let must_run = answers.one_ran() && answers.reference != Verdict::GaveUp;
    let search = Search { ask, must_run };
    let mut rules = rules.to_vec();
    // Every question that it gives up on takes it seconds: first what keeps it from that.
    rules.sort_by_key(|rule| answers.reference == Verdict::GaveUp && !is_avoidance(rule));
    let alone = match answers.reference {
        Verdict::GaveUp => rules.partition_point(|rule| is_avoidance(rule)),
        Verdict::Refused(_) | Verdict::Ran { .. } => rules.len(),
    };
    for rule in &rules[..alone] {
        if let Some(used) = search.follow(&[*rule], source, answers) {
            return Some(used);
        }
    }
    let mut used = search.follow(&rules, source, answers)?;
    // Each one that does without is taken out.
    for rule in used.clone() {
        let others: Vec<&'static Rule> =
            used.iter().copied().filter(|other| other.name != rule.name).collect();
        if let Some(fewer) = search.follow(&others, source, answers) {
            used = fewer;
        }
    }
    Some(used)
}

/// Whether a rule is about what the reference gives up on.
fn is_avoidance(rule: &Rule) -> bool {
    matches!(rule.remedy, Remedy::Avoid(_))
}

struct Search<'a> {
    ask: &'a dyn Fn(&str) -> Answers,
    must_run: bool,
}

impl Search<'_> {
    /// The rules that were of use, if all of them together excuse the difference.
    fn follow(
        &self,
        rules: &[&'static Rule],
        source: &str,
        answers: &Answers,
    ) -> Option<Vec<&'static Rule>> {
        let mut used: Vec<&'static Rule> = Vec::new();
        let mut source = source.to_owned();
        let mut answers = answers.clone();
        let mut rewrites = 0;
        loop {
            let mut is_done = true;
            for rule in rules {
                let note = |used: &mut Vec<&'static Rule>| {
                    if used.iter().all(|known| known.name != rule.name) {
                        used.push(rule);
                    }
                };
                if !(rule.concerns)(&answers) {
                    continue;
                }
                match step(rule, &source) {
                    Step::Nothing => {}
                    Step::Accept(are_fine) => {
                        if are_fine(&answers) {
                            note(&mut used);
                            return Some(used);
                        }
                    }
                    Step::Rewritten(rewritten) if rewritten != source => {
                        let after = (self.ask)(&rewritten);
                        let keeps = matches!(rule.remedy, Remedy::Respell(_));
                        if keeps && after.vrlet != answers.vrlet
                            || self.must_run && !after.one_ran()
                        {
                            continue;
                        }
                        (source, answers) = (rewritten, after);
                        note(&mut used);
                        if answers.agree() && (!self.must_run || answers.both_ran()) {
                            return Some(used);
                        }
                        rewrites += 1;
                        is_done = false;
                    }
                    Step::Rewritten(_) => {}
                }
            }
            if is_done || rewrites > MOST_REWRITES || answers.vrlet == Verdict::GaveUp {
                return None;
            }
        }
    }
}

enum Step {
    /// The rule has nothing to say about this program.
    Nothing,
    Rewritten(String),
    Accept(fn(&Answers) -> bool),
}

fn step(rule: &Rule, source: &str) -> Step {
    let program = Program::read(source);
    match rule.remedy {
        Remedy::Rewrite(rewrite) | Remedy::Respell(rewrite) | Remedy::Avoid(rewrite) => {
            let mut edits = Edits::default();
            rewrite(&program, &mut edits);
            if edits.is_empty() { Step::Nothing } else { Step::Rewritten(edits.apply(source)) }
        }
        Remedy::Accept { meets, are_fine } => {
            if meets(&program) {
                Step::Accept(are_fine)
            } else {
                Step::Nothing
            }
        }
        Remedy::CasesOnly => Step::Nothing,
    }
}

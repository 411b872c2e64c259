//! Compares both engines over the same programs, and counts the outcomes.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::excuse::excuse;
use crate::reference::Reference;
use crate::rules::Rule;
use crate::verdict::{Answers, Verdict};
use crate::vrlet_engine::VrletEngine;

/// Both engines, what may differ, and what came of the programs so far.
pub struct Comparison {
    pub reference: RefCell<Reference>,
    pub vrlet: VrletEngine,
    pub rules: Vec<&'static Rule>,
    pub figures: Figures,
}

/// How many programs came out how.
#[derive(Default)]
pub struct Figures {
    pub compared: usize,
    pub accepted_by_both: usize,
    pub refused_by_both: usize,
    /// Those that differ, and rules say why.
    pub excused: usize,
    pub differing: usize,
    /// How many programs each rule excused, by its name.
    pub by_rule: BTreeMap<&'static str, usize>,
}

/// What was found about a program.
pub enum Finding {
    /// Both run it, with the same results.
    RunAlike,
    /// Both refuse it, for the same.
    RefusedAlike,
    /// They differ, and these rules together say why.
    Excused(Vec<&'static Rule>),
    Difference(Answers),
}

impl Comparison {
    /// Compares, and counts.
    pub fn count(&mut self, source: &str, events: &[String]) -> Finding {
        let finding = self.find(source, events);
        let figures = &mut self.figures;
        figures.compared += 1;
        match &finding {
            Finding::RunAlike => figures.accepted_by_both += 1,
            Finding::RefusedAlike => figures.refused_by_both += 1,
            Finding::Excused(rules) => {
                figures.excused += 1;
                for rule in rules {
                    *figures.by_rule.entry(rule.name).or_default() += 1;
                }
            }
            Finding::Difference(_) => figures.differing += 1,
        }
        finding
    }

    pub fn find(&self, source: &str, events: &[String]) -> Finding {
        let answers = self.ask(source, events);
        match &answers {
            // Nothing excuses that.
            Answers { vrlet: Verdict::GaveUp, .. } => Finding::Difference(answers),
            Answers { vrlet: Verdict::Refused(_), .. } if answers.agree() => Finding::RefusedAlike,
            Answers { vrlet: Verdict::Ran { .. }, .. } if answers.agree() => Finding::RunAlike,
            Answers { vrlet: Verdict::Refused(_) | Verdict::Ran { .. }, .. } => {
                let ask = |source: &str| self.ask(source, events);
                match excuse(&self.rules, source, &answers, &ask) {
                    Some(rules) => Finding::Excused(rules),
                    None => Finding::Difference(answers),
                }
            }
        }
    }

    /// What both engines make of a program.
    pub fn ask(&self, source: &str, events: &[String]) -> Answers {
        let mut reference = self.reference.borrow_mut();
        // Both work at the same time.
        let asked = reference.ask(source, events);
        let vrlet = self.vrlet.judge(source, events);
        let reference = asked
            .and_then(|()| reference.answer())
            .unwrap_or_else(|error| panic!("the reference can't be asked: {error}"));
        Answers { reference, vrlet }
    }
}

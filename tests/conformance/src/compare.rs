//! The comparison: both engines over the same programs, and the count of what came of it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::deviations::Deviations;
use crate::reference::Reference;
use crate::subject::Subject;
use crate::verdict::Verdict;

/// Both engines and what is known of their differences.
pub struct Comparison {
    pub reference: RefCell<Reference>,
    pub subject: Subject,
    pub deviations: Deviations,
    pub figures: Figures,
}

/// How many programs came out how.
#[derive(Default)]
pub struct Figures {
    pub compared: usize,
    pub accepted_by_both: usize,
    pub refused_by_both: usize,
    pub differing: usize,
    /// The known differences, by their names.
    pub known: BTreeMap<String, usize>,
}

/// What was found about a program.
pub enum Finding {
    Agreement,
    Known(String),
    Difference(Verdict, Verdict),
}

impl Comparison {
    pub fn find(&self, source: &str, events: &[String], loose: bool) -> Finding {
        self.verdicts(source, events, loose).0
    }

    /// Compares, and counts.
    pub fn count(&mut self, source: &str, events: &[String], loose: bool) -> Finding {
        let (finding, vrlet) = self.verdicts(source, events, loose);
        let figures = &mut self.figures;
        figures.compared += 1;
        match &finding {
            Finding::Agreement if matches!(vrlet, Verdict::Refused(_)) => {
                figures.refused_by_both += 1;
            }
            Finding::Agreement => figures.accepted_by_both += 1,
            Finding::Known(name) => *figures.known.entry(name.clone()).or_default() += 1,
            Finding::Difference(..) => figures.differing += 1,
        }
        finding
    }

    fn verdicts(&self, source: &str, events: &[String], loose: bool) -> (Finding, Verdict) {
        let mut reference = self.reference.borrow_mut();
        // Both work at the same time.
        let asked = reference.ask(source, events);
        let vrlet = self.subject.judge(source, events);
        let reference = asked
            .and_then(|()| reference.answer())
            .unwrap_or_else(|error| panic!("the reference can't be asked: {error}"));
        let known = |reference: &Verdict, vrlet: &Verdict| {
            self.deviations.find(source, reference, vrlet).map(str::to_owned)
        };
        // Nothing excuses that.
        if vrlet == Verdict::Panicked {
            return (Finding::Difference(reference, vrlet.clone()), vrlet);
        }
        if reference.agrees(&vrlet, loose) {
            return (Finding::Agreement, vrlet);
        }
        // Where warnings differ in a known way, the runs must still be the same.
        let (bare, bare_vrlet) = (reference.without_warnings(), vrlet.without_warnings());
        let name = if !reference.differs_in_warnings(&vrlet) {
            known(&reference, &vrlet)
        } else if bare.agrees(&bare_vrlet, loose) {
            known(&reference, &vrlet)
        } else {
            known(&bare, &bare_vrlet)
        };
        let finding =
            name.map_or_else(|| Finding::Difference(reference, vrlet.clone()), Finding::Known);
        (finding, vrlet)
    }
}

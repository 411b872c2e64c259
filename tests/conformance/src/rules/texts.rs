//! Rules for the texts of errors, where programs keep them.

use vrlet_parser::ast::Node;

use super::{Remedy, Rule, Theme};
use crate::plain::Plain;
use crate::syntax::Program;
use crate::verdict::Answers;

pub const THEME: Theme = Theme {
    title: "Texts of errors",
    about: "Texts of errors are vrlet's own. Where a call fails in an argument of another call, the text \
            names the call that failed and its place; the reference puts the name and place of each enclosing \
            call before it. Where a closure fails, both name the call that it belongs to and the one inside.",
    rules: &[Rule {
        name: "the text of an error is kept",
        reason: "each engine words its errors itself; both name the same call at the same place",
        concerns: |answers| answers.both_ran(),
        remedy: Remedy::Accept { meets: keeps_errors, are_fine: differ_in_texts_of_errors },
        cases: &[],
    }],
    notes: &[],
};

fn keeps_errors(program: &Program<'_>) -> bool {
    let mut keeps = false;
    program.sites(&mut |site| {
        if let Node::Assign(assign) = &site.expr.node {
            keeps |= assign.error.as_ref().is_some_and(|error| !error.is_discard());
        }
    });
    keeps
}

fn differ_in_texts_of_errors(answers: &Answers) -> bool {
    answers.same_but_for(&are_errors_of_one_call)
}

/// Whether two texts tell of the same call.
fn are_errors_of_one_call(reference: &Plain, vrlet: &Plain) -> bool {
    let (Plain::Text(reference), Plain::Text(vrlet)) = (reference, vrlet) else { return false };
    let (reference, vrlet) = (String::from_utf8_lossy(reference), String::from_utf8_lossy(vrlet));
    let calls = reference.match_indices("function call error for ");
    let call = vrlet.strip_prefix("call of ").and_then(|rest| Some(rest.split_once(": ")?.0));
    match call {
        Some(call) => {
            calls.into_iter().any(|(at, start)| reference[at + start.len()..].starts_with(call))
        }
        // An operator, of which the place is not told.
        None => !reference.contains("function call error"),
    }
}

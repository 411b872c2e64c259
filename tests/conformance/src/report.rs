//! The report of a run, for people.

use std::borrow::Cow;
use std::collections::BTreeSet;

use vrlet_parser::ast::Node;

use crate::compare::Figures;
use crate::syntax::Program;
use crate::verdict::{Answers, Verdict};

/// How much of an answer is shown; a value may be of many megabytes.
const MOST_CHARACTERS: usize = 1_000;

/// Shows a program with both answers; one that the reference gives up on by its functions alone, so that
/// what brings other software down is not written anywhere.
pub fn show(name: &str, source: &str, events: &[String], answers: &Answers) {
    if !name.is_empty() {
        println!("\n{name}");
    }
    if answers.reference == Verdict::GaveUp {
        println!("  the reference gives up; called are {}", called(source).join(", "));
        return;
    }
    let (reference, vrlet) = answers.contrast();
    println!("    {}", source.replace('\n', "\n    "));
    println!("  over       {}", events.join("  "));
    println!("  reference  {}\n  vrlet      {}", beginning(&reference), beginning(&vrlet));
}

/// The functions that a program calls.
fn called(source: &str) -> Vec<String> {
    let mut names = BTreeSet::new();
    Program::read(source).sites(&mut |site| {
        if let Node::Call(call) = &site.expr.node {
            names.insert(call.name.text.clone());
        }
    });
    names.into_iter().collect()
}

/// As much of an answer as a person reads.
fn beginning(answer: &str) -> Cow<'_, str> {
    match answer.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}… ({} bytes)", &answer[..end], answer.len()).into(),
        None => answer.into(),
    }
}

/// Prints the figures; returns whether no program differs.
pub fn report(title: &str, figures: &Figures) -> bool {
    let Figures { compared, accepted_by_both, refused_by_both, excused, differing, by_rule } =
        figures;
    println!(
        "\n{title}: {compared} compared, {accepted_by_both} run alike, {refused_by_both} refused alike, \
         {excused} excused by rules, {differing} differ"
    );
    for (name, count) in by_rule {
        println!("  {count:>6} {name}");
    }
    *differing == 0
}

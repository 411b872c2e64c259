//! What may differ from the reference, and why: named rules over the syntax tree.
//!
//! A rule does not say which differences are fine. It takes their cause out of the program, and what is
//! left must come out the same in both engines.

mod broken;
mod case;
mod codecs;
mod datadog;
mod formats;
mod gives_up;
mod groks;
mod logs;
mod numbers;
mod objects;
mod order;
mod outside;
mod pairs;
mod parsers;
mod removed;
mod scanner;
mod second_look;
mod texts;
mod warnings;

pub use case::{Case, Source};

use crate::syntax::{Edits, Program};
use crate::verdict::{Answers, Verdict};

/// Rules of one kind: a section of the page.
pub struct Theme {
    pub title: &'static str,
    pub about: &'static str,
    pub rules: &'static [Rule],
    /// What no run can show.
    pub notes: &'static [&'static str],
}

/// A reason for differences.
pub struct Rule {
    /// What the report calls it.
    pub name: &'static str,
    /// Why the engines differ, for people.
    pub reason: &'static str,
    /// Which differences it may be asked about.
    pub concerns: fn(&Answers) -> bool,
    pub remedy: Remedy,
    /// Programs that show it.
    pub cases: &'static [Case],
}

/// What excuses a difference.
pub enum Remedy {
    /// The cause is taken out: both engines must agree on what is left.
    Rewrite(fn(&Program<'_>, &mut Edits)),
    /// The same, where only the spelling changes: vrlet must not notice.
    Respell(fn(&Program<'_>, &mut Edits)),
    /// The same, where the reference gives up. What does that is not written down, so there are no cases.
    Avoid(fn(&Program<'_>, &mut Edits)),
    /// Programs like these may have answers like these.
    Accept { meets: fn(&Program<'_>) -> bool, are_fine: fn(&Answers) -> bool },
    /// Nothing but the rule's own cases.
    CasesOnly,
}

/// All rules, in the order of the page.
pub const THEMES: &[Theme] = &[
    scanner::THEME,
    broken::THEME,
    removed::THEME,
    second_look::THEME,
    warnings::THEME,
    texts::THEME,
    outside::THEME,
    order::THEME,
    numbers::THEME,
    objects::THEME,
    codecs::THEME,
    parsers::THEME,
    formats::THEME,
    logs::THEME,
    pairs::THEME,
    groks::THEME,
    datadog::THEME,
    gives_up::THEME,
];

/// All rules.
pub fn all() -> Vec<&'static Rule> {
    THEMES.iter().flat_map(|theme| theme.rules).collect()
}

fn anything(_: &Answers) -> bool {
    true
}

/// The reference does not get beyond the text.
fn reference_refuses_the_text(answers: &Answers) -> bool {
    answers.reference.has_code(&[203, 207, 210])
}

fn both_ran(answers: &Answers) -> bool {
    answers.both_ran()
}

fn reference_gives_up(answers: &Answers) -> bool {
    answers.reference == Verdict::GaveUp
}

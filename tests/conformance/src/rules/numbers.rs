//! Rules for numbers: notation and last digits.

use super::case::{Case, Source, case};
use super::{Remedy, Rule, Theme, anything, both_ran};
use crate::plain::Plain;
use crate::syntax::{Edits, Program, argument, remove_argument};

pub const THEME: Theme = Theme {
    title: "Numbers",
    about: "",
    rules: &[
        Rule {
            name: "format_number: a separator before the first digit",
            reason: "a separator stands between digits, never before the first",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_digits_ungrouped),
            cases: &[case(
                "format_number(123, grouping_separator: \",\")",
                "⇒ \",123\"",
                "⇒ \"123\"",
            )],
        },
        Rule {
            name: "parse_bytes: digits of small results",
            reason: "the reference keeps 28 decimal places, a float all digits it has",
            concerns: both_ran,
            remedy: Remedy::Accept {
                meets: |program| program.has_call("parse_bytes"),
                are_fine: |answers| answers.same_but_for(&differ_beyond_28_places),
            },
            cases: &[case(
                "parse_bytes!(\"1.5 KiB\", \"EB\")",
                "⇒ 1.3322676295502e-15",
                "⇒ 1.3322676295501878e-15",
            )],
        },
        Rule {
            name: "shannon_entropy: the last digit",
            reason: "the last digit of the sum depends on the order in which the reference happens to add",
            concerns: both_ran,
            remedy: Remedy::Accept {
                meets: |program| program.has_call("shannon_entropy"),
                are_fine: |answers| answers.same_but_for(&differ_in_the_last_digit),
            },
            cases: &[],
        },
        Rule {
            name: "numbers of an event beyond 64 bits",
            reason: "an id of twenty digits that a program passes on, or writes out as a text, keeps them; to arithmetic it is the nearest float in both, as is what `parse_json` reads",
            concerns: both_ran,
            remedy: Remedy::CasesOnly,
            cases: &[
                of_event(
                    "to_string!(.id)",
                    "⇒ \"12345678901234567000\"",
                    "⇒ \"12345678901234567890\"",
                ),
                of_event(
                    "encode_json(.id)",
                    "⇒ \"1.2345678901234567e+19\"",
                    "⇒ \"12345678901234567890\"",
                ),
            ],
        },
    ],
    notes: &[
        "An event may hold `1e400` and decimals of more digits than a float has: they come out as they came. The reference does not read the first and rounds the second.",
        "Half of a surrogate pair in an event, such as `\"\\ud800\"`, becomes U+FFFD, and the run counts it. The reference refuses the event; `parse_json` fails in both.",
    ],
};

/// A case over an event with a number beyond 64 bits.
const fn of_event(program: &'static str, reference: &'static str, vrlet: &'static str) -> Case {
    let event = "{\"id\":12345678901234567890}";
    Case { program: Source::Text(program), event, reference, vrlet }
}

fn leave_digits_ungrouped(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["format_number"], &mut |call| {
        if let Some(separator) = argument(call, 3, "grouping_separator") {
            remove_argument(call, separator, edits);
        }
    });
}

fn floats(left: &Plain, right: &Plain) -> Option<(f64, f64)> {
    match (left, right) {
        (Plain::Float(left), Plain::Float(right)) => {
            Some((f64::from_bits(*left), f64::from_bits(*right)))
        }
        _ => None,
    }
}

fn differ_beyond_28_places(reference: &Plain, vrlet: &Plain) -> bool {
    floats(reference, vrlet).is_some_and(|(left, right)| (left - right).abs() < 1e-27)
}

fn differ_in_the_last_digit(reference: &Plain, vrlet: &Plain) -> bool {
    const MOST_STEPS: u64 = 4;
    floats(reference, vrlet).is_some_and(|(left, right)| {
        left.is_sign_positive() == right.is_sign_positive()
            && left.to_bits().abs_diff(right.to_bits()) <= MOST_STEPS
    })
}

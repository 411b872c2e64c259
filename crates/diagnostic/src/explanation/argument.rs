//! Explanations of the codes E400 to E420: why a function refuses a constant argument. The compiler reports
//! them as E610, with one of these as the reason.

use super::entry::{Example, Explanation, fix};

pub(super) const ARGUMENT_NOT_STATIC: Explanation = Explanation {
    about: "The function does part of its work when the program is compiled, so this argument must be known by then: a \
            literal, a variable that holds one, or a path where a path is meant. A field of the event is known only later.",
    example: Example::AsReason("to_unix_timestamp(now(), unit: .unit)"),
    fixes: &[
        fix("Write the value", "to_unix_timestamp(now(), unit: \"milliseconds\")"),
        fix(
            "Choose between calls",
            "if .unit == \"ms\" {\n  to_unix_timestamp(now(), unit: \"milliseconds\")\n} else {\n  to_unix_timestamp(now())\n}",
        ),
    ],
};

pub(super) const ARGUMENT_NOT_IN_LIST: Explanation = Explanation {
    about: "The argument names one of a few ways to do the work, and this word is none of them. The help lists them all.",
    example: Example::AsReason("to_unix_timestamp(now(), unit: \"years\")"),
    fixes: &[fix("Write one of the words", "to_unix_timestamp(now(), unit: \"seconds\")")],
};

pub(super) const ELEMENT_NOT_CONSTANT: Explanation = Explanation {
    about: "The function prepares each element of this argument when the program is compiled, so all of them must be \
            constants.",
    example: Example::AsReason("match_any(\"abc\", [.pattern])"),
    fixes: &[fix(
        "Write the patterns, in one or several calls",
        "match(\"abc\", r'a') || match(\"abc\", r'b')",
    )],
};

pub(super) const ARGUMENT_REFUSED: Explanation = Explanation {
    about: "The function looked at a constant when the program was compiled and can't do anything with it: there is no \
            such table, or no such format. The message says what is wrong and what there is instead.",
    example: Example::AsReason("get_enrichment_table_record!(\"hosts\", {\"id\": .id})"),
    fixes: &[fix("Handle the case without it", ".host = .id")],
};

pub(super) const CLOSURE_NOT_GIVEN: Explanation = Explanation {
    about: "A function that needs a closure was compiled without one.",
    example: Example::Missing("E111 reports it before the function is asked"),
    fixes: &[],
};

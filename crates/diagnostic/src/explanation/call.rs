//! Explanations of the codes E100 to E122: unhandled failures, function calls, closures.

use super::entry::{Example, Explanation, fix};

pub(super) const UNHANDLED_FAILURE: Explanation = Explanation {
    about: "The expression can fail when the program runs, and nothing says what happens then. In VRL a program \
            never fails by surprise: each possible failure is written out where it can happen, so that an \
            event which looks different from what you thought is a case of your program, not a crash.",
    example: Example::Raises("to_int(.count)"),
    fixes: &[
        fix("Give a value for the failure", "to_int(.count) ?? 0"),
        fix(
            "Catch the error and look at it",
            "count, err = to_int(.count)\nif err != null {\n  .count_error = err\n}\ncount",
        ),
        fix("Let it end the program for this event", "to_int!(.count)"),
        fix("Rule the failure out: make sure of the operands' kinds", "(int(.a) ?? 0) + 1"),
    ],
};

pub(super) const BAD_REGEX: Explanation = Explanation {
    about: "The pattern between the quotes of `r'…'` is no regular expression. Patterns are compiled once, with the \
            program, so a mistake in one is found before the first event. Look-around and back-references are not part of \
            the syntax: every pattern matches in time linear in the text.",
    example: Example::Raises("match(\"a(b\", r'a(b')"),
    fixes: &[
        fix("Escape what is meant literally", "match(\"a(b\", r'a\\(b')"),
        fix("Close the group", "match(\"ab\", r'a(b)')"),
    ],
};

pub(super) const PREDICATE_NOT_BOOLEAN: Explanation = Explanation {
    about: "The condition of an `if` must be `true` or `false`, by its kind. There is no notion of values that count \
            as true: whether an empty string, `0` or a missing field should, only you can say.",
    example: Example::Raises("if .enabled {\n  .state = \"on\"\n}"),
    fixes: &[
        fix("Compare", "if .enabled == true {\n  .state = \"on\"\n}"),
        fix("Ask whether there is a value", "if .enabled != null {\n  .state = \"on\"\n}"),
        fix("Take the boolean, or a default", "if bool(.enabled) ?? false {\n  .state = \"on\"\n}"),
    ],
};

pub(super) const FALLIBLE_ASSIGNMENT: Explanation = Explanation {
    about: "The right side can fail, and then a plain `=` would have nothing to store. Fields of an event can be of any \
            kind or missing, so most functions can fail on them. Say what the target gets in that case.",
    example: Example::Raises(".status = to_int(.status)"),
    fixes: &[
        fix("Store a default when it fails", ".status = to_int(.status) ?? 0"),
        fix(
            "Catch the error; on failure the first target gets the empty value of its kind",
            ".status, err = to_int(.status)\nif err != null {\n  .status_error = err\n}",
        ),
        fix("Let a failure end the program for this event", ".status = to_int!(.status)"),
    ],
};

pub(super) const NEEDLESS_ERROR_TARGET: Explanation = Explanation {
    about: "`value, err = …` catches a failure, but the right side can't fail: `err` would always be null, and code \
            that looks at it never runs. A warning; an error with `--strict`.",
    example: Example::Raises(".greeting, .err = \"hello\""),
    fixes: &[
        fix("Assign plainly", ".greeting = \"hello\""),
        fix("Catch where something can fail", ".greeting, .err = string(.text)"),
    ],
};

pub(super) const UNKNOWN_FUNCTION: Explanation = Explanation {
    about: "No function has this name. Programs can't define functions; `vrlet functions` lists all that there are. \
            A function that VRL has and vrlet lacks is reported with this code too, and the message says so.",
    example: Example::Raises(".name = downcas(\"ADA\")"),
    fixes: &[fix("Correct the name", ".name = downcase(\"ADA\")")],
};

pub(super) const TOO_MANY_ARGUMENTS: Explanation = Explanation {
    about: "The call has more arguments than the function has parameters. `vrlet functions NAME` shows them.",
    example: Example::Raises("upcase(\"a\", \"b\")"),
    fixes: &[
        fix("Leave out what is too much", "upcase(\"a\")"),
        fix("Pass a list where several values are meant", "join([\"a\", \"b\"], \" \")"),
    ],
};

pub(super) const MISSING_ARGUMENT: Explanation = Explanation {
    about: "A parameter without a default got no argument. Arguments are taken in order, or by name.",
    example: Example::Raises("contains(\"abc\")"),
    fixes: &[
        fix("Add it in its place", "contains(\"abc\", \"b\")"),
        fix("Add it by name", "contains(substring: \"b\", value: \"abc\")"),
    ],
};

pub(super) const UNKNOWN_ARGUMENT: Explanation = Explanation {
    about: "The function has no parameter of this name. `vrlet functions NAME` shows their names.",
    example: Example::Raises("contains(\"abc\", part: \"b\")"),
    fixes: &[
        fix("Use the parameter's name", "contains(\"abc\", substring: \"b\")"),
        fix("Leave the name out", "contains(\"abc\", \"b\")"),
    ],
};

pub(super) const NEEDLESS_CLOSURE: Explanation = Explanation {
    about: "The function takes no closure, so the block after `->` would never run.",
    example: Example::Raises("upcase(\"a\") -> |x| { x }"),
    fixes: &[
        fix("Leave the closure out", "upcase(\"a\")"),
        fix(
            "Use a function that goes over a collection",
            "map_values([\"a\"]) -> |x| { upcase(x) }",
        ),
    ],
};

pub(super) const ARGUMENT_KIND: Explanation = Explanation {
    about: "The function wants an argument of other kinds. Either the argument can never be of them, or it may be \
            something else: the kind of a field is not known before the program runs. Testing it with \
            `if is_string(.a)` does not help, since conditions do not change what is known of a field; convert or \
            assert the value where it is used.",
    example: Example::Raises("upcase(.name)"),
    fixes: &[
        fix(
            "Assert the kind; anything else ends the program for this event",
            "upcase(string!(.name))",
        ),
        fix("Take a default for anything else", "upcase(string(.name) ?? \"\")"),
        fix("Convert", "upcase(to_string(.name) ?? \"\")"),
        fix("Handle the mismatch like any failure of the call", "upcase(.name) ?? \"\""),
    ],
};

pub(super) const MISSING_CLOSURE: Explanation = Explanation {
    about: "The function runs a closure over a collection, and there is none after the call.",
    example: Example::Raises("map_values([1, 2])"),
    fixes: &[fix("Add a closure", "map_values([1, 2]) -> |value| { value * 2 }")],
};

pub(super) const BAD_GROK: Explanation = Explanation {
    about: "A grok pattern names a rule that there is not, or is not well-formed. Grok patterns are compiled with the \
            program. The compiler reports it as E610 with this code as the reason.",
    example: Example::AsReason("parse_grok!(\"a\", \"%{NOSUCHRULE:x}\")"),
    fixes: &[],
};

pub(super) const ABORT_MESSAGE_NOT_STRING: Explanation = Explanation {
    about: "What stands after `abort` is the reason, which ends up in logs: it must be a string.",
    example: Example::Raises("if .code == 7 {\n  abort 7\n}"),
    fixes: &[
        fix("Write a text", "if .code == 7 {\n  abort \"code 7\"\n}"),
        fix("Make a text of the value", "if .code == 7 {\n  abort encode_json(.code)\n}"),
        fix("Give no reason", "if .code == 7 {\n  abort\n}"),
    ],
};

pub(super) const FEATURE_MISSING: Explanation = Explanation {
    about: "A function is known, but was left out when the program that runs the script was built: functions that \
            bring libraries of their own belong to cargo features, and the message names the one to build with. The \
            default features have all functions.",
    example: Example::Missing("a build with all features leaves nothing out"),
    fixes: &[],
};

pub(super) const CLOSURE_PARAMETERS: Explanation = Explanation {
    about: "The closure names more or fewer parameters than the function gives it. `for_each` and `filter` give key \
            and value (of an array, index and element); `map_keys` gives the key, `map_values` the value.",
    example: Example::Raises("for_each([1]) -> |value| { .last = value }"),
    fixes: &[
        fix("Name them all", "for_each([1]) -> |index, value| { .last = [index, value] }"),
        fix("Write `_` for those you don't need", "for_each([1]) -> |_, value| { .last = value }"),
    ],
};

pub(super) const CLOSURE_INPUT: Explanation = Explanation {
    about: "A closure runs over an array or an object, and the argument may be something else. Such a mismatch can't be \
            handled with `!` on the call itself: make sure of the kind first.",
    example: Example::Raises("for_each(.tags) -> |_index, tag| { .last = tag }"),
    fixes: &[
        fix("Assert the kind", "for_each(array!(.tags)) -> |_index, tag| { .last = tag }"),
        fix(
            "Go over nothing instead",
            "for_each(array(.tags) ?? []) -> |_index, tag| { .last = tag }",
        ),
    ],
};

pub(super) const CLOSURE_RESULT: Explanation = Explanation {
    about: "The last value of the closure, or what a `return` in it gives, is of a kind that the function can't use: \
            `filter` wants a boolean, `map_keys` a string.",
    example: Example::Raises("filter([1, 2]) -> |_index, value| { value }"),
    fixes: &[fix(
        "Give what the function wants",
        "filter([1, 2]) -> |_index, value| { value > 1 }",
    )],
};

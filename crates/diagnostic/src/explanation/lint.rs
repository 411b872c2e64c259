//! Explanations of the codes E701 to E901: undefined names, and what is unused, deprecated or out of date.

use super::entry::{Example, Explanation, fix};

pub(super) const UNDEFINED_VARIABLE: Explanation = Explanation {
    about: "The variable is read before it is assigned. A variable lives from its first assignment to the end of the \
            block around that, so one that only a branch assigns is gone after the `if`.",
    example: Example::Raises(
        "if .code == 0 {\n  state = \"ok\"\n} else {\n  state = \"bad\"\n}\n.state = state",
    ),
    fixes: &[
        fix(
            "Assign it before",
            "state = \"bad\"\nif .code == 0 {\n  state = \"ok\"\n}\n.state = state",
        ),
        fix("Use the `if` as a value", ".state = if .code == 0 { \"ok\" } else { \"bad\" }"),
        fix("Read a field of the event, which begins with a dot", ".copy = .state"),
    ],
};

pub(super) const DEPRECATED: Explanation = Explanation {
    about: "An older VRL had this function, and the current one has not. It runs in vrlet, so that old scripts do, but \
            no other engine knows it. A warning; the help says what to write instead.",
    example: Example::Raises(".time = to_timestamp!(.time)"),
    fixes: &[fix("Read a text by its format", ".time = parse_timestamp!(.time, \"%+\")")],
};

pub(super) const UNUSED: Explanation = Explanation {
    about: "A value is made and dropped, or a variable is assigned and never read: mostly a mistake, such as a missing \
            target. A warning. Names that begin with `_` are never reported.",
    example: Example::Raises("upcase(\"a\")\n.done = true"),
    fixes: &[
        fix("Store the value", ".letter = upcase(\"a\")\n.done = true"),
        fix("Leave it out", ".done = true"),
        fix("Say that a variable is not needed", "_unused = upcase(\"a\")\n.done = true"),
    ],
};

pub(super) const STALE_KIND: Explanation = Explanation {
    about: "What a closure assigns to names from outside, and what `del` takes out of a variable, is not followed: \
            nobody knows whether the closure runs. After it the name passes for what it was before, and where it \
            is something else by then, the program fails. A warning; other engines say nothing.",
    example: Example::Raises(
        "last = \"none\"\nfor_each(array!(.codes)) -> |_index, code| { last = to_int!(code) }\n.last = upcase(last)",
    ),
    fixes: &[
        fix(
            "Keep one kind in one name",
            "last = \"none\"\nfor_each(array!(.codes)) -> |_index, code| { last = to_string!(code) }\n.last = upcase(last)",
        ),
        fix(
            "Make sure of the kind where nothing is known of it",
            ".last = upcase(string!(.codes[-1]))",
        ),
    ],
};

//! Explanations of the codes E701 to E906: undefined names, and what is unused, deprecated or out of date.

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

pub(super) const DOUBTFUL_ARGUMENT: Explanation = Explanation {
    about: "The call compiles, but a constant in it can hardly do what its author wants: a time format in the notation of \
            another language, an expression without a named group where only named groups give fields, a look-up by a \
            value that no row can have. A warning; other engines say nothing.",
    example: Example::Raises(".day = format_timestamp!(now(), \"YYYY-MM-DD\")"),
    fixes: &[fix("Write what the function reads", ".day = format_timestamp!(now(), \"%Y-%m-%d\")")],
};

pub(super) const DROPPED_COMPARISON: Explanation = Explanation {
    about: "`==` compares. As a statement of its own, a comparison changes nothing, and its result goes nowhere: mostly `=` \
            was meant. The last expression of a program is its value, so it may be a comparison. A warning; other engines \
            say nothing.",
    example: Example::Raises(".level == \"info\"\n.done = true"),
    fixes: &[
        fix("Assign", ".level = \"info\"\n.done = true"),
        fix("Decide by it", "if .level == \"info\" {\n  .done = true\n}"),
        fix("Store the result", ".is_info = .level == \"info\"\n.done = true"),
    ],
};

pub(super) const DOUBTFUL_PATH: Explanation = Explanation {
    about: "The path is one, but hardly the one that was meant. A name with other characters than letters, digits and `_` \
            stands in double quotes, once, after its dot: `.\"app#1\"`. Without quotes a `#` begins a comment; quotes that \
            are doubled are two empty names around it. A warning; other engines say nothing, or refuse such a comment.",
    example: Example::Raises(".nested.\"\"field\"\" = 1"),
    fixes: &[
        fix("Quote once", ".nested.\"field\" = 1"),
        fix("Quote a name with a `#`", ".x = .\"#tag\""),
        fix("Put a blank before a comment", ".x = .tag # the first one"),
    ],
};

pub(super) const RETURN_IN_CLOSURE: Explanation = Explanation {
    about: "`return` ends a program with a value. A closure is no program, and nothing can be returned from it: VRL compiles \
            this, and the call fails when `return` is reached. (In `for_each` and `filter` over an object, not over an array, \
            it ends one run of the closure.) What a closure gives is the value of its last expression; `break` ends a \
            `for_each`. A warning.",
    example: Example::Raises(
        ".b = map_values({ \"a\": -1 }) -> |n| {\n  if n < 0 { return 0 }\n  n\n}",
    ),
    fixes: &[
        fix(
            "Decide what the closure gives",
            ".b = map_values({ \"a\": -1 }) -> |n| {\n  if n < 0 { 0 } else { n }\n}",
        ),
        fix("End a loop", "for_each([1, 2]) -> |_index, n| {\n  .first = n\n  break\n}"),
    ],
};

pub(super) const NO_EFFECT: Explanation = Explanation {
    about: "What is written there goes nowhere. Of two fields with the same key the last one stays; in a string, `{{` opens \
            a template, and without `}}` all that follows is dropped. A warning; other engines say nothing.",
    example: Example::Raises(".who = \"hello {{ name\""),
    fixes: &[
        fix("Close the template", "name = \"Ann\"\n.who = \"hello {{ name }}\""),
        fix("Write braces as they are", ".who = \"hello \\{{ name\""),
    ],
};

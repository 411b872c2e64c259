//! Explanations of the codes E601 to E660: literals, needless handling, assignments, operators.

use super::entry::{Example, Explanation, fix};

pub(super) const BAD_TIMESTAMP: Explanation = Explanation {
    about: "The text of a timestamp literal `t'…'` is no date with time and offset in the form of RFC 3339.",
    example: Example::Raises(".start = t'2024-02-30'"),
    fixes: &[
        fix("Write date, time and offset", ".start = t'2024-02-29T00:00:00Z'"),
        fix(
            "Read another form",
            ".start = parse_timestamp!(\"29.02.2024 00:00\", \"%d.%m.%Y %H:%M\")",
        ),
    ],
};

pub(super) const NOT_A_NUMBER_LITERAL: Explanation = Explanation {
    about: "A number literal stands for no number. VRL has no value that is not a number.",
    example: Example::Missing("no literal of the grammar stands for one"),
    fixes: &[],
};

pub(super) const FUNCTION_REFUSED: Explanation = Explanation {
    about: "The arguments are of the right kinds, but the function looked closer when the program was compiled and can't \
            work with them. The note names the reason, as a code from E400 on.",
    example: Example::Raises("del(5)"),
    fixes: &[fix("Give it what it needs", "del(.password)")],
};

pub(super) const NEEDLESS_BANG: Explanation = Explanation {
    about: "`!` turns a failure into the end of the program for this event, but this call can't fail. A reader would \
            think that it can. A warning; `vrlet check --fix` removes the `!`.",
    example: Example::Raises("upcase!(\"a\")"),
    fixes: &[fix("Leave it out", "upcase(\"a\")")],
};

pub(super) const FALLIBLE_ARGUMENT: Explanation = Explanation {
    about: "An argument can fail by itself, before the function is called. Handling that stands around the call, or \
            a `!` after the function, would not say which of the two failed, so it belongs to the argument.",
    example: Example::Raises("downcase!(to_string(.name))"),
    fixes: &[
        fix("End the program where it fails", "downcase(to_string!(.name))"),
        fix("Give a value for the failure", "downcase(to_string(.name) ?? \"\")"),
        fix(
            "Take the argument apart",
            "name, err = to_string(.name)\nif err != null {\n  .error = err\n}\ndowncase(name)",
        ),
    ],
};

pub(super) const FALLIBLE_EXIT: Explanation = Explanation {
    about: "What `abort` says or `return` gives can fail to be made. A program on its way out has nobody left to handle \
            that.",
    example: Example::Raises("abort to_string(.reason)"),
    fixes: &[fix("Give a value for the failure", "abort to_string(.reason) ?? \"no reason\"")],
};

pub(super) const BREAK_OUTSIDE_LOOP: Explanation = Explanation {
    about: "`break` ends `for_each` before its last element, so it stands in the closure of `for_each` itself, not in a \
            closure inside of that one.",
    example: Example::Raises("if .done == true {\n  break\n}"),
    fixes: &[
        fix(
            "End a loop",
            "for_each([3, 5, 8]) -> |_index, value| {\n  if value > 4 {\n    break\n  }\n  .last = value\n}",
        ),
        fix("End the program", "if .done == true {\n  return .\n}\n.more = 1"),
        fix("Drop the event", "if .done == true {\n  abort\n}\n.more = 1"),
    ],
};

pub(super) const NEEDLESS_ASSIGNMENT: Explanation = Explanation {
    about: "`_` stands for a target that nobody needs. With nothing but `_` on the left, the assignment does nothing.",
    example: Example::Raises("_ = .a"),
    fixes: &[fix("Name a target", ".b = .a"), fix("Keep the error alone", "_, .err = to_int(.a)")],
};

pub(super) const NOT_ASSIGNABLE: Explanation = Explanation {
    about: "What stands left of the `=` is a value, not a place. Values are stored in variables, in the event (`.a`) and \
            in the metadata (`%a`).",
    example: Example::Raises("{\"a\": 1}.b = 2"),
    fixes: &[fix("Store the value first", "x = {\"a\": 1}\nx.b = 2\nx")],
};

pub(super) const PARENT_NOT_CONTAINER: Explanation = Explanation {
    about: "A field can be set in an object, an element in an array. What stands above the target is known to be \
            something else, and replacing it silently would lose a value.",
    example: Example::Raises(".user = \"ada\"\n.user.name = \"ada\""),
    fixes: &[
        fix("Store a container first", ".user = {}\n.user.name = \"ada\""),
        fix("Use another place", ".user = \"ada\"\n.user_name = \"ada\""),
    ],
};

pub(super) const CHAINED_COMPARISON: Explanation = Explanation {
    about: "`a < b < c` would compare a boolean with `c`, which is hardly meant.",
    example: Example::Raises("low = 1\nhigh = 9\nlow < 5 < high"),
    fixes: &[fix("Join two comparisons", "low = 1\nhigh = 9\nlow < 5 && 5 < high")],
};

pub(super) const NEEDLESS_COALESCE: Explanation = Explanation {
    about: "`??` gives a value for a failure, and its left side can't fail: the right side never runs. A missing field \
            is null, not a failure; `||` is the operator that replaces null. A warning; an error with `--strict`.",
    example: Example::Raises(".level = .level ?? \"info\""),
    fixes: &[
        fix("Replace null and false", ".level = .level || \"info\""),
        fix("Replace whatever is no string", ".level = string(.level) ?? \"info\""),
    ],
};

pub(super) const MERGE_NOT_OBJECT: Explanation = Explanation {
    about: "`|` and `|=` merge objects, and a side may be something else.",
    example: Example::Raises(".all = .labels | {\"env\": \"prod\"}"),
    fixes: &[
        fix("Assert the kind", ".all = object!(.labels) | {\"env\": \"prod\"}"),
        fix("Take a default", ".all = (object(.labels) ?? {}) | {\"env\": \"prod\"}"),
    ],
};

pub(super) const NOT_OF_NON_BOOLEAN: Explanation = Explanation {
    about: "`!` turns `true` and `false` round, and nothing else: no other value counts as true or false.",
    example: Example::Raises("if !.enabled {\n  .state = \"off\"\n}"),
    fixes: &[
        fix("Compare", "if .enabled != true {\n  .state = \"off\"\n}"),
        fix(
            "Take the boolean, or a default",
            "if !(bool(.enabled) ?? false) {\n  .state = \"off\"\n}",
        ),
    ],
};

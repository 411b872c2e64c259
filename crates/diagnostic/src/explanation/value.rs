//! Explanations of the codes E300 to E316: values of the wrong kind, most of them failures at run time.

use super::entry::{Example, Explanation, fix};

pub(super) const VALUE_KIND: Explanation = Explanation {
    about: "A value is not of the kind that was asked for. It comes about when a program runs, since fields can hold \
            anything; a function that is given such a constant is refused with E610 and this code as the reason.",
    example: Example::AtRunTime(".count = \"five\"\n_, err = int(.count)\nerr"),
    fixes: &[fix("Take a default", ".count = int(.count) ?? 0")],
};

pub(super) const COERCION: Explanation = Explanation {
    about: "A value can't be turned into the other kind: the text is no number, or the kind has no such form.",
    example: Example::AtRunTime(".count = \"five\"\n_, err = to_int(.count)\nerr"),
    fixes: &[fix("Take a default", ".count = to_int(.count) ?? 0")],
};

pub(super) const REMAINDER: Explanation = Explanation {
    about: "`mod` divides an integer or a float by another; nothing else has a remainder.",
    example: Example::AtRunTime(".count = \"five\"\n_, err = mod(.total, 2)\nerr"),
    fixes: &[fix("Make sure of the kind", ".rest = mod(int(.count) ?? 0, 2)")],
};

pub(super) const MULTIPLICATION: Explanation = Explanation {
    about: "`*` multiplies numbers, and repeats a string an integer number of times. No other kinds go together.",
    example: Example::AtRunTime(".price = [5]\n_, err = .price * 2\nerr"),
    fixes: &[fix("Make sure of the kind", ".double = (int(.price) ?? 0) * 2")],
};

pub(super) const DIVISION: Explanation = Explanation {
    about: "`/` divides numbers, and always gives a float.",
    example: Example::AtRunTime(".bytes = \"many\"\n_, err = .bytes / 1024\nerr"),
    fixes: &[
        fix("Make sure of the kind", ".kilobytes = (int(.bytes) ?? 0) / 1024"),
        fix("Take a default for the whole", ".kilobytes = .bytes / 1024 ?? null"),
    ],
};

pub(super) const DIVISION_BY_ZERO: Explanation = Explanation {
    about: "Nothing can be divided by zero. A division is safe to the compiler only where the divisor is a constant \
            other than zero; every other one has to be handled.",
    example: Example::AtRunTime(".requests = 0\n_, err = 100 / .requests\nerr"),
    fixes: &[
        fix("Take a default", ".share = 100 / .requests ?? 0"),
        fix("Divide by a constant", ".share = (int(.requests) ?? 0) / 100"),
    ],
};

pub(super) const NOT_A_NUMBER_RESULT: Explanation = Explanation {
    about: "A calculation with floats has no number as its result, such as infinity minus infinity. VRL has no value \
            for that, so that comparisons always have an answer.",
    example: Example::AtRunTime(
        "x = 1.0\nfor_each([1, 2, 3, 4, 5, 6, 7, 8, 9]) -> |_index, _value| {\n  x = (x + 1.0) * 10000000000.0 * x\n}\nx - x",
    ),
    fixes: &[fix("Keep numbers in bounds, or use integers", "x = 100\nx - x")],
};

pub(super) const ADDITION: Explanation = Explanation {
    about: "`+` adds numbers and joins strings; null joined to a string is nothing. A number and a string do not go \
            together: whether to calculate or to join is for you to say.",
    example: Example::AtRunTime(".count = [1]\n_, err = .count + 2\nerr"),
    fixes: &[
        fix("Calculate", ".next = (int(.count) ?? 0) + 2"),
        fix(
            "Join, with a template",
            "count = to_string(.count) ?? \"?\"\n.text = \"count: {{ count }}\"",
        ),
        fix("Add to an array", ".all = push(array(.count) ?? [], 2)"),
    ],
};

pub(super) const SUBTRACTION: Explanation = Explanation {
    about: "`-` subtracts numbers, nothing else. To take text out of a string, use `replace`.",
    example: Example::AtRunTime(".count = \"five\"\n_, err = .count - 2\nerr"),
    fixes: &[fix("Make sure of the kind", ".rest = (int(.count) ?? 0) - 2")],
};

pub(super) const OR_OPERANDS: Explanation = Explanation {
    about: "The right side of `||`, which runs when the left side is null or false, failed in its turn.",
    example: Example::AtRunTime("_, err = .port || to_int(\"none\")\nerr"),
    fixes: &[fix("Handle the failure on the right", ".port = .port || (to_int(.fallback) ?? 80)")],
};

pub(super) const AND_OPERANDS: Explanation = Explanation {
    about: "Both sides of `&&` must be booleans or null, where null counts as false.",
    example: Example::AtRunTime(".debug = \"yes\"\n_, err = .debug && true\nerr"),
    fixes: &[
        fix("Compare", ".both = .debug == \"yes\" && .verbose == \"yes\""),
        fix("Make sure of the kinds", ".both = (bool(.debug) ?? false) && true"),
    ],
};

const COMPARISON: &str = "Two values can be put in order if both are numbers, both strings or both timestamps. Other pairs have no \
     order, and are not converted silently.";

const COMPARISON_FIXES: &[super::entry::Fix] = &[
    fix("Make sure of the kinds", ".large = (int(.size) ?? 0) > 100"),
    fix("Convert first", ".large = (to_int(.size) ?? 0) > 100"),
    fix("Take a default for the whole", ".large = .size > 100 ?? false"),
];

pub(super) const GREATER_OPERANDS: Explanation = Explanation {
    about: COMPARISON,
    example: Example::AtRunTime(".size = \"large\"\n_, err = .size > 100\nerr"),
    fixes: COMPARISON_FIXES,
};

pub(super) const GREATER_OR_EQUAL_OPERANDS: Explanation = Explanation {
    about: COMPARISON,
    example: Example::AtRunTime(".size = \"large\"\n_, err = .size >= 100\nerr"),
    fixes: COMPARISON_FIXES,
};

pub(super) const LESS_OPERANDS: Explanation = Explanation {
    about: COMPARISON,
    example: Example::AtRunTime(".size = \"large\"\n_, err = .size < 100\nerr"),
    fixes: COMPARISON_FIXES,
};

pub(super) const LESS_OR_EQUAL_OPERANDS: Explanation = Explanation {
    about: COMPARISON,
    example: Example::AtRunTime(".size = \"large\"\n_, err = .size <= 100\nerr"),
    fixes: COMPARISON_FIXES,
};

pub(super) const READ_ONLY: Explanation = Explanation {
    about: "The program that runs the script does not let it change this path, or what is above it: other parts of the \
            host rely on what stands there.",
    example: Example::Missing(
        "the host says which paths are read-only; the command line sets none",
    ),
    fixes: &[fix("Write to another path", ".copy = .value")],
};

pub(super) const MERGE_OPERANDS: Explanation = Explanation {
    about: "`|` merges two objects. The compiler makes sure of that with E652; what it knows goes out of date when a \
            closure assigns something else to a variable, and then the merge fails when the program runs.",
    example: Example::AtRunTime(
        "x = {\"a\": 1}\nfor_each([1]) -> |_index, _value| { x = 5 }\nx | {\"b\": 2}",
    ),
    fixes: &[fix(
        "Make sure of the kind where it is merged",
        "x = object(.more) ?? {}\nx | {\"b\": 2}",
    )],
};

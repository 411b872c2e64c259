//! Explanations of the codes E200 to E211: syntax errors.

use super::entry::{Example, Explanation, fix};

pub(super) const BAD_TOKEN: Explanation = Explanation {
    about: "A piece of text is no word, number or sign of the language.",
    example: Example::Missing(
        "vrlet reports it as E203, which says what was expected in its place",
    ),
    fixes: &[],
};

pub(super) const EXTRA_TOKEN: Explanation = Explanation {
    about: "The text goes on after the end of an expression.",
    example: Example::Missing(
        "vrlet reports it as E203, which says what was expected in its place",
    ),
    fixes: &[],
};

pub(super) const PARSER_FAILURE: Explanation = Explanation {
    about: "The program goes beyond what the parser takes: brackets may be nested 100 deep, expressions and paths 256 \
            deep. The limits keep a hostile text from exhausting the stack of the process that compiles it.",
    example: Example::Missing("a program that raises it is too long for a page"),
    fixes: &[fix("Give inner parts a name", "inner = [[[1]]]\nouter = [[[inner]]]\nouter")],
};

pub(super) const UNEXPECTED_TOKEN: Explanation = Explanation {
    about: "The text goes on in a way that the grammar does not know. The message says what could stand there; after \
            a typical mistake from another language, the help says what to type.",
    example: Example::Raises(".both = .a == 1 and .b == 2"),
    fixes: &[fix("Write it as VRL does", ".both = .a == 1 && .b == 2")],
};

pub(super) const UNEXPECTED_END: Explanation = Explanation {
    about: "The program ends in the middle of an expression: an operand is missing, or a bracket was never closed. The \
            message points at the bracket that is still open.",
    example: Example::Raises(".sum = 1 +"),
    fixes: &[fix("Finish the expression", ".sum = 1 + 2")],
};

pub(super) const RESERVED_WORD: Explanation = Explanation {
    about: "The word is kept back, so that the language can grow without breaking programs. It can't name a variable; \
            as a field of the event it is fine.",
    example: Example::Raises("for = 1"),
    fixes: &[fix("Choose another name", "count = 1\ncount"), fix("Use it as a field", ".for = 1")],
};

pub(super) const NUMBER_OUT_OF_RANGE: Explanation = Explanation {
    about: "Integers have 64 bits: they go from -9223372036854775808 to 9223372036854775807. A literal beyond that is \
            refused instead of being rounded silently.",
    example: Example::Raises(".id = 9223372036854775808"),
    fixes: &[
        fix("Keep all digits in a string", ".id = \"9223372036854775808\""),
        fix("Take a float, which rounds", ".id = 9223372036854775808.0"),
    ],
};

pub(super) const UNTERMINATED_STRING: Explanation = Explanation {
    about: "A string opens with `\"` and never closes. The place shown is the opening quote; a quote inside of a string \
            is written `\\\"`.",
    example: Example::Raises(".text = \"hello"),
    fixes: &[
        fix("Close it", ".text = \"hello\""),
        fix("Escape quotes inside", ".text = \"say \\\"hello\\\"\""),
        fix("Use a raw string, where only `'` needs a backslash", ".text = s'say \"hello\"'"),
    ],
};

pub(super) const UNTERMINATED_LITERAL: Explanation = Explanation {
    about: "A raw string `s'…'`, regex `r'…'` or timestamp `t'…'` opens and never closes. A `'` inside of it is \
            written `\\'`.",
    example: Example::Raises(".text = s'hello"),
    fixes: &[
        fix("Close it", ".text = s'hello'"),
        fix("Escape a quote inside", ".text = s'it\\'s'"),
    ],
};

pub(super) const BAD_ESCAPE: Explanation = Explanation {
    about: "After a backslash in a string stands a character that has no meaning there. Known are \
            `\\n \\r \\t \\0 \\\\ \\\" \\' \\{ \\}` and `\\u{…}`.",
    example: Example::Raises(".path = \"C:\\Windows\""),
    fixes: &[
        fix("Write the backslash twice", ".path = \"C:\\\\Windows\""),
        fix("Use a raw string", ".path = s'C:\\Windows'"),
    ],
};

pub(super) const END_IN_COMMENT: Explanation = Explanation {
    about: "The program ends in a comment while a bracket is open. A comment reaches to the end of its line and takes \
            a closing bracket on that line with it.",
    example: Example::Raises(".a[ # the first ]"),
    fixes: &[fix("Close before the comment", ".a[0] # the first")],
};

pub(super) const BAD_UNICODE_ESCAPE: Explanation = Explanation {
    about: "The number in `\\u{…}` is not that of a character: it must be hexadecimal, at most `10ffff`, and outside of \
            `d800` to `dfff`, which are halves of pairs in another encoding.",
    example: Example::Raises(".face = \"\\u{d83d}\""),
    fixes: &[
        fix("Write the number of the character itself", ".face = \"\\u{1f600}\""),
        fix("Write the character", ".face = \"ä\""),
    ],
};

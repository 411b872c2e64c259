//! Rules for programs that both engines refuse, with different errors.

use vrlet_parser::ast::RootExpr;
use vrlet_parser::{TokenKind, tokens};

use super::case::{case, made};
use super::{Remedy, Rule, Theme};
use crate::syntax::{Edits, Program};
use crate::verdict::{Answers, Verdict};

pub const THEME: Theme = Theme {
    title: "Syntax errors that look different",
    about: "Both refuse these programs, unless it is said that the reference does not.",
    rules: &[
        Rule {
            name: "pieces of a broken text",
            reason: "into how many pieces a slip breaks the rest is each parser's own",
            concerns: both_refuse_the_text,
            remedy: Remedy::Rewrite(keep_whole_pieces),
            cases: &[case("%. = 1\n.a = 2", "✗203,203", "✗203")],
        },
        Rule {
            name: "a string touches a string",
            reason: "the second quote ends the first string; the reference reads on",
            concerns: both_refuse,
            remedy: Remedy::Rewrite(part_strings),
            cases: &[case("[ \"a\"\"b\"]", "✗207", "✗203")],
        },
        Rule {
            name: "a character that begins nothing",
            reason: "the reference stops at such a character, vrlet looks at the rest",
            concerns: both_refuse,
            remedy: Remedy::Rewrite(remove_strangers),
            cases: &[case("x = \\1; nope()", "✗203", "✗203,105")],
        },
        Rule {
            name: "a word begins with a digit",
            reason: "a word may begin with a digit, that of a call too",
            concerns: both_refuse,
            remedy: Remedy::Rewrite(part_digits),
            cases: &[case("0nope()", "✗203", "✗105")],
        },
        Rule {
            name: "a text that ends too early",
            reason: "each parser sees in its own place that something is missing",
            concerns: one_sees_an_end,
            remedy: Remedy::Rewrite(keep_whole_pieces),
            cases: &[
                case("zip(#[1])", "✗204", "✗210"),
                case(".a[", "✗203", "✗204"),
                case("[]|=", "✗203", "✗204"),
            ],
        },
        Rule {
            name: "a reserved word in a broken text",
            reason: "each parser names the slip that it meets first",
            concerns: |answers| {
                let sees = |verdict: &Verdict| verdict.has_code(&[205]);
                both_refuse(answers) && (sees(&answers.reference) || sees(&answers.vrlet))
            },
            remedy: Remedy::Rewrite(keep_whole_pieces),
            cases: &[
                case("f(x: (is_object(1), string: 0)", "✗203", "✗205"),
                case("upcase(while.x)", "✗205", "✗203"),
                case(".o = if 0 { null }\nelse {\nwhile }", "✗205", "✗102,203,205"),
            ],
        },
        Rule {
            name: "a word with `@`",
            reason: "a word with `@` can stand for an argument's name; there is no such argument",
            concerns: both_refuse,
            remedy: Remedy::Rewrite(remove_at_signs),
            cases: &[case("upcase(@value: \"a\")", "✗203", "✗108")],
        },
        Rule {
            name: "a chain of comparisons",
            reason: "the chain is found before functions and variables are looked up",
            concerns: |answers| both_refuse(answers) && answers.vrlet.has_code(&[650]),
            remedy: Remedy::Rewrite(keep_whole_pieces),
            cases: &[case("nope() < 2 < 3", "✗105", "✗650")],
        },
        Rule {
            name: "an open quote",
            reason: "the place is that of the quote which is never closed",
            concerns: both_refuse,
            remedy: Remedy::CasesOnly,
            cases: &[case("\"a\\", "✗209", "✗207")],
        },
        Rule {
            name: "a number that does not fit is subtracted",
            reason: "it is a subtraction of a number that does not fit",
            concerns: both_refuse,
            remedy: Remedy::Rewrite(part_minus_signs),
            cases: &[case("x = 5; x-9223372036854775808", "✗203", "✗206")],
        },
        Rule {
            name: "brackets nest too deep",
            reason: "brackets nest 100 deep, trees and paths 256: nothing overflows the stack. The reference \
                     takes more, and a few thousand levels end its process",
            concerns: |answers| answers.vrlet.has_code(&[202]),
            remedy: Remedy::CasesOnly,
            cases: &[made("101 brackets in each other", || nested(101), "⇒ 1", "✗202")],
        },
        Rule {
            name: "expressions are broken without end",
            reason: "a text with a hundred slips is no program: the first 100 are reported",
            concerns: both_refuse,
            remedy: Remedy::CasesOnly,
            cases: &[made(
                "101 broken lines",
                || "1 1\n".repeat(101),
                "✗203, 101 times",
                "✗203, 100 times",
            )],
        },
    ],
    notes: &[
        "`1--1` stays refused (✗203): it reads like a decrement or a comment of another language.",
        "The code is the same but the place is another: the quote of `{ \"a` that is never closed stands at column 3, the path of `true.a`, `null[0]` and `abort.a` is what is wrong.",
    ],
};

fn nested(levels: usize) -> String {
    format!("{}1{}", "(".repeat(levels), ")".repeat(levels))
}

fn both_refuse(answers: &Answers) -> bool {
    matches!((&answers.reference, &answers.vrlet), (Verdict::Refused(_), Verdict::Refused(_)))
}

/// Both say the same of the first slip, and it is one of the text.
fn both_refuse_the_text(answers: &Answers) -> bool {
    const OF_THE_TEXT: std::ops::RangeInclusive<u16> = 202..=211;
    match (&answers.reference, &answers.vrlet) {
        (Verdict::Refused(codes), Verdict::Refused(own)) => {
            let first =
                |codes: &[u16]| codes.iter().copied().find(|code| OF_THE_TEXT.contains(code));
            first(codes).is_some() && first(codes) == first(own)
        }
        _ => false,
    }
}

/// Both refuse the text, one of them for its end.
fn one_sees_an_end(answers: &Answers) -> bool {
    const OF_THE_TEXT: &[u16] = &[203, 204, 210];
    let both = [&answers.reference, &answers.vrlet];
    both.iter().all(|verdict| verdict.has_code(OF_THE_TEXT))
        && both.iter().any(|verdict| verdict.has_code(&[204, 210]))
}

/// Leaves the expressions that parse.
fn keep_whole_pieces(program: &Program<'_>, edits: &mut Edits) {
    if !program.is_broken() {
        return;
    }
    let mut end = 0;
    for root in &program.ast.roots {
        if let RootExpr::Expr(expr) = root {
            let range = expr.span.range();
            edits.replace(end..range.start, "\n");
            end = range.end;
        }
    }
    edits.replace(end..program.source.len(), "\n");
}

fn part_strings(program: &Program<'_>, edits: &mut Edits) {
    let tokens = tokens(program.source);
    for pair in tokens.windows(2) {
        if let [
            (TokenKind::String | TokenKind::Quoted, first),
            (TokenKind::String | TokenKind::Quoted, second),
        ] = pair
            && first.end == second.start
        {
            edits.insert(second.range().start, " ");
        }
    }
}

fn remove_strangers(program: &Program<'_>, edits: &mut Edits) {
    for (kind, span) in tokens(program.source) {
        let text = &program.source[span.range()];
        if kind == TokenKind::Sign && ["'", "\\", "`", "$", "~", "^"].contains(&text) {
            edits.delete(span.range());
        }
    }
}

fn part_digits(program: &Program<'_>, edits: &mut Edits) {
    for (kind, span) in tokens(program.source) {
        let text = &program.source[span.range()];
        let word = text.trim_start_matches(|it: char| it.is_ascii_digit() || it == '_');
        if kind == TokenKind::Function && word.len() < text.len() {
            edits.insert(span.range().end - word.len(), " ");
        }
    }
}

fn remove_at_signs(program: &Program<'_>, edits: &mut Edits) {
    for (at, sign) in program.source.match_indices('@') {
        edits.delete(at..at + sign.len());
    }
}

/// The smallest integer after a value: its sign is an operator.
fn part_minus_signs(program: &Program<'_>, edits: &mut Edits) {
    for (at, sign) in program.source.match_indices("-9223372036854775808") {
        let follows_value = program.source[..at].ends_with(|it: char| {
            it.is_alphanumeric() || matches!(it, ')' | ']' | '}' | '_' | '"' | '%' | '.')
        });
        if follows_value {
            edits.replace(at..at + sign.len(), " - 9223372036854775808");
        }
    }
}

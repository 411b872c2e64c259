//! Rules for tokens without a blank between them: the reference tokenises before it parses, and cuts some
//! texts in the wrong place.

use vrlet_parser::ast::{Expr, Node};
use vrlet_parser::{TokenKind, tokens};

use super::case::case;
use super::{Remedy, Rule, Theme, reference_refuses_the_text};
use crate::syntax::{Edits, Program};
use crate::verdict::Verdict;

pub const THEME: Theme = Theme {
    title: "Accepted where the reference's scanner stumbles",
    about: "The reference cuts a program into tokens before it looks at the grammar, so that a missing blank \
            can make nonsense of a plain program. vrlet reads these as what they say.",
    rules: &[
        Rule {
            name: "an operator touches a sign",
            reason: "an operator ends where a `-` or `!` of its own begins",
            concerns: reference_refuses_the_text,
            remedy: Remedy::Respell(space_operators),
            cases: &[
                case("x=-1; x", "✗203", "⇒ -1"),
                case("x =-1; x", "✗203", "⇒ -1"),
                case("x = 1; x==-1", "✗203", "⇒ false"),
                case("1*-1", "✗203", "⇒ -1"),
                case("x=!true; x", "✗203", "⇒ false"),
                case("true&&!false", "✗203", "⇒ true"),
                case("!-1", "✗203", "✗660"),
            ],
        },
        Rule {
            name: "a subtraction touches a number",
            reason: "after a value, `-` subtracts; elsewhere it belongs to the number",
            concerns: reference_refuses_the_text,
            remedy: Remedy::Respell(space_subtractions),
            cases: &[
                case("1-1", "✗203", "⇒ 0"),
                case("1 -1", "✗203", "⇒ 0"),
                case("x = 5; x-1", "✗203", "⇒ 4"),
                case("x = 5; x -1", "✗203", "⇒ 4"),
                case(".a = 5; .a-1", "✗203", "⇒ 4"),
            ],
        },
        Rule {
            name: "`!=` touches a word",
            reason: "a word is a call only before `(` or `!(`",
            concerns: reference_refuses_the_text,
            remedy: Remedy::Respell(space_inequalities),
            cases: &[case("x = 1; x!=1", "✗203", "⇒ false"), case(".a!=1", "✗203", "⇒ true")],
        },
        Rule {
            name: "a keyword touches what follows",
            reason: "`if`, `else`, `return` and `abort` are never function names",
            concerns: |answers| matches!(answers.reference, Verdict::Refused(_)),
            remedy: Remedy::Respell(space_keywords),
            cases: &[
                case("if(true) { 1 }", "✗203", "⇒ 1"),
                case("if!true { 1 }", "✗203", "⇒ null"),
                case("return(5)", "✗105", "⇒ 5"),
                case("abort(\"x\")", "✗105", "aborts"),
                case("upcase(else(\"b\"))", "✗105", "✗203"),
            ],
        },
        Rule {
            name: "a comment touches a path",
            reason: "a comment ends a path, as it ends anything else",
            concerns: reference_refuses_the_text,
            remedy: Remedy::Respell(space_comments),
            cases: &[case(".a#c\n.b = 1", "✗203,203", "⇒ 1")],
        },
        Rule {
            name: "a path follows a name with a digit first",
            reason: "a variable's name may begin with digits, and a path may follow it",
            concerns: reference_refuses_the_text,
            remedy: Remedy::Rewrite(begin_with_letters),
            cases: &[case("1v = {\"a\": 2}; 1v.a", "✗203", "⇒ 2")],
        },
        Rule {
            name: "a brace touches a path",
            reason: "a brace ends a path; in this case, the kind is still wrong",
            concerns: reference_refuses_the_text,
            remedy: Remedy::Respell(space_blocks),
            cases: &[case("if .a{1}", "✗203", "✗102")],
        },
        Rule {
            name: "brackets touch",
            reason: "a path may follow an array or a block whatever it begins with, and so may a path or a \
                     string anywhere after it",
            concerns: reference_refuses_the_text,
            remedy: Remedy::Respell(space_brackets),
            cases: &[
                case("{[0]}[0]", "✗203", "⇒ 0"),
                case("[(1), 2][0]", "✗203", "⇒ 1"),
                case("x = [(1), 2]; \"a\"", "✗210", "⇒ \"a\""),
            ],
        },
        Rule {
            name: "a newline is missing in a condition",
            reason: "the newline before `)` may be left out",
            concerns: reference_refuses_the_text,
            remedy: Remedy::Respell(break_conditions),
            cases: &[case("if (\ntrue) { 1 }", "✗203", "⇒ 1")],
        },
        Rule {
            name: "a byte order mark",
            reason: "editors put it before the program",
            concerns: reference_refuses_the_text,
            remedy: Remedy::Respell(remove_mark),
            cases: &[case("\u{feff}true", "✗203", "⇒ true")],
        },
    ],
    notes: &[],
};

/// Puts a blank where two tokens touch.
fn part(source: &str, at: usize, edits: &mut Edits) {
    let touches = |text: Option<char>| text.is_some_and(|it| !it.is_whitespace());
    if touches(source[..at].chars().next_back()) && touches(source[at..].chars().next()) {
        edits.insert(at, " ");
    }
}

fn space_operators(program: &Program<'_>, edits: &mut Edits) {
    let Program { source, .. } = program;
    let signed = |expr: &Expr| source[expr.span.range()].starts_with(['-', '!']);
    program.sites(&mut |site| match &site.expr.node {
        Node::Operation(operation) => {
            for (_, span, operand) in &operation.rest {
                if signed(operand) {
                    part(source, span.range().end, edits);
                }
            }
        }
        Node::Assign(assign) if signed(&assign.value) => {
            part(source, assign.operator_span.range().end, edits);
        }
        Node::Not { operator, operand } if signed(operand) => {
            part(source, operator.range().end, edits);
        }
        _ => {}
    });
}

fn space_subtractions(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Operation(operation) = &site.expr.node {
            for (_, span, _) in &operation.rest {
                if program.source[span.range()].starts_with('-') {
                    part(program.source, span.range().start, edits);
                    part(program.source, span.range().end, edits);
                }
            }
        }
    });
}

fn space_inequalities(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Operation(operation) = &site.expr.node {
            for (_, span, _) in &operation.rest {
                if &program.source[span.range()] == "!=" {
                    part(program.source, span.range().start, edits);
                }
            }
        }
    });
}

fn space_keywords(program: &Program<'_>, edits: &mut Edits) {
    for (kind, span) in tokens(program.source) {
        let word = &program.source[span.range()];
        let is_keyword = matches!(kind, TokenKind::Keyword | TokenKind::Function)
            && ["if", "else", "return", "abort"].contains(&word);
        if is_keyword {
            part(program.source, span.range().end, edits);
        }
    }
}

fn space_comments(program: &Program<'_>, edits: &mut Edits) {
    for (kind, span) in tokens(program.source) {
        if kind == TokenKind::Comment {
            part(program.source, span.range().start, edits);
        }
    }
}

/// `1v` becomes `v1v`.
fn begin_with_letters(program: &Program<'_>, edits: &mut Edits) {
    for (_, span) in tokens(program.source) {
        let text = &program.source[span.range()];
        let is_name = text.starts_with(|first: char| first.is_ascii_digit())
            && text.chars().all(|part| part.is_ascii_alphanumeric() || part == '_')
            && text.contains(|part: char| part.is_ascii_alphabetic());
        if is_name {
            edits.insert(span.range().start, "v");
        }
    }
}

/// Before blocks that follow a path.
fn space_blocks(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::If(choice) = &site.expr.node {
            for branch in &choice.branches {
                let ends_in_path = branch.predicate.exprs.last().is_some_and(ends_in_path);
                if ends_in_path {
                    part(program.source, branch.block.span.range().start, edits);
                }
            }
        }
    });
}

fn ends_in_path(expr: &Expr) -> bool {
    match &expr.node {
        Node::Query(_) => true,
        Node::Operation(operation) => {
            operation.rest.last().is_some_and(|(_, _, operand)| ends_in_path(operand))
        }
        Node::Not { operand, .. } => ends_in_path(operand),
        _ => false,
    }
}

/// After an array's bracket that a group touches, and a block's brace that a group or an array touches.
fn space_brackets(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        let start = site.expr.span.range().start;
        let rest = site.text().get(1..).unwrap_or_default();
        let touches = match &site.expr.node {
            Node::Array(_) => rest.starts_with('('),
            Node::Block(_) => rest.starts_with(['(', '[']),
            _ => false,
        };
        if touches {
            edits.insert(start + 1, " ");
        }
    });
}

fn break_conditions(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::If(choice) = &site.expr.node {
            for branch in &choice.branches {
                let range = branch.predicate.span.range();
                let text = &program.source[range.clone()];
                let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
                if inner.is_some_and(|it| it.trim_start_matches([' ', '\t']).starts_with('\n')) {
                    edits.insert(range.end - 1, "\n");
                }
            }
        }
    });
}

fn remove_mark(program: &Program<'_>, edits: &mut Edits) {
    if program.source.starts_with('\u{feff}') {
        edits.delete(0..'\u{feff}'.len_utf8());
    }
}

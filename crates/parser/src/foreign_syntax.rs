//! Suggestions for the syntax of other languages (`elif`, `and`, `let`, `for`, …): what VRL has in its place.

use vrlet_diagnostic::{Diagnostic, Span};

use crate::adjacent::{adjacent, adjacent_values};
use crate::error_context::ErrorContext;
use crate::foreign_operator;
use crate::foreign_statement::end_of_statement;
use crate::keywords::is_reserved;
use crate::lexer::{Lexer, Token};

/// A word where none is expected.
pub(crate) fn word(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let replace = |with: &str, diagnostic: Diagnostic| {
        diagnostic.help(format!("write `{with}`")).edit(token.span(), with, true)
    };
    if let Some(diagnostic) = foreign_word(context, token, &diagnostic) {
        return diagnostic;
    }
    match (context.before(), token.text) {
        (_, "elif" | "elsif" | "elseif") => replace("else if", diagnostic),
        ("[", _) => diagnostic.help(format!(
            "brackets hold the number of an element; for a step that is computed, write \
             `get!({}, [{}])`",
            context.path_text().trim_end_matches('['), token.text
        )),
        (_, "in") => foreign_operator::is_in(context, token, diagnostic),
        (_, "is") => replace("==", diagnostic),
        ("function" | "func" | "fn" | "def", _) => {
            diagnostic.help("there are no functions of your own; write what it does where it is needed")
        }
        ("import" | "use" | "include" | "require", _) => {
            diagnostic.help("there is nothing to import; all functions are there")
        }
        ("switch" | "case" | "match", _) => {
            diagnostic.help("for a choice, write `if .a == 1 { … } else if .a == 2 { … } else { … }`")
        }
        (_, "if") if adjacent_values(context, token) => {
            diagnostic.help("the condition comes first, `if .a { … }`")
        }
        (_, "and") => replace("&&", diagnostic),
        (_, "or") => replace("||", diagnostic),
        ("not", _) => not(context, diagnostic),
        ("let" | "var" | "const" | "set", name) => {
            let diagnostic =
                diagnostic.help(format!("variables need no keyword, write `{name} = …`"));
            match context.before {
                Some(keyword) => {
                    diagnostic.edit(Span::new(keyword.start, token.start), "", true)
                }
                None => diagnostic,
            }
        }
        (_, "then") => braces(context, token.span(), token.end(), diagnostic),
        (_, "else") => {
            let diagnostic = diagnostic
                .help("`else` belongs directly after the block of its `if`, without a `;` between them");
            let before = context.text(0, token.start).trim_end();
            match before.strip_suffix(';') {
                Some(head) if head.ends_with('}') => {
                    diagnostic.edit(Span::new(head.len(), before.len()), "", false)
                }
                Some(_) | None => diagnostic,
            }
        }
        (_, "undefined") => replace("null", diagnostic),
        (_, "for" | "foreach" | "while" | "loop" | "do" | "each" | "iter") => diagnostic
            .help("there are no loops; go over a collection with `for_each(.items) -> |index, item| { … }`"),
        (_, "unless") => diagnostic.help("write `if !…`"),
        (_, "try") => diagnostic.help("catch a failure with `??`, or with `value, err = …`"),
        (_, "continue") => diagnostic
            .help("a closure has no early end; put what follows into an `if`, or end all of it with `break`"),
        (_, "if" | "return" | "abort" | "break") if !adjacent_values(context, token) => {
            let text = format!("put it in a block to use it as a value, `{{ {} … }}`", token.text);
            diagnostic.help(text)
        }
        (_, reserved) if is_reserved(reserved) => diagnostic
            .help(format!("choose another name, `{reserved}_value`; as a field, `.{reserved}` is fine")),
        (_, word) if word.contains('@') => diagnostic
            .help(format!("`@` is for fields, write `.{word}`; variables have letters, digits and `_`"))
            .edit(Span::new(token.start, token.start), ".", false),
        ("(", _) | (_, "_") => diagnostic,
        _ => adjacent(context, token, diagnostic),
    }
}

/// Words whose place tells what is meant.
fn foreign_word(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: &Diagnostic,
) -> Option<Diagnostic> {
    let follows = context.rest_after(token).trim_start_matches([' ', '\t']);
    let in_object = context.open.last().is_some_and(|open| open.text == "{");
    if in_object && follows.starts_with(':') && context.last.is_some_and(|last| last.text == ",") {
        let key = format!("\"{}\"", token.text);
        return Some(
            diagnostic
                .clone()
                .help(format!("keys of objects stand in double quotes, `{key}: …`"))
                .edit(token.span(), key, true),
        );
    }
    let is_statement = matches!(token.text, "abort" | "return" | "break");
    if context.in_condition && is_statement && adjacent_values(context, token) {
        let start = Span::new(token.start, token.start);
        return Some(braces(context, start, token.start, diagnostic.clone()));
    }
    None
}

/// `if .a == 1 abort`, `if .a == 1 then .b = 2 else .b = 3 end`: the braces that are missing, where all stands on one
/// line. The first stands in the place of `opening`.
pub(crate) fn braces(
    context: &ErrorContext<'_>,
    opening: Span,
    from: usize,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let diagnostic = diagnostic.help("the block of an `if` stands in braces, `if .a == 1 { … }`");
    let end = end_of_statement(context, from);
    let words: Vec<_> = Lexer::new(context.source(), from)
        .take_while(|token| token.start < end)
        .filter(|token| matches!(token.text, "else" | "end" | "fi" | "{" | "elif" | "if"))
        .collect();
    if end <= from
        || !context.open.is_empty()
        || words.iter().any(|word| matches!(word.text, "{" | "if" | "elif"))
    {
        return diagnostic;
    }
    let diagnostic =
        diagnostic.edit(opening, if opening.start == opening.end { "{ " } else { "{" }, false);
    let ends = words.last().filter(|word| word.text != "else" && word.end() == end);
    let diagnostic = match ends {
        Some(word) => diagnostic.edit(word.span(), "}", false),
        None => diagnostic.edit(Span::new(end, end), " }", false),
    };
    match words.iter().find(|word| word.text == "else") {
        Some(word) => diagnostic.edit(word.span(), "} else {", false),
        None => diagnostic,
    }
}

/// What stands after `not`.
pub(crate) fn not(context: &ErrorContext<'_>, diagnostic: Diagnostic) -> Diagnostic {
    match (context.before, &context.token) {
        (Some(not), Some(token)) => {
            diagnostic.help("write `!`").edit(Span::new(not.start, token.start), "!", false)
        }
        _ => diagnostic,
    }
}

//! Suggestions for statements of other languages (`throw "x"`, `delete .a`, `import`, `match`): what VRL has in
//! their place, by their first word.

use vrlet_diagnostic::{Diagnostic, Span};

use crate::error_context::ErrorContext;
use crate::lexer::{Kind, Lexer, Token};

/// A statement whose first word is followed by something that no operator joins to it.
pub(crate) fn statement(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Result<Diagnostic, Diagnostic> {
    let Some(word) = context.before.filter(|before| {
        before.kind == Kind::Word && !context.touches(token) && !context.is_part_of_path(before)
    }) else {
        return Err(diagnostic);
    };
    let begins_value = matches!(token.text, "." | "%" | "(" | "[" | "{")
        || matches!(token.kind, Kind::String | Kind::Quoted | Kind::Number | Kind::Word);
    if !begins_value {
        return Err(diagnostic);
    }
    Ok(match word.text {
        "match" | "switch" | "case" | "when" | "select" => diagnostic
            .help("for a choice, write `if .a == 1 { … } else if .a == 2 { … } else { … }`"),
        "import" | "use" | "include" | "require" | "from" | "package" => {
            diagnostic.help("there is nothing to import; all functions are there, so leave it out")
        }
        "throw" | "raise" | "error" | "die" | "fail" | "panic" => {
            let diagnostic =
                diagnostic.help("to drop the event with a reason, write `abort \"…\"`");
            if token.kind == Kind::String {
                diagnostic.edit(word.span(), "abort", false)
            } else {
                diagnostic
            }
        }
        "delete" | "unset" | "rm" | "remove" | "undef"
            if token.text == "." || token.text == "%" =>
        {
            call_of_rest(context, &word, token, "del", diagnostic)
        }
        "echo" | "print" | "puts" | "log" | "say" | "debug" => {
            call_of_rest(context, &word, token, "log", diagnostic)
        }
        "let" | "var" | "const" | "set" | "local" | "my" | "mut" | "final"
            if token.text == "." || token.text == "%" =>
        {
            diagnostic.help("an assignment needs no keyword: `.a = …`").edit(
                Span::new(word.start, token.start),
                "",
                false,
            )
        }
        "return" | "if" | "else" | "abort" | "let" | "var" | "const" | "set" | "not"
        | "function" | "func" | "fn" | "def" | "and" | "or" | "in" | "is" | "then" => {
            return Err(diagnostic);
        }
        _ if token.kind == Kind::Word || token.text == "{" => return Err(diagnostic),
        name => call_of_rest(context, &word, token, name, diagnostic),
    })
}

/// The rest of the line as what a function is given.
fn call_of_rest(
    context: &ErrorContext<'_>,
    word: &Token<'_>,
    token: &Token<'_>,
    function: &str,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let end = end_of_statement(context, token.start);
    let value = context.text(token.start, end);
    if value.chars().count() > 60 {
        return diagnostic
            .help(format!("what a function is given stands in parentheses: `{function}(…)`"));
    }
    let call = format!("{function}({value})");
    diagnostic.help(format!("what a function is given stands in parentheses: `{call}`")).edit(
        Span::new(word.start, end),
        call,
        false,
    )
}

/// Where a statement ends that goes on at an offset: before a separator, or a bracket that was open before.
pub(crate) fn end_of_statement(context: &ErrorContext<'_>, from: usize) -> usize {
    let mut depth = 0_usize;
    let mut end = from;
    for token in Lexer::new(context.source(), from) {
        match token.kind {
            Kind::Newline | Kind::Semicolon if depth == 0 => break,
            Kind::Open => depth += 1,
            Kind::Close if depth == 0 => break,
            Kind::Close => depth -= 1,
            Kind::Newline | Kind::Semicolon | Kind::Word | Kind::Number => {}
            Kind::String | Kind::Quoted | Kind::Operator | Kind::Other => {}
        }
        end = token.end();
    }
    end
}

/// `parse_json! .message`: parentheses that are missing after the `!`.
pub(crate) fn arguments(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let start = context.before.map_or(token.start, |before| before.end());
    let end = end_of_statement(context, token.start);
    let value = context.text(token.start, end);
    diagnostic
        .help(format!(
            "what a function is given stands in parentheses, which touch the `!`: `!({value})`"
        ))
        .edit(Span::new(start, end), format!("({value})"), false)
}

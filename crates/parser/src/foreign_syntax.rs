//! Suggestions for the syntax of other languages (`elif`, `and`, `let`, `for`, …): what VRL has in its place.

use vrlet_diagnostic::{Diagnostic, Span};

use crate::adjacent::{adjacent, adjacent_values};
use crate::error_context::ErrorContext;
use crate::keywords::is_reserved;
use crate::lexer::Token;

/// A word where none is expected.
pub(crate) fn word(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let replace = |with: &str, diagnostic: Diagnostic| {
        diagnostic.help(format!("write `{with}`")).edit(token.span(), with, true)
    };
    match (context.before(), token.text) {
        (_, "elif" | "elsif" | "elseif") => replace("else if", diagnostic),
        ("[", _) => diagnostic.help(format!(
            "brackets hold the number of an element; for a step that is computed, write \
             `get!({}, [{}])`",
            context.path_text().trim_end_matches('['), token.text
        )),
        (_, "in") => diagnostic.help(
            "for an element of an array, write `includes(array, item)`, for a part of a text \
             `contains(text, part)`",
        ),
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
        (_, "then") => diagnostic.help("the block of an `if` stands in braces, `if .a { … }`"),
        (_, "else") => diagnostic
            .help("`else` belongs directly after the block of its `if`, without a `;` between them"),
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
            .help(format!("`@` is for fields, write `.{word}`; variables have letters, digits and `_`")),
        ("(", _) | (_, "_") => diagnostic,
        _ => adjacent(context, token, diagnostic),
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

/// The path that was meant where a name in it needs quotes and has none: `.a."b-c"` for `.a.b-c`. The names
/// may have a `-`, a `:`, or letters beyond those of English.
#[must_use]
pub fn quoted_path(path_text: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '@');
    let is_name = |c: char| is_plain(c) || matches!(c, '-' | ':') || c.is_alphanumeric();
    let names = path_text.strip_prefix(['.', '%'])?;
    let needs_quotes = |name: &str| !name.chars().all(is_plain);
    let quoted = |name: &str| {
        if needs_quotes(name) { format!("\"{name}\"") } else { name.to_owned() }
    };
    let whole = names.split('.').all(|name| !name.is_empty() && name.chars().all(is_name));
    let path = names.split('.').map(quoted).collect::<Vec<_>>().join(".");
    (whole && names.split('.').any(needs_quotes)).then(|| format!("{}{path}", &path_text[..1]))
}

//! Suggestions for operators of other languages (`=~`, `? :`, `//`, `[*]`): what VRL has in their place, with the
//! operands as they stand.

use pest::Parser;
use vrlet_diagnostic::{Diagnostic, Span};

use crate::error_context::ErrorContext;
use crate::foreign_statement::end_of_statement;
use crate::grammar::{Grammar, Rule};
use crate::lexer::{Kind, Lexer, Token, is_word};

/// `.a =~ r'x'` and `.a !~ r'x'`
pub(crate) fn matches(
    context: &ErrorContext<'_>,
    operator: &Token<'_>,
    diagnostic: Diagnostic,
) -> Result<Diagnostic, Diagnostic> {
    let Some(rest) = context.rest_after(operator).strip_prefix('~') else { return Err(diagnostic) };
    let not = if operator.text == "!" { "!" } else { "" };
    let at = operator.end() + 1 + (rest.len() - rest.trim_start_matches([' ', '\t']).len());
    let left = context.path_text();
    let Some((regex, end)) = pattern(context, at).filter(|_| !left.is_empty()) else {
        let left = if left.is_empty() { ".a" } else { left };
        return Ok(diagnostic.help(format!("write `{not}match(string({left}) ?? \"\", r'…')`")));
    };
    let text = format!("{not}match(string({left}) ?? \"\", {regex})");
    let start = context.before.map_or(operator.start, |before| before.end()) - left.len();
    Ok(diagnostic.help(format!("write `{text}`")).edit(Span::new(start, end), text, false))
}

/// `.a =~ r'x'` as a statement of its own, which looks like an assignment.
pub(crate) fn assigned_match(
    context: &ErrorContext<'_>,
    tilde: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let left = context.text(context.start, tilde.start).trim_end_matches(['=', ' ', '\t']);
    let rest = context.rest_after(tilde);
    let at = tilde.end() + (rest.len() - rest.trim_start_matches([' ', '\t']).len());
    let Some((regex, end)) = pattern(context, at).filter(|_| !left.is_empty()) else {
        return diagnostic.help("write `match(string(.a) ?? \"\", r'…')`");
    };
    let text = format!("match(string({left}) ?? \"\", {regex})");
    diagnostic.help(format!("write `{text}`")).edit(Span::new(context.start, end), text, false)
}

/// A pattern in the notation of another language, as a regex, and where it ends: `/x/i`, `"x"`, `r'x'`.
pub(crate) fn pattern(context: &ErrorContext<'_>, at: usize) -> Option<(String, usize)> {
    let token = Lexer::new(context.source(), at).next().filter(|token| token.start == at)?;
    match token.kind {
        Kind::Quoted => Some((token.text.to_owned(), token.end())),
        Kind::String => {
            let inner = token.text.strip_prefix('"')?.strip_suffix('"')?;
            Some((format!("r'{}'", inner.replace('\'', "\\'")), token.end()))
        }
        Kind::Operator if token.text.starts_with('/') => slashes(context, at),
        Kind::Word | Kind::Number | Kind::Newline | Kind::Semicolon => None,
        Kind::Open | Kind::Close | Kind::Operator | Kind::Other => None,
    }
}

/// `/x/i`
fn slashes(context: &ErrorContext<'_>, at: usize) -> Option<(String, usize)> {
    let text = context.source().get(at + 1..)?;
    let line = text.split('\n').next()?;
    let mut escaped = false;
    let close = line.char_indices().find(|(_, c)| {
        let closes = *c == '/' && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    })?;
    let (body, after) = (&line[..close.0], &line[close.0 + 1..]);
    if body.is_empty() {
        return None;
    }
    let flags = after.len() - after.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
    let prefix = if after[..flags].contains('i') { "(?i)" } else { "" };
    let body = body.replace("\\/", "/").replace('\'', "\\'");
    Some((format!("r'{prefix}{body}'"), at + 1 + close.0 + 1 + flags))
}

/// `condition ? a : b`
pub(crate) fn choice(
    context: &ErrorContext<'_>,
    question: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    const MISSING: &str = "a missing field is `null`, so paths need no `?`";
    let rest = context.rest_after(question);
    if rest.starts_with('.') || rest.starts_with('[') || question.text == "?." {
        let dot = if question.text == "?." { "." } else { "" };
        return diagnostic.help(MISSING).edit(question.span(), dot, false);
    }
    if context.before() == ")" && context.touches(question) {
        return diagnostic
            .help(
                "a failure is handled with a value, `… ?? null`, or ends the program, with a `!` after the \
                 name: `parse_json!(…)`",
            )
            .edit(question.span(), " ?? null", false);
    }
    if context.before.is_some_and(|before| before.kind == Kind::Word) && rest.starts_with('(') {
        return diagnostic
            .help("a call that may end the program has a `!`: `parse_json!(…)`")
            .edit(question.span(), "!", false);
    }
    let general = "for a choice, write `if .a == 1 { … } else { … }`";
    let assigned = Lexer::new(context.source(), context.start)
        .take_while(|token| token.start < question.start)
        .filter(|token| token.text == "=")
        .last();
    let start = assigned.map_or(context.start, |token| token.end());
    let end = end_of_statement(context, question.end());
    let colon = Lexer::new(context.source(), question.end())
        .take_while(|token| token.start < end)
        .find(|token| token.text == ":");
    let Some(colon) = colon.filter(|_| context.open.is_empty()) else {
        return diagnostic.help(general);
    };
    let condition = context.text(start, question.start).trim();
    let first = context.text(question.end(), colon.start).trim();
    let second = context.text(colon.end(), end).trim();
    if [condition, first, second].iter().any(|part| part.is_empty()) || second.contains('?') {
        return diagnostic.help(general);
    }
    let text = format!("if {condition} {{ {first} }} else {{ {second} }}");
    let start =
        start + (context.text(start, end).len() - context.text(start, end).trim_start().len());
    diagnostic.help(format!("for a choice, write `{text}`")).edit(
        Span::new(start, end),
        text,
        false,
    )
}

/// `//`: a comment, or what stands in for a value that is missing.
pub(crate) fn slashes_or_alternative(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let operator = Span::new(token.start, token.start + 2);
    let line = context.source()[token.start + 2..].split('\n').next().unwrap_or_default();
    // Up to the next one, so that a line of them is looked at once.
    let line = line.split("//").next().unwrap_or_default();
    if is_operand(context, line) {
        return diagnostic
            .help("what stands in for `null` and `false` follows `||`, for a failure `??`; comments begin with `#`")
            .edit(operator, "||", false);
    }
    diagnostic.help("comments begin with `#`").edit(operator, "#", true)
}

/// Whether text after `//` is a value and no prose. A single word is one where it names a variable.
fn is_operand(context: &ErrorContext<'_>, text: &str) -> bool {
    let text = text.trim().trim_end_matches(';').trim_end();
    let text = if text.ends_with(['{', ')', '}', ',']) {
        text.trim_end_matches(['{', ')', '}', ',', ' '])
    } else {
        text
    };
    if text.is_empty() {
        return false;
    }
    if text.chars().all(is_word) && !text.starts_with(|first: char| first.is_ascii_digit()) {
        return is_constant(text) || is_assigned(context.source(), text);
    }
    // What begins like a value and ends like something else may have been meant as one.
    Grammar::parse(Rule::root, text).is_ok() || text.starts_with(['"', '.', '%'])
}

fn is_constant(word: &str) -> bool {
    matches!(word, "null" | "true" | "false")
}

/// Whether a text assigns to a variable somewhere.
fn is_assigned(source: &str, name: &str) -> bool {
    let mut tokens = Lexer::new(source, 0).peekable();
    while let Some(token) = tokens.next() {
        if token.text == name
            && tokens.peek().is_some_and(|next| next.text == "=" || next.text == ",")
        {
            return true;
        }
    }
    false
}

/// `.a[*].b` and `.a[].b`: no path leads to several places.
pub(crate) fn every_element(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let path = context.path_text().trim_end_matches('[');
    let end = if token.text == "]" { token.end() } else { token.end() + 1 };
    let rest = context.source().get(end..).unwrap_or_default();
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '@' | '.' | '"');
    let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    let (inner, after) = rest.split_at(length);
    let is_closed = token.text == "]" || context.rest_after(token).starts_with(']');
    let is_path = path.starts_with(['.', '%']) && is_closed && !after.starts_with(['[', '(']);
    let is_target = after.trim_start().starts_with('=') && !after.trim_start().starts_with("==");
    if !is_path || is_target {
        return diagnostic.help(
            "a path leads to one place; go over all elements with \
             `map_values(array(.a) ?? []) -> |item| { … }`, or with `for_each`",
        );
    }
    let item = if inner.is_empty() || inner.starts_with('.') {
        inner.to_owned()
    } else {
        format!(".{inner}")
    };
    let text = format!("map_values(array({path}) ?? []) -> |item| {{ item{item} }}");
    let start =
        context.before.map_or(token.start, |before| before.end()) - context.path_text().len();
    diagnostic.help(format!("a path leads to one place; for every element write `{text}`")).edit(
        Span::new(start, end + length),
        text,
        false,
    )
}

/// An operand that begins at an offset, and where it ends: a path, a name, a literal, an array.
fn operand_at(context: &ErrorContext<'_>, at: usize) -> Option<(String, usize)> {
    let first = Lexer::new(context.source(), at).next()?;
    let end = match first.kind {
        Kind::String | Kind::Number | Kind::Quoted => first.end(),
        Kind::Open if first.text == "[" => context.closing(first.start)? + 1,
        Kind::Word | Kind::Other => {
            let is_part = |c: char| {
                c.is_ascii_alphanumeric() || matches!(c, '_' | '@' | '.' | '%' | '"' | '[' | ']')
            };
            let rest = context.source().get(first.start..)?;
            first.start + rest.find(|c| !is_part(c)).unwrap_or(rest.len())
        }
        Kind::Newline | Kind::Semicolon | Kind::Open | Kind::Close | Kind::Operator => return None,
    };
    let text = context.text(first.start, end);
    let is_plain =
        !text.is_empty() && !text.contains('\n') && !context.text(end, end + 1).starts_with('(');
    is_plain.then(|| (text.to_owned(), end))
}

/// The operand that ends before the token, and where it begins.
fn operand_before(context: &ErrorContext<'_>) -> Option<(String, usize)> {
    let before = context.before?;
    let text = match before.kind {
        Kind::String | Kind::Number => before.text,
        Kind::Word | Kind::Close => context.path_text(),
        Kind::Quoted
        | Kind::Newline
        | Kind::Semicolon
        | Kind::Open
        | Kind::Operator
        | Kind::Other => return None,
    };
    let is_plain = !text.is_empty() && !text.ends_with(')') && !text.ends_with('}');
    is_plain.then(|| (text.to_owned(), before.end() - text.len()))
}

/// `.a in ["x", "y"]`, `"x" in .tags`
pub(crate) fn is_in(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    match (operand_before(context), operand_at(context, token.end())) {
        (Some((item, start)), Some((list, end))) => {
            let array =
                if list.starts_with('[') { list.clone() } else { format!("array({list}) ?? []") };
            let text = format!("includes({array}, {item})");
            diagnostic
                .help(format!("for an element of an array, write `{text}`, for a part of a text `contains(string({list}) ?? \"\", {item})`"))
                .edit(Span::new(start, end), text, false)
        }
        _ => diagnostic.help(
            "for an element of an array, write `includes(array, item)`, for a part of a text \
             `contains(text, part)`",
        ),
    }
}

/// `.a % 2`
pub(crate) fn remainder(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    match (operand_before(context), operand_at(context, token.end())) {
        (Some((left, start)), Some((right, end))) => {
            let text = format!("mod({left}, {right})");
            diagnostic.help(format!("for the remainder of a division, write `{text}`")).edit(
                Span::new(start, end),
                text,
                false,
            )
        }
        _ => diagnostic.help("for the remainder of a division, write `mod(a, b)`"),
    }
}

//! Suggestions for syntax errors: what to type instead, by the token that was met and its context.

use vrlet_diagnostic::{Diagnostic, Span};

use crate::adjacent::adjacent;
use crate::error_context::ErrorContext;
use crate::foreign_operator;
use crate::foreign_statement;
use crate::foreign_syntax;
use crate::lexer::{Kind, Token};
use crate::quoted_path::quoted_path;

const NOTHING_RETURNED: &str =
    "say what the program gives: `return .` for the event, `return null` for nothing";

/// Adds what to type instead, if the mistake is a known one.
pub(crate) fn suggest(context: &ErrorContext<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let Some(token) = &context.token else { return at_end(context, diagnostic) };
    if let Some((call, span)) = context.method(token) {
        let diagnostic =
            diagnostic.help(format!("a function stands before what it is given: `{call}`"));
        return match span {
            Some(span) => diagnostic.edit(span, call, false),
            None => diagnostic,
        };
    }
    if let Some((path, span)) = context.quoted_path(token) {
        let help = format!(
            "a name with other signs than letters, digits and `_` stands in quotes: `{path}`"
        );
        return diagnostic.help(help).edit(span, path, false);
    }
    let diagnostic = match foreign_statement::statement(context, token, diagnostic) {
        Ok(diagnostic) => return diagnostic,
        Err(diagnostic) => diagnostic,
    };
    match token.kind {
        Kind::Word => foreign_syntax::word(context, token, diagnostic),
        Kind::Other | Kind::Open if context.before() == "not" => {
            foreign_syntax::not(context, diagnostic)
        }
        Kind::Operator => operator(context, token, diagnostic),
        Kind::String => string(context, token, diagnostic),
        Kind::Number => number(context, token, diagnostic),
        Kind::Newline => line_end(context, diagnostic),
        Kind::Semicolon if context.before.is_none() => {
            let diagnostic =
                diagnostic.help("one `;` or a newline between two expressions is enough");
            diagnostic.edit(token.span(), "", true)
        }
        Kind::Open | Kind::Other => sign(context, token, diagnostic),
        Kind::Close if context.open.is_empty() => {
            diagnostic.help("remove it, or open it before").edit(token.span(), "", false)
        }
        Kind::Semicolon if context.in_list() => {
            diagnostic.help("in here, `,` stands between two values").edit(token.span(), ",", false)
        }
        Kind::Close => close(context, token, diagnostic),
        Kind::Quoted | Kind::Semicolon => adjacent(context, token, diagnostic),
    }
}

fn at_end(context: &ErrorContext<'_>, diagnostic: Diagnostic) -> Diagnostic {
    match context.open.last() {
        Some(open) => {
            let closing = open.closing();
            let at = diagnostic.span().unwrap_or_default();
            diagnostic.help(format!("close it with `{closing}`")).edit(at, closing, false)
        }
        None => match context.last {
            Some(last) if last.kind == Kind::Operator => {
                diagnostic.help(format!("put a value after `{}`", last.text))
            }
            Some(last) if last.text == "return" => nothing_returned(&last, diagnostic),
            Some(_) if context.modified().is_some() => condition_first(context, diagnostic),
            Some(last) if last.kind == Kind::Word => {
                diagnostic.help(format!("say what belongs to `{}`", last.text))
            }
            Some(_) | None => diagnostic.help("finish the last expression"),
        },
    }
}

fn close(context: &ErrorContext<'_>, token: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let Some(open) = context.open.last() else { return diagnostic };
    let wanted = open.closing();
    if wanted == token.text {
        return match token.text {
            "}" if context.last.is_some_and(|last| last.text == "return") => match context.last {
                Some(last) => nothing_returned(&last, diagnostic),
                None => diagnostic,
            },
            "]" if context.before() == "[" => {
                foreign_operator::every_element(context, token, diagnostic)
            }
            "}" if context.last.is_some_and(|last| last.text == "{") => diagnostic
                .help("a block can't be empty; write `{ null }` for one that does nothing"),
            _ => diagnostic,
        };
    }
    let closes_outer = context.open.iter().rev().skip(1).any(|outer| outer.closing() == token.text);
    if !closes_outer {
        let help = format!("write `{wanted}`, as `{}` was opened", open.text);
        return diagnostic.help(help).edit(token.span(), wanted, false);
    }
    let at = Span::new(token.start, token.start);
    diagnostic.help(format!("put `{wanted}` before `{}`", token.text)).edit(at, wanted, false)
}

fn operator(context: &ErrorContext<'_>, token: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let text = token.text;
    let diagnostic = match text {
        "=" | "!" => match foreign_operator::matches(context, token, diagnostic.clone()) {
            Ok(diagnostic) => return diagnostic,
            Err(diagnostic) => diagnostic,
        },
        _ => diagnostic,
    };
    let replace = |with: &str, safe| {
        diagnostic.clone().help(format!("write `{with}`")).edit(token.span(), with, safe)
    };
    match text {
        "*" if context.before() == "[" => foreign_operator::every_element(context, token, diagnostic),
        "=" | "=>" if context.is_key() => diagnostic
            .help("put a `:` between key and value")
            .edit(token.span(), ":", false),
        "=>" | "<-" if context.open.is_empty() && context.path_text().starts_with('.') => {
            diagnostic.help("to assign, write `=`").edit(token.span(), "=", false)
        }
        "?=" => {
            let name = context.path_text();
            diagnostic
                .help(format!("write `{name} = {name} || …`"))
                .edit(token.span(), format!("= {name} ||"), false)
        }
        "&" if context.before.is_some_and(|before| before.kind == Kind::String) => {
            diagnostic.help("texts are put together with `+`").edit(token.span(), "+", false)
        }
        "|" | "||" if context.before() == "," => diagnostic
            .help("a closure stands after the call, `for_each(.a) -> |key, value| { … }`"),
        "|>" => diagnostic
            .help("values are not piped; a function stands before what it is given: `upcase(.a)`"),
        "&" if context.before.is_some() => replace("&&", true),
        "===" => replace("==", true),
        "!==" | "<>" => replace("!=", true),
        "=<" => replace("<=", true),
        "=>" => diagnostic.help("write `>=` to compare, or `->` before a closure"),
        "=" if context.in_condition => {
            diagnostic.help("compare with `==`").edit(token.span(), "==", false)
        }
        "=" | "|=" if quoted_path(context.path_text()).is_some() => {
            let path_text = context.path_text();
            let path = quoted_path(path_text).unwrap_or_default();
            let end = context.before.map_or(token.start, |before| before.end());
            diagnostic
                .help(format!("a name with a `-` stands in quotes, `{path}`"))
                .edit(Span::new(end - path_text.len(), end), path, true)
        }
        "=" if context.before.is_some_and(|before| before.kind == Kind::Word) && context.in_list() => {
            let name = context.before();
            let text = format!("an argument is named with a colon, `{name}: …`; an assignment as an argument needs parentheses");
            diagnostic.help(text)
        }
        "=" | "|=" => diagnostic
            .help("only paths and variables can be assigned to; inside of a value, an assignment needs parentheses"),
        "+=" | "-=" | "*=" | "/=" | "??=" | "||=" | "&&=" => {
            let short = text.trim_end_matches('=');
            let name = context.path_text();
            diagnostic
                .help(format!("write `{name} = {name} {short} …`"))
                .edit(token.span(), format!("= {name} {short}"), false)
        }
        "++" | "--" if context.before.is_some() => {
            let (name, sign) = (context.path_text(), &text[..1]);
            diagnostic
                .help(format!("write `{name} = {name} {sign} 1`"))
                .edit(token.span(), format!(" = {name} {sign} 1"), false)
        }
        "!" if context.before() == ")" => diagnostic
            .help("the `!` stands between name and parenthesis, `parse_json!(…)`"),
        "!" if context.before.is_some_and(|before| before.kind == Kind::Word) => {
            diagnostic.help("only calls have a `!`; reading a field or a variable can't fail, so leave it out")
                .edit(token.span(), "", true)
        }
        "/" if context.expects_value() => match foreign_operator::pattern(context, token.start) {
            Some((regex, end)) => diagnostic
                .help(format!("a regex is written `{regex}`"))
                .edit(Span::new(token.start, end), regex, false),
            None => diagnostic.help("a regex is written `r'…'`"),
        },
        "--" => diagnostic.help("comments begin with `#`").edit(token.span(), "#", true),
        "**" => diagnostic.help("there is no power operator, multiply instead"),
        "?" | "?." => foreign_operator::choice(context, token, diagnostic),
        "->" => diagnostic.help("a closure follows a call, `for_each(.a) -> |key, value| { … }`"),
        _ if text.starts_with("//") => {
            foreign_operator::slashes_or_alternative(context, token, diagnostic)
        }
        _ if text.starts_with("/*") => diagnostic.help("comments begin with `#`, on each line"),
        "-" | "+" if context.last.is_none_or(|last| matches!(last.kind, Kind::Operator | Kind::Open))
            && context.rest_after(token).starts_with(|c: char| c == '.' || c == '%' || c.is_alphabetic()) =>
        {
            let zero = if text == "-" { "0 - " } else { "" };
            diagnostic
                .help("only numbers have a sign; for anything else, subtract from zero: `0 - x`")
                .edit(token.span(), zero, false)
        }
        "+" if context.before.is_none() && context.is_first() => {
            diagnostic.help("numbers have no plus sign").edit(token.span(), "", true)
        }
        _ if context.before.is_none() => diagnostic
            .help("a line can't begin with an operator; put it at the end of the line above"),
        _ => diagnostic,
    }
}

fn string(context: &ErrorContext<'_>, token: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let touching = context.before.filter(|_| context.touches(token));
    match (context.before(), touching) {
        ("f", Some(prefix)) => diagnostic
            .help("templates need no prefix, write `\"… {{ name }} …\"`")
            .edit(prefix.span(), "", false),
        ("r" | "s" | "t", Some(prefix)) => {
            let text = &token.text[1..token.text.len() - 1];
            let quoted = format!("{}'{}'", prefix.text, text.replace('\'', "\\'"));
            let diagnostic = diagnostic.help(format!("after `{}`, use single quotes", prefix.text));
            diagnostic.edit(prefix.span().to(token.span()), quoted, false)
        }
        ("[", _) => bracketed_field(context, token, diagnostic),
        _ => adjacent(context, token, diagnostic),
    }
}

fn number(context: &ErrorContext<'_>, token: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let touches = context.touches(token);
    match context.before {
        Some(dot) if dot.text == "." && touches => {
            let digits = token.text.trim_end_matches('.');
            let span = Span::new(dot.start, token.start + digits.len());
            if dot.start == context.start {
                return diagnostic.help(format!(
                    "a number needs a digit before the point, `0.{digits}`; a field of that name is written `.\"{digits}\"`"
                ));
            }
            diagnostic
                .help(format!("an element of an array is written `[{digits}]`, a field of that name `.\"{digits}\"`"))
                .edit(span, format!("[{digits}]"), false)
        }
        Some(_) | None => adjacent(context, token, diagnostic),
    }
}

fn line_end(context: &ErrorContext<'_>, diagnostic: Diagnostic) -> Diagnostic {
    match (context.before(), context.open.last().map(|open| open.text)) {
        ("if", _) => diagnostic.help("go on in the same line"),
        ("return", _) => match context.before {
            Some(before) => nothing_returned(&before, diagnostic),
            None => diagnostic,
        },
        _ if context.modified().is_some() => condition_first(context, diagnostic),
        (":", _) => diagnostic.help("put the value in the same line as its key"),
        ("->", _) => diagnostic.help("put the parameters of the closure in the same line"),
        (_, Some("(")) if !context.in_list() => diagnostic.help(
            "between parentheses, a line may end after an operator only; go on in the same line",
        ),
        _ => diagnostic,
    }
}

fn sign(context: &ErrorContext<'_>, token: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let touches = context.touches(token);
    match (context.before(), token.text) {
        ("_", ".") if touches => diagnostic.help("`_` throws a value away; the event is `.`"),
        ("!", "." | "%") if context.expects_parenthesis() => {
            foreign_statement::arguments(context, token, diagnostic)
        }
        (")", "{") if context.open.is_empty() && !context.in_condition => diagnostic
            .help("a closure names what it receives: `-> |key, value| { … }`, or `-> |value| { … }`"),
        ("else", "." | "%") => {
            let start = Span::new(token.start, token.start);
            foreign_syntax::braces(context, start, token.start, diagnostic)
        }
        ("=", "~") if context.touches(token) => {
            foreign_operator::assigned_match(context, token, diagnostic)
        }
        (_, "'") => single_quotes(context, token, diagnostic),
        (_, "`") => diagnostic.help("text stands in double quotes, `\"…\"`"),
        (_, "$") => {
            let dot = if context.rest_after(token).starts_with(['.', '{']) { "" } else { "." };
            let diagnostic =
                diagnostic.help("names have no `$`; fields are written `.x`, variables `x`");
            if context.rest_after(token).starts_with('{') {
                diagnostic
            } else {
                diagnostic.edit(token.span(), dot, false)
            }
        }
        (_, "." | "~") if context.is_between_texts(token) => {
            let dots = if context.rest_after(token).starts_with('.') { 2 } else { 1 };
            let span = Span::new(token.start, token.start + dots);
            diagnostic.help("texts are put together with `+`").edit(span, "+", false)
        }
        (_, ":") if context.in_condition => {
            foreign_syntax::braces(context, token.span(), token.end(), diagnostic)
        }
        (name, ":") if context.open.is_empty()
            && context.path_text() == context.text(context.start, token.start)
            && name != "}" && !context.rest_after(token).starts_with('=') =>
        {
            diagnostic.help("to assign, write `=`").edit(token.span(), " =", false)
        }
        ("->", ".") => diagnostic
            .help("a closure follows a call; to store what it gives, write `.a = …` before it"),
        (_, "%") => foreign_operator::remainder(context, token, diagnostic),
        ("->", "(") => diagnostic
            .help("the parameters of a closure stand between bars, `-> |key, value| { … }`"),
        (_, "(") if context.before_closure() => {
            diagnostic.help("put `->` before the closure, `… -> |key, value| { … }`")
        }
        (",", ",") => diagnostic.help("leave out one `,`").edit(token.span(), "", true),
        (_, ",") if context.before_closure() => {
            diagnostic.help("put `->` before the closure, `… -> |key, value| { … }`")
        }
        (_, "^") => diagnostic.help("there is no power operator, multiply instead"),
        (_, ",") if context.open.last().is_some_and(|open| open.text == "(") => {
            diagnostic.help("a list of values stands in brackets, `[1, 2]`")
        }
        (_, ",") if context.open.is_empty() => {
            diagnostic.help("expressions stand on lines of their own, or with a `;` between them")
        }
        (_, "“" | "”" | "„" | "‘" | "’") => {
            diagnostic.help("use straight quotes, `\"…\"`")
        }
        (_, ":") if context.follows_newline() => {
            diagnostic.help("put the `:` in the same line as its key")
        }
        (_, ",") if context.follows_newline() => {
            let at = context.last.map_or(token.start, |last| last.end());
            let diagnostic = diagnostic.help("put the `,` at the end of the line above");
            diagnostic.edit(token.span(), "", true).edit(Span::new(at, at), ",", true)
        }
        (_, ":") if context.rest_after(token).starts_with('=') => {
            let span = Span::new(token.start, token.end() + 1);
            diagnostic.help("write `=`").edit(span, "=", true)
        }
        (key, ":") if context.before.is_some_and(|before| before.kind == Kind::Word)
            && context.open.last().is_some_and(|open| open.text == "{") =>
        {
            let diagnostic =
                diagnostic.help(format!("keys of objects stand in double quotes, `\"{key}\": …`"));
            match context.before {
                Some(before) => diagnostic.edit(before.span(), format!("\"{key}\""), true),
                None => diagnostic,
            }
        }
        (_, ":") if context.open.last().is_some_and(|open| open.text == "[") => {
            diagnostic.help("for a part of an array or a string, write `slice(.a, 1, 2)`")
        }
        (_, ":") => diagnostic.help("for a choice, write `if .a { 1 } else { 2 }`"),
        (")", "." | "[") if touches => diagnostic
            .help("a path can't follow parentheses; assign the value to a variable first, then read from that"),
        (".", "." | "[" | "(") if touches => diagnostic
            .help("one path leads to one place, `.a.b[0]`; any other name stands in quotes, `.a.\"b c\"`"),
        (_, "." | "[") if context.before.is_some_and(|before| {
            touches && matches!(before.kind, Kind::String | Kind::Quoted | Kind::Number)
        }) => diagnostic.help("a path can't follow a literal"),
        (_, ".") if context.rest_after(token).starts_with([' ', '\n', '*']) || context.rest_after(token).is_empty() => {
            diagnostic.help("the name of a field follows its dot at once, `.a.b`")
        }
        (_, "(") if context.before.is_some_and(|before| before.kind == Kind::Word) && !touches => {
            let diagnostic = diagnostic.help("in a call, the parenthesis touches the name");
            match context.before {
                Some(before) => diagnostic.edit(Span::new(before.end(), token.start), "", true),
                None => diagnostic,
            }
        }
        ("->", "{") => diagnostic.help("name what the closure receives, `-> |key, value| { … }`"),
        (_, "(" | "[" | "{" | ".") => adjacent(context, token, diagnostic),
        _ => diagnostic,
    }
}

fn single_quotes(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let diagnostic = diagnostic.help("text stands in double quotes, `\"…\"`");
    let rest = context.rest_after(token);
    match rest.find(['\'', '\n', '"', '\\']) {
        Some(length) if rest[length..].starts_with('\'') => {
            let span = Span::new(token.start, token.end() + length + 1);
            diagnostic.edit(span, format!("\"{}\"", &rest[..length]), true)
        }
        Some(_) | None => diagnostic,
    }
}

/// `return` alone.
fn nothing_returned(keyword: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let end = Span::new(keyword.end(), keyword.end());
    diagnostic.help(NOTHING_RETURNED).edit(end, " .", false)
}

/// `abort if .a == 1`
fn condition_first(context: &ErrorContext<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let Some((keyword, condition)) = context.modified() else { return diagnostic };
    let statement = if keyword == "return" { "return ." } else { "abort" };
    let end = context.last.map_or(context.start, |last| last.end());
    let text = format!("if {condition} {{ {statement} }}");
    diagnostic.help(format!("the condition comes first: `{text}`")).edit(
        Span::new(context.start, end),
        text,
        false,
    )
}

/// `.a["b"]`
fn bracketed_field(
    context: &ErrorContext<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let path = context.path_text().trim_end_matches('[');
    let dot = if path.ends_with('.') { "" } else { "." };
    let help = format!(
        "a field is written `{path}{dot}{}`; brackets are for the elements of arrays",
        token.text
    );
    let diagnostic = diagnostic.help(help);
    match context.before {
        Some(open) if context.rest_after(token).starts_with(']') => diagnostic.edit(
            Span::new(open.start, token.end() + 1),
            format!("{dot}{}", token.text),
            false,
        ),
        Some(_) | None => diagnostic,
    }
}

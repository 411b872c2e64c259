//! Typical slips: what people type who know other languages better, and what to type instead.

use vrlet_diagnostic::{Diagnostic, Span};

use crate::error::closing;
use crate::habit;
use crate::scan::{Kind, Token};
use crate::surroundings::Surroundings;

/// Words that the grammar keeps for later.
pub(crate) fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}

const RESERVED: &[&str] = &[
    "array",
    "bool",
    "boolean",
    "continue",
    "do",
    "emit",
    "float",
    "for",
    "forall",
    "foreach",
    "all",
    "each",
    "any",
    "try",
    "undefined",
    "int",
    "integer",
    "iter",
    "object",
    "regex",
    "string",
    "traverse",
    "timestamp",
    "duration",
    "unless",
    "walk",
    "while",
    "loop",
];

const NOTHING_RETURNED: &str =
    "say what the program gives: `return .` for the event, `return null` for nothing";

/// Adds what to type instead, if the slip is a known one.
pub(crate) fn suggest(around: &Surroundings<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let Some(token) = &around.token else { return at_end(around, diagnostic) };
    if let Some(method) = around.method(token) {
        return diagnostic.help(method);
    }
    match token.kind {
        Kind::Word => habit::word(around, token, diagnostic),
        Kind::Other | Kind::Open if around.before() == "not" => habit::not(around, diagnostic),
        Kind::Operator => operator(around, token, diagnostic),
        Kind::String => string(around, token, diagnostic),
        Kind::Number => number(around, token, diagnostic),
        Kind::Newline => line_end(around, diagnostic),
        Kind::Semicolon if around.before.is_none() => {
            let diagnostic =
                diagnostic.help("one `;` or a newline between two expressions is enough");
            diagnostic.edit(token.span(), "", true)
        }
        Kind::Open | Kind::Other => sign(around, token, diagnostic),
        Kind::Close if around.open.is_empty() => diagnostic.help("remove it, or open it before"),
        Kind::Close => close(around, token, diagnostic),
        Kind::Quoted | Kind::Semicolon => adjacent(around, token, diagnostic),
    }
}

fn at_end(around: &Surroundings<'_>, diagnostic: Diagnostic) -> Diagnostic {
    match around.open.last() {
        Some(open) => {
            let closing = closing(open.text);
            let at = diagnostic.span().unwrap_or_default();
            diagnostic.help(format!("close it with `{closing}`")).edit(at, closing, false)
        }
        None => match around.last {
            Some(last) if last.kind == Kind::Operator => {
                diagnostic.help(format!("put a value behind `{}`", last.text))
            }
            Some(last) if last.text == "return" => diagnostic.help(NOTHING_RETURNED),
            Some(last) if last.kind == Kind::Word => {
                diagnostic.help(format!("say what belongs to `{}`", last.text))
            }
            Some(_) | None => diagnostic.help("finish the last expression"),
        },
    }
}

fn close(around: &Surroundings<'_>, token: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let Some(open) = around.open.last() else { return diagnostic };
    let wanted = closing(open.text);
    if wanted == token.text {
        return match token.text {
            "}" if around.last.is_some_and(|last| last.text == "{") => diagnostic
                .help("a block can't be empty; write `{ null }` for one that does nothing"),
            _ => diagnostic,
        };
    }
    let at = Span::new(token.start, token.start);
    diagnostic.help(format!("put `{wanted}` before `{}`", token.text)).edit(at, wanted, false)
}

fn operator(around: &Surroundings<'_>, token: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let replace = |with: &str, safe| {
        diagnostic.clone().help(format!("write `{with}`")).edit(token.span(), with, safe)
    };
    let text = token.text;
    match text {
        "&" if around.before.is_some() => replace("&&", true),
        "===" => replace("==", true),
        "!==" | "<>" => replace("!=", true),
        "=<" => replace("<=", true),
        "=>" => diagnostic.help("write `>=` to compare, or `->` before a closure"),
        "=" if around.in_condition => {
            diagnostic.help("compare with `==`").edit(token.span(), "==", false)
        }
        "=" | "|=" if habit::dashed(around.written()).is_some() => {
            let written = around.written();
            let path = habit::dashed(written).unwrap_or_default();
            let end = around.before.map_or(token.start, |before| before.end());
            diagnostic
                .help(format!("a name with a `-` stands in quotes, `{path}`"))
                .edit(Span::new(end - written.len(), end), path, true)
        }
        "=" if around.before.is_some_and(|before| before.kind == Kind::Word) && around.in_list() => {
            let name = around.before();
            let text = format!("an argument is named with a colon, `{name}: …`; an assignment as an argument needs parentheses");
            diagnostic.help(text)
        }
        "=" | "|=" => diagnostic
            .help("only paths and variables can be assigned to; inside of a value, an assignment needs parentheses"),
        "+=" | "-=" | "*=" | "/=" | "??=" | "||=" | "&&=" => {
            let short = text.trim_end_matches('=');
            let name = around.written();
            diagnostic
                .help(format!("write `{name} = {name} {short} …`"))
                .edit(token.span(), format!("= {name} {short}"), false)
        }
        "++" | "--" if around.before.is_some() => {
            let (name, sign) = (around.written(), &text[..1]);
            diagnostic
                .help(format!("write `{name} = {name} {sign} 1`"))
                .edit(token.span(), format!(" = {name} {sign} 1"), false)
        }
        "!" if around.before() == ")" => diagnostic
            .help("the `!` stands between name and parenthesis, `parse_json!(…)`"),
        "!" if around.before.is_some_and(|before| before.kind == Kind::Word) => {
            diagnostic.help("only calls have a `!`; reading a field or a variable can't fail, so leave it out")
                .edit(token.span(), "", true)
        }
        "/" if around.before.is_none_or(|before| before.kind != Kind::Operator) && around.expects_value() => {
            diagnostic.help("a regex is written `r'…'`")
        }
        "--" => diagnostic.help("comments begin with `#`").edit(token.span(), "#", true),
        "**" => diagnostic.help("there is no power operator, multiply instead"),
        "?" | "?." => diagnostic.help(
            "a missing field is `null`, so paths need no `?`; for a choice, write `if .a { 1 } else { 2 }`",
        ),
        "->" => diagnostic.help("a closure follows a call, `for_each(.a) -> |key, value| { … }`"),
        _ if text.starts_with("//") => diagnostic
            .help("comments begin with `#`")
            .edit(Span::new(token.start, token.start + 2), "#", true),
        _ if text.starts_with("/*") => diagnostic.help("comments begin with `#`, on each line"),
        "-" if around.before.is_none_or(|before| before.kind == Kind::Operator || before.kind == Kind::Open) => {
            diagnostic.help("only numbers have a sign; for anything else, subtract from zero: `0 - x`")
        }
        "+" if around.before.is_none() && around.is_first() => {
            diagnostic.help("numbers have no plus sign").edit(token.span(), "", true)
        }
        _ if around.before.is_none() => diagnostic
            .help("a line can't begin with an operator; put it at the end of the line above"),
        _ => diagnostic,
    }
}

fn string(around: &Surroundings<'_>, token: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let touching = around.before.filter(|_| around.touches(token));
    match (around.before(), touching) {
        ("f", Some(prefix)) => diagnostic
            .help("templates need no prefix, write `\"… {{ name }} …\"`")
            .edit(prefix.span(), "", false),
        ("r" | "s" | "t", Some(prefix)) => {
            let text = &token.text[1..token.text.len() - 1];
            let quoted = format!("{}'{}'", prefix.text, text.replace('\'', "\\'"));
            let diagnostic =
                diagnostic.help(format!("behind `{}`, use single quotes", prefix.text));
            diagnostic.edit(prefix.span().to(token.span()), quoted, false)
        }
        ("[", _) => diagnostic.help(format!(
            "a field is written `.{}`; brackets are for the elements of arrays",
            token.text
        )),
        _ => adjacent(around, token, diagnostic),
    }
}

fn number(around: &Surroundings<'_>, token: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let touches = around.touches(token);
    match around.before {
        Some(dot) if dot.text == "." && touches => {
            let digits = token.text.trim_end_matches('.');
            let span = Span::new(dot.start, token.start + digits.len());
            if dot.start == around.start {
                return diagnostic.help(format!(
                    "a number needs a digit before the point, `0.{digits}`; a field of that name is written `.\"{digits}\"`"
                ));
            }
            diagnostic
                .help(format!("an element of an array is written `[{digits}]`, a field of that name `.\"{digits}\"`"))
                .edit(span, format!("[{digits}]"), false)
        }
        Some(_) | None => adjacent(around, token, diagnostic),
    }
}

fn line_end(around: &Surroundings<'_>, diagnostic: Diagnostic) -> Diagnostic {
    match (around.before(), around.open.last().map(|open| open.text)) {
        ("if", _) => diagnostic.help("go on in the same line"),
        ("return", _) => diagnostic.help(NOTHING_RETURNED),
        (":", _) => diagnostic.help("put the value in the same line as its key"),
        ("->", _) => diagnostic.help("put the parameters of the closure in the same line"),
        (_, Some("(")) if !around.in_list() => diagnostic.help(
            "between parentheses, a line may end behind an operator only; go on in the same line",
        ),
        _ => diagnostic,
    }
}

fn sign(around: &Surroundings<'_>, token: &Token<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let touches = around.touches(token);
    match (around.before(), token.text) {
        (_, "%") => diagnostic.help("for the remainder of a division, write `mod(a, b)`"),
        (_, "'") => single_quotes(around, token, diagnostic),
        (_, "`") => diagnostic.help("text stands in double quotes, `\"…\"`"),
        (_, "$") => diagnostic.help("names have no `$`; variables are written `x`, fields `.x`"),
        ("->", "(") => diagnostic
            .help("the parameters of a closure stand between bars, `-> |key, value| { … }`"),
        (_, "(") if around.before_closure() => {
            diagnostic.help("put `->` before the closure, `… -> |key, value| { … }`")
        }
        (",", ",") => diagnostic.help("leave out one `,`").edit(token.span(), "", true),
        (_, ",") if around.before_closure() => {
            diagnostic.help("put `->` before the closure, `… -> |key, value| { … }`")
        }
        (_, ",") if around.open.is_empty() => {
            diagnostic.help("expressions stand on lines of their own, or with a `;` between them")
        }
        (_, "“" | "”" | "„" | "‘" | "’") => {
            diagnostic.help("use straight quotes, `\"…\"`")
        }
        (_, ":") if around.follows_newline() => {
            diagnostic.help("put the `:` in the same line as its key")
        }
        (_, ",") if around.follows_newline() => {
            let at = around.last.map_or(token.start, |last| last.end());
            let diagnostic = diagnostic.help("put the `,` at the end of the line above");
            diagnostic.edit(token.span(), "", true).edit(Span::new(at, at), ",", true)
        }
        (_, ":") if around.behind(token).starts_with('=') => {
            let span = Span::new(token.start, token.end() + 1);
            diagnostic.help("write `=`").edit(span, "=", true)
        }
        (key, ":") if around.before.is_some_and(|before| before.kind == Kind::Word)
            && around.open.last().is_some_and(|open| open.text == "{") =>
        {
            let diagnostic =
                diagnostic.help(format!("keys of objects stand in double quotes, `\"{key}\": …`"));
            match around.before {
                Some(before) => diagnostic.edit(before.span(), format!("\"{key}\""), true),
                None => diagnostic,
            }
        }
        (_, ":") if around.open.last().is_some_and(|open| open.text == "[") => {
            diagnostic.help("for a part of an array or a string, write `slice(.a, 1, 2)`")
        }
        (_, ":") => diagnostic.help("for a choice, write `if .a { 1 } else { 2 }`"),
        (")", "." | "[") if touches => diagnostic
            .help("a path can't follow parentheses; assign the value to a variable first, then read from that"),
        (".", "." | "[" | "(") if touches => diagnostic
            .help("one path leads to one place, `.a.b[0]`; any other name stands in quotes, `.a.\"b c\"`"),
        (_, "." | "[") if around.before.is_some_and(|before| {
            touches && matches!(before.kind, Kind::String | Kind::Quoted | Kind::Number)
        }) => diagnostic.help("a path can't follow a literal"),
        (_, ".") if around.behind(token).starts_with([' ', '\n', '*']) || around.behind(token).is_empty() => {
            diagnostic.help("the name of a field follows its dot at once, `.a.b`")
        }
        (_, "(") if around.before.is_some_and(|before| before.kind == Kind::Word) && !touches => {
            let diagnostic = diagnostic.help("in a call, the parenthesis touches the name");
            match around.before {
                Some(before) => diagnostic.edit(Span::new(before.end(), token.start), "", true),
                None => diagnostic,
            }
        }
        ("->", "{") => diagnostic.help("name what the closure receives, `-> |key, value| { … }`"),
        (_, "(" | "[" | "{" | ".") => adjacent(around, token, diagnostic),
        _ => diagnostic,
    }
}

fn single_quotes(
    around: &Surroundings<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let diagnostic = diagnostic.help("text stands in double quotes, `\"…\"`");
    let behind = around.behind(token);
    match behind.find(['\'', '\n', '"', '\\']) {
        Some(length) if behind[length..].starts_with('\'') => {
            let span = Span::new(token.start, token.end() + length + 1);
            diagnostic.edit(span, format!("\"{}\"", &behind[..length]), true)
        }
        Some(_) | None => diagnostic,
    }
}

/// Whether the token begins a value behind another value.
pub(crate) fn adjacent_values(around: &Surroundings<'_>, token: &Token<'_>) -> bool {
    let ends = around.last.is_some_and(|last| match last.kind {
        Kind::Word | Kind::Number | Kind::String | Kind::Quoted | Kind::Close => true,
        Kind::Newline | Kind::Semicolon | Kind::Open | Kind::Operator | Kind::Other => false,
    });
    let begins = match token.kind {
        Kind::Word | Kind::Number | Kind::String | Kind::Quoted | Kind::Open => true,
        Kind::Other => token.text == ".",
        Kind::Newline | Kind::Semicolon | Kind::Close | Kind::Operator => false,
    };
    ends && begins
}

/// Two values side by side lack a comma, a newline, or what else belongs between them.
pub(crate) fn adjacent(
    around: &Surroundings<'_>,
    token: &Token<'_>,
    diagnostic: Diagnostic,
) -> Diagnostic {
    let Some(last) = around.last.filter(|_| adjacent_values(around, token)) else {
        return diagnostic;
    };
    let at = Span::new(last.end(), last.end());
    if around.is_key() {
        return diagnostic.help("put a `:` between key and value").edit(at, ":", true);
    }
    match around.open.last() {
        Some(open) if around.in_list() => {
            let closing = closing(open.text);
            let text = if last.text.len() > 30 || last.text.contains('\n') {
                format!("put a `,` before it, or close with `{closing}`")
            } else {
                format!("put a `,` behind `{}`, or close with `{closing}`", last.text)
            };
            diagnostic.help(text).edit(at, ",", false)
        }
        Some(open) if open.text == "(" => {
            diagnostic.help("close the parentheses with `)`").edit(at, ")", false)
        }
        _ if around.in_condition => {
            diagnostic.help("the block of an `if` stands in braces, `{ … }`")
        }
        _ if around.is_part_of_path(&last) && around.assigns_next(token) => {
            let name = format!("{} {}", last.text, token.text);
            diagnostic.help(format!("a name with a blank stands in quotes, `.\"{name}\"`")).edit(
                last.span().to(token.span()),
                format!("\"{name}\""),
                false,
            )
        }
        _ if last.kind == Kind::Word
            && last.end() < token.start
            && !around.is_part_of_path(&last)
            && !around.follows_newline() =>
        {
            diagnostic.help(format!(
                "put a newline or a `;` between two expressions; what a call is given stands in \
                 parentheses, `{}(…)`",
                last.text
            ))
        }
        Some(_) | None => {
            diagnostic.help("put a newline or a `;` between two expressions").edit(at, ";", false)
        }
    }
}

//! Errors of names that are none: constants of other languages, unquoted names with a `-`, expressions in
//! templates.

use vrlet_diagnostic::{Diagnostic, Span};
use vrlet_function::Registry;
use vrlet_parser::quoted_path;
use vrlet_value::{Kind, KindSet};

use super::source::Source;
use crate::foreign_functions::{Instead, instead};

/// Says what was meant by a name, where that can be seen; else the diagnostic comes back.
pub(super) fn foreign_name(
    source: Source<'_>,
    name: &str,
    span: Span,
    registry: &Registry,
    diagnostic: Diagnostic,
) -> Result<Diagnostic, Diagnostic> {
    if let Some(word) = constant(name) {
        return Ok(diagnostic.help(format!("write `{word}`")).edit(span, word, true));
    }
    if let Some((number, whole)) = number(source, name, span) {
        // Another kind of number may have been meant by an exponent.
        let is_hexadecimal = name.starts_with("0x") || name.starts_with("0X");
        let help = format!("write it out: `{number}`");
        return Ok(diagnostic.help(help).edit(whole, number, is_hexadecimal));
    }
    if source.text(span).starts_with("{{") {
        return Ok(no_variable(name, span, diagnostic));
    }
    if let Some((path, whole)) = dashed(source, span) {
        return Ok(diagnostic
            .help(format!("a name with a `-` stands in quotes: `{path}`"))
            .edit(whole, path, false));
    }
    if let Some((field, whole)) = bracketed(source, name, span) {
        return Ok(diagnostic
            .help(format!("a field of the event is written with a dot: `{field}`"))
            .edit(whole, field, false));
    }
    if let Some((call, whole)) = piped(source, name, span, registry) {
        return Ok(diagnostic
            .help(format!(
                "values are not piped; a function stands before what it is given: `{call}`"
            ))
            .edit(whole, call, false));
    }
    if matches!(name, "event" | "this" | "self" | "record" | "root" | "doc" | "ctx" | "evt") {
        let follows_dot = source.after(span).starts_with('.');
        let root = if follows_dot { "" } else { "." };
        let whole = if follows_dot { ".…" } else { "." };
        return Ok(diagnostic
            .help(format!("the event is `.`: write `{whole}`"))
            .edit(span, root, false));
    }
    if matches!(
        name,
        "drop"
            | "exit"
            | "quit"
            | "halt"
            | "stop"
            | "discard"
            | "reject"
            | "raise"
            | "throw"
            | "next"
    ) {
        return Ok(diagnostic.help("write `abort` to drop the event").edit(span, "abort", false));
    }
    if matches!(name, "pass" | "noop" | "skip") {
        return Ok(diagnostic
            .help("write `null` for a block that does nothing")
            .edit(span, "null", false));
    }
    Err(diagnostic)
}

/// What constants are called elsewhere.
fn constant(name: &str) -> Option<&'static str> {
    match name {
        "nil" | "None" | "none" | "NULL" | "Null" | "nullptr" | "NIL" => Some("null"),
        "True" | "TRUE" => Some("true"),
        "False" | "FALSE" => Some("false"),
        _ => None,
    }
}

/// A number in another notation, and the whole of it: `0x1f`, `0b101`, `1e6`, `1e-3`.
fn number(source: Source<'_>, name: &str, span: Span) -> Option<(String, Span)> {
    for (prefix, radix) in [("0x", 16), ("0X", 16), ("0b", 2), ("0o", 8)] {
        let digits = name.strip_prefix(prefix);
        if let Some(Ok(number)) = digits.map(|digits| i64::from_str_radix(digits, radix)) {
            return Some((number.to_string(), span));
        }
    }
    let (mantissa, exponent) = name.split_once(['e', 'E'])?;
    if mantissa.is_empty() || !mantissa.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let rest = source.after(span);
    let signed = rest.starts_with(['-', '+']) && exponent.is_empty();
    let length =
        if signed { 1 + rest[1..].bytes().take_while(u8::is_ascii_digit).count() } else { 0 };
    let exponent = format!("{exponent}{}", &rest[..length]);
    // Longer numbers are not written out by anybody.
    exponent.parse().ok().filter(|exponent| (-30..=30).contains(exponent)).map(|_: i32| ())?;
    let value: f64 = format!("{mantissa}e{exponent}").parse().ok()?;
    let text = format!("{value}");
    let text = if text.contains('.') { text } else { format!("{text}.0") };
    let length = u32::try_from(length).unwrap_or_default();
    Some((text, Span { end: span.end + length, ..span }))
}

/// A template holds the names of variables, nothing else.
fn no_variable(name: &str, span: Span, diagnostic: Diagnostic) -> Diagnostic {
    let is_expression = !name.contains('\\')
        && vrlet_parser::parse(name).is_ok_and(|ast| {
            use vrlet_parser::ast::{Node, RootExpr};
            match &ast.roots[..] {
                [RootExpr::Expr(expr)] => !matches!(
                    expr.node,
                    Node::Variable(_)
                        | Node::Assign(_)
                        | Node::If(_)
                        | Node::Abort(_)
                        | Node::Return(..)
                        | Node::Break
                ),
                _ => false,
            }
        });
    if !is_expression {
        let name = if name.is_empty() { "name" } else { name };
        let is_variable = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let diagnostic = diagnostic.help("between `{{` and `}}` stands the name of a variable");
        return if is_variable {
            diagnostic.help(format!("assign it before: `{name} = to_string(.{name}) ?? \"\"`"))
        } else {
            diagnostic
        };
    }
    diagnostic
        .help(format!(
            "between `{{{{` and `}}}}` stands the name of a variable; put anything else together with `+`: \
             `\"…\" + (to_string({name}) ?? \"\")`"
        ))
        .edit(span, format!("\" + (to_string({name}) ?? \"\") + \""), false)
}

/// A variable in a template that is no text.
pub(super) fn in_template(
    diagnostic: Diagnostic,
    source: Source<'_>,
    span: Span,
    kinds: KindSet,
) -> Diagnostic {
    let text = source.text(span);
    let name = text.trim_start_matches('{').trim_end_matches('}').trim();
    let is = Kind::from(kinds.without(KindSet::UNDEFINED));
    let conversion = if kinds.intersects(KindSet::COLLECTION.or(KindSet::REGEX)) {
        if KindSet::COLLECTION.contains(kinds) {
            format!("encode_json({name})")
        } else {
            format!("(to_string({name}) ?? \"\")")
        }
    } else {
        format!("to_string({name})")
    };
    diagnostic
        .secondary(span, format!("may be {is:#}, expected a string"))
        .help(format!("convert it: `\"…\" + {conversion}`, or before, into a variable of its own"))
        .edit(span, format!("\" + {conversion} + \""), false)
}

/// The path that a name belongs to, with its dashes: `.a.b-name`.
fn dashed(source: Source<'_>, span: Span) -> Option<(String, Span)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '@' | '-' | '.' | '%');
    let (head, tail) = (source.before(span), source.after(span));
    if !head.ends_with('-') {
        return None;
    }
    let start = head
        .rfind(|c| !is_part(c))
        .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let end = span.end as usize + tail.find(|c| !is_part(c)).unwrap_or(tail.len());
    if source.0.get(end..).is_none_or(|rest| rest.starts_with(['(', '!', '['])) {
        return None;
    }
    let path = quoted_path(source.0.get(start..end)?)?;
    Some((path, Span::new(start, end)))
}

/// A field as Logstash writes it, where it is compared: `[status] == 200`.
fn bracketed(source: Source<'_>, name: &str, span: Span) -> Option<(String, Span)> {
    let (head, tail) = (source.before(span), source.after(span));
    let head = head.strip_suffix('[')?;
    tail.strip_prefix(']')?;
    let before = head.trim_end_matches([' ', '\t']);
    let compared = tail[1..].trim_start_matches([' ', '\t']);
    let is_operand = before.is_empty()
        || before.ends_with(['\n', ';', '(', '{', '!'])
        || ["if", "&&", "||", "=="].iter().any(|end| before.ends_with(end));
    let is_compared = ["==", "!=", "<", ">", "&&", "||", "{", "=~"].iter();
    let is_compared = is_compared.clone().any(|sign| compared.starts_with(*sign));
    (is_operand && is_compared)
        .then(|| (format!(".{name}"), Span { start: span.start - 1, end: span.end + 1 }))
}

/// `.a | f`
fn piped(
    source: Source<'_>,
    name: &str,
    span: Span,
    registry: &Registry,
) -> Option<(String, Span)> {
    let function = match instead(name, 1) {
        Some(Instead::Call(function)) => function,
        _ => registry.get(name)?.name,
    };
    let head = source.before(span).trim_end().strip_suffix('|')?.trim_end();
    let is_part =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '@' | '.' | '%' | '"' | '[' | ']');
    let start = head
        .rfind(|c| !is_part(c))
        .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let value = &head[start..];
    if value.is_empty() || function.is_empty() {
        return None;
    }
    Some((format!("{function}({value})"), Span { start: u32::try_from(start).ok()?, ..span }))
}

//! Syntax lints: text that parses, but hardly as its author meant: doubled quotes, a missing dot, a `#` in
//! a name, a `{{` that is never closed.

use vrlet_diagnostic::Span;

use crate::ast::{Doubt, DoubtKind};
use crate::escape::escape;
use crate::keywords::is_control_keyword;
use crate::lexer::{Kind, Lexer, Token};

/// Finds them in a program that parses.
pub(crate) fn doubts(source: &str) -> Vec<Doubt> {
    let tokens: Vec<_> = Lexer::new(source, 0).collect();
    let mut found = Vec::new();
    // Whether the token before belongs to a path, and how many are dealt with already.
    let mut in_path = false;
    let mut skip = 0;
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &tokens[before]);
        let before = before.filter(|before| before.end() == token.start);
        let goes_on = before.is_some_and(|before| in_path || begins_path(before));
        if skip > 0 {
            skip -= 1;
        } else if let Some(meant) = doubled_quotes(&tokens[index..]).filter(|_| goes_on) {
            let span = token.span().to(tokens[index + 2].span());
            found.push(Doubt { kind: DoubtKind::DoubledQuotes, span, meant });
            skip = 2;
        } else if let Some(before) = before
            && lacks_dot(before, token, in_path)
        {
            let meant = format!(".{}", token.text);
            found.push(Doubt { kind: DoubtKind::MissingDot, span: token.span(), meant });
        }
        in_path = match token.kind {
            Kind::Word | Kind::String => goes_on || before.is_some_and(|before| before.text == "]"),
            Kind::Other => matches!(token.text, "." | "%"),
            Kind::Number | Kind::Quoted | Kind::Newline | Kind::Semicolon => false,
            Kind::Open | Kind::Close | Kind::Operator => false,
        };
        if in_path && token.kind != Kind::String {
            found.extend(comment_in_path(source, token));
        }
        let is_key = tokens.get(index + 1).is_some_and(|next| next.text == ":");
        if token.kind == Kind::String && !is_key {
            found.extend(open_template(token));
        }
    }
    found
}

/// Whether a name that touches the token is a part of its path.
fn begins_path(token: &Token<'_>) -> bool {
    matches!(token.text, "." | "%")
}

/// What stands between doubled quotes, quoted once.
fn doubled_quotes(tokens: &[Token<'_>]) -> Option<String> {
    let [open, name, close, ..] = tokens else { return None };
    let touch = open.end() == name.start && name.end() == close.start;
    let fit = open.text == "\"\"" && name.kind == Kind::Word && close.text == "\"\"";
    (touch && fit).then(|| format!("\"{}\"", name.text))
}

/// Whether a name touches what it can only be a part of.
fn lacks_dot(before: &Token<'_>, token: &Token<'_>, in_path: bool) -> bool {
    match (before.kind, token.kind) {
        (Kind::Word, Kind::String) => in_path || !is_control_keyword(before.text),
        (Kind::String, Kind::String | Kind::Word) => true,
        (Kind::Close, Kind::String | Kind::Word) => before.text == "]",
        _ => false,
    }
}

/// A comment that begins where a name could go on, and looks like one.
fn comment_in_path(source: &str, token: &Token<'_>) -> Option<Doubt> {
    let comment = source[token.end()..].strip_prefix('#')?;
    let ends = |sign: char| sign.is_whitespace() || ",;:)]}\"'=#".contains(sign);
    let length = 1 + comment.find(ends).unwrap_or(comment.len());
    if length == 1 {
        return None;
    }
    let end = token.end() + length;
    let name = if token.kind == Kind::Word { token.start } else { token.end() };
    let meant = format!("\"{}\"", &source[name..end]);
    Some(Doubt { kind: DoubtKind::CommentInPath, span: Span::new(token.start, end), meant })
}

/// The end of a string that is dropped.
fn open_template(token: &Token<'_>) -> Option<Doubt> {
    let inner = &token.text[1..token.text.len() - 1];
    let mut at = 0;
    loop {
        at += inner[at..].find(['\\', '{'])?;
        let rest = &inner[at..];
        at += match rest.strip_prefix("{{") {
            Some(name) => match name.find("}}") {
                Some(length) => length + 4,
                None => break,
            },
            None if rest.starts_with('\\') => escape(rest).ok()?.1,
            None => 1,
        };
    }
    let span = Span::new(token.start + 1 + at, token.end() - 1);
    let name = inner[at + 2..].trim();
    let is_name =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let meant = if is_name { format!("{{{{ {name} }}}}") } else { "\\{{".to_owned() };
    Some(Doubt { kind: DoubtKind::OpenTemplate, span, meant })
}

#[cfg(test)]
mod tests {
    use super::doubts;
    use crate::ast::DoubtKind;

    fn found(source: &str) -> Vec<(DoubtKind, &str, String)> {
        let text = |span: vrlet_diagnostic::Span| &source[span.start as usize..span.end as usize];
        doubts(source).into_iter().map(|it| (it.kind, text(it.span), it.meant)).collect()
    }

    #[test]
    fn what_hardly_means_what_it_says() {
        use DoubtKind::{CommentInPath, DoubledQuotes, MissingDot, OpenTemplate};
        let cases = [
            (r#".nested.""field"" = 1"#, DoubledQuotes, r#"""field"""#, r#""field""#),
            (r#".""a"".b = 1"#, DoubledQuotes, r#"""a"""#, r#""a""#),
            (r#".a"b" = 1"#, MissingDot, r#""b""#, r#"."b""#),
            (r#"."a"b = 1"#, MissingDot, "b", ".b"),
            ("x = .a[0]b", MissingDot, "b", ".b"),
            (r#"y = x"a".b"#, MissingDot, r#""a""#, r#"."a""#),
            (".a = .#tag", CommentInPath, ".#tag", r##""#tag""##),
            (".a = %#tag", CommentInPath, "%#tag", r##""#tag""##),
            (".a = .b#1, 2", CommentInPath, "b#1", r#""b#1""#),
            (r#"x = "a {{ b""#, OpenTemplate, "{{ b", "{{ b }}"),
            (r#"x = "\" {{ a.b {{""#, OpenTemplate, "{{ a.b {{", "\\{{"),
        ];
        for (source, kind, text, meant) in cases {
            assert_eq!(found(source), [(kind, text, meant.to_owned())], "{source}");
        }
    }

    #[test]
    fn what_is_written_as_it_should_be() {
        for source in [
            r#"."".a."b" = .c[0].d"#,
            r#"abort"x""#,
            r#"if"a" == "b"{ 1 }else{ 2 }"#,
            r#"x = {"a{{":["b","c"],"d":.e}"#,
            ".a = .b # c",
            ".a = .b# c",
            ".a = .b#",
            "x = y#z",
            r#"x = "\{{ a {{ b }} {{}}""#,
            r##"x = "a"#b"##,
        ] {
            assert_eq!(found(source), [], "{source}");
        }
    }
}

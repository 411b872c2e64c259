//! The tokens of a program with their classes (keyword, function, field, …), for tools that highlight and
//! complete it while it is typed: it need not parse.

use vrlet_diagnostic::Span;

use crate::keywords::is_keyword;
use crate::lexer::{Kind, Lexer};

/// What a piece of a program looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// `# …`
    Comment,
    /// `if`, `null` and the like.
    Keyword,
    /// The name in a call.
    Function,
    /// The name of a field in a path.
    Field,
    /// Any other word: a variable, the name of an argument.
    Name,
    /// `1`, `1.5`
    Number,
    /// `"text"`
    String,
    /// `s'text'`, `r'pattern'`, `t'time'`
    Quoted,
    /// A bracket of any kind.
    Bracket,
    /// Operators, dots, commas and whatever else there is.
    Sign,
}

/// Cuts a program into pieces; blanks and newlines between them are left out. An open literal reaches to
/// the end of the text.
pub fn tokens(source: &str) -> Vec<(TokenKind, Span)> {
    let mut pieces = Vec::new();
    let mut end = 0;
    let mut tokens = Lexer::new(source, 0).peekable();
    let mut before = "";
    while let Some(token) = tokens.next() {
        pieces.extend(comment(source, end, token.start));
        end = token.end();
        let kind = match token.kind {
            Kind::Newline => {
                before = "";
                continue;
            }
            Kind::Number => TokenKind::Number,
            Kind::String => TokenKind::String,
            Kind::Quoted => TokenKind::Quoted,
            Kind::Open | Kind::Close => TokenKind::Bracket,
            Kind::Semicolon | Kind::Operator | Kind::Other => TokenKind::Sign,
            Kind::Word if is_called(&source[end..]) => TokenKind::Function,
            Kind::Word if matches!(before, "." | "%") => TokenKind::Field,
            Kind::Word if is_keyword(token.text) => TokenKind::Keyword,
            Kind::Word => TokenKind::Name,
        };
        // Only what touches a dot belongs to its path.
        let touches = tokens.peek().is_some_and(|next| next.start == end);
        before = if touches { token.text } else { "" };
        pieces.push((kind, token.span()));
    }
    pieces.extend(comment(source, end, source.len()));
    pieces
}

/// Whether what follows a word makes it a call.
pub(crate) fn is_called(rest: &str) -> bool {
    rest.starts_with('(') || rest.starts_with("!(")
}

/// The comment between two tokens: it reaches to the second, but for blanks.
fn comment(source: &str, start: usize, end: usize) -> Option<(TokenKind, Span)> {
    let at = start + source[start..end].find('#')?;
    Some((TokenKind::Comment, Span::new(at, end)))
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, tokens};

    fn cut(source: &str) -> Vec<(TokenKind, &str)> {
        tokens(source).into_iter().map(|(kind, span)| (kind, &source[span.range()])).collect()
    }

    #[test]
    fn words_are_told_apart_by_what_stands_around_them() {
        use TokenKind::{Bracket, Field, Function, Keyword, Name, Sign};
        let pieces = cut("if .if && x { to_int!(y) }");
        let expected = [
            (Keyword, "if"),
            (Sign, "."),
            (Field, "if"),
            (Sign, "&&"),
            (Name, "x"),
            (Bracket, "{"),
            (Function, "to_int"),
            (Sign, "!"),
            (Bracket, "("),
            (Name, "y"),
            (Bracket, ")"),
            (Bracket, "}"),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn comments_and_open_literals_are_pieces() {
        use TokenKind::{Comment, Name, Number, Quoted, Sign, String};
        let pieces = cut("# ä\nx = 1 # y\nr'a' \"open");
        let expected = [
            (Comment, "# ä"),
            (Name, "x"),
            (Sign, "="),
            (Number, "1"),
            (Comment, "# y"),
            (Quoted, "r'a'"),
            (String, "\"open"),
        ];
        assert_eq!(pieces, expected);
    }
}

//! The path that ends at the cursor: its root and its steps.

use vrlet::syntax::TokenKind;
use vrlet::value::{Key, Path, Step};

use crate::open_call::Token;

/// The tokens of a path, which touch each other.
pub(crate) struct PathPrefix<'a, 't> {
    program: &'a str,
    tokens: &'t [Token],
}

impl<'a, 't> PathPrefix<'a, 't> {
    /// The path that ends at a place.
    pub fn before(program: &'a str, tokens: &'t [Token], end: u32) -> Option<Self> {
        let mut next = end;
        let mut first = tokens.len();
        for (index, (kind, span)) in tokens.iter().enumerate().rev() {
            let text = &program[span.range()];
            let belongs = span.end == next
                && match kind {
                    TokenKind::Field | TokenKind::Number | TokenKind::Name => true,
                    TokenKind::String => index > 0 && &program[tokens[index - 1].1.range()] == ".",
                    TokenKind::Bracket => matches!(text, "[" | "]"),
                    TokenKind::Sign => {
                        matches!(text, "." | "%")
                            || (text == "-" && in_index(program, tokens, index))
                    }
                    TokenKind::Comment
                    | TokenKind::Keyword
                    | TokenKind::Function
                    | TokenKind::Quoted => false,
                };
            if !belongs {
                break;
            }
            (first, next) = (index, span.start);
            if *kind == TokenKind::Name {
                break;
            }
        }
        let tokens = &tokens[first..];
        (!tokens.is_empty()).then_some(Self { program, tokens })
    }

    /// The path that a program ends with.
    pub fn at_end(program: &'a str, tokens: &'t [Token]) -> Option<Self> {
        let (_, last) = tokens.last()?;
        (last.end as usize == program.len()).then(|| Self::before(program, tokens, last.end))?
    }

    /// Where the path starts.
    pub fn start(&self) -> usize {
        self.tokens.first().map_or(0, |(_, span)| span.start as usize)
    }

    /// The root, `.`, `%` or the name of a variable, and the steps after it; `is_open` says whether a field
    /// is to follow.
    pub fn steps(&self, is_open: bool) -> Option<(&'a str, Path)> {
        let (&(kind, root), mut rest) = self.tokens.split_first()?;
        let root = &self.program[root.range()];
        let mut awaits_field = match root {
            "." | "%" => true,
            _ if kind == TokenKind::Name => false,
            _ => return None,
        };
        let mut path = Vec::new();
        while let Some(&(kind, span)) = rest.first() {
            let text = &self.program[span.range()];
            let used = match (kind, text) {
                (TokenKind::Field, _) if awaits_field => {
                    path.push(Step::Field(Key::from(text)));
                    1
                }
                (TokenKind::String, _) if awaits_field => {
                    path.push(Step::Field(Key::from(unquoted(text)?.as_str())));
                    1
                }
                (TokenKind::Sign, ".") if !awaits_field => {
                    awaits_field = true;
                    rest = &rest[1..];
                    continue;
                }
                (TokenKind::Bracket, "[") if !awaits_field || path.is_empty() => {
                    let end =
                        rest.iter().position(|(_, span)| &self.program[span.range()] == "]")?;
                    let index = rest[1..end].iter().map(|(_, span)| &self.program[span.range()]);
                    path.push(Step::Index(index.collect::<String>().parse().ok()?));
                    end + 1
                }
                _ => return None,
            };
            awaits_field = false;
            rest = &rest[used..];
        }
        // `.` alone is a path as well: `.[`.
        let is_root = path.is_empty() && kind == TokenKind::Sign;
        (awaits_field == is_open || is_root).then(|| (root, Path::from(path)))
    }
}

/// Whether a sign stands between a bracket and a number.
fn in_index(program: &str, tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).map(|before| &program[tokens[before].1.range()]);
    let after = tokens.get(index + 1).map(|(kind, _)| *kind);
    before == Some("[") && after == Some(TokenKind::Number)
}

/// What stands between quotes, as long as it is simple.
fn unquoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    Some(inner.replace("\\\"", "\"").replace("\\\\", "\\"))
}

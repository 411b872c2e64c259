//! What is being typed at the end of a line: a word, a path, a text between quotes.

use vrlet::diagnostic::Span;
use vrlet::syntax::{TokenKind, tokens};
use vrlet::value::{Key, Path, Step};

use super::call::Call;

/// A piece of a program.
pub type Token = (TokenKind, Span);

/// The unfinished end of a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fragment<'a> {
    /// A word, perhaps empty: a function, a variable, a keyword, a parameter.
    Word {
        /// Where it starts.
        start: usize,
        /// It so far.
        typed: &'a str,
        /// The call around it.
        call: Option<Call<'a>>,
    },
    /// A step of a path.
    Step {
        /// What the path starts from: `.`, `%` or the name of a variable.
        root: &'a str,
        /// The steps before.
        path: Path,
        /// Where the step starts.
        start: usize,
        /// It so far, without quotes or brackets.
        typed: &'a str,
        /// How it is written.
        form: Form,
    },
    /// A text whose quote is open.
    Text {
        /// Where it starts, after the quote.
        start: usize,
        /// It so far.
        typed: &'a str,
        /// The call whose argument it is.
        call: Option<Call<'a>>,
    },
    /// Something that can't be completed.
    Other,
}

/// How a step of a path is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// `.a` or `."a b"`
    Field,
    /// `[0]`, after its bracket.
    Index,
}

impl<'a> Fragment<'a> {
    /// The end of a program.
    pub fn of(program: &'a str) -> Self {
        let tokens = tokens(program);
        let touches = |span: &Span| span.end as usize == program.len();
        match tokens.as_slice() {
            [before @ .., (TokenKind::String, span)] if is_open(&program[span.range()]) => {
                let start = span.start as usize + 1;
                let chain = Chain::before(program, before, span.start);
                if let Some((root, path)) = chain.and_then(|chain| chain.steps(true)) {
                    let (start, typed) = (start - 1, &program[start..]);
                    return Self::Step { root, path, start, typed, form: Form::Field };
                }
                Self::Text { start, typed: &program[start..], call: Call::of(program, before) }
            }
            [.., (TokenKind::Comment, _)] if !program.ends_with('\n') => Self::Other,
            [.., (TokenKind::Quoted | TokenKind::String, span)] if touches(span) => Self::Other,
            [before @ .., (kind, span)] if touches(span) => {
                Self::of_touching(program, &tokens, before, *kind, *span)
            }
            _ => Self::of_word(program, &tokens, program.len()),
        }
    }

    /// The end of a program whose last token touches it.
    fn of_touching(
        program: &'a str,
        tokens: &[Token],
        before: &[Token],
        kind: TokenKind,
        span: Span,
    ) -> Self {
        let typed = &program[span.range()];
        let start = span.start as usize;
        let step = |chain: Option<Chain<'a, '_>>, start, typed, form| {
            let (root, path) = chain.and_then(|chain| chain.steps(form == Form::Field))?;
            Some(Self::Step { root, path, start, typed, form })
        };
        let end = program.len();
        let chain = Chain::before(program, before, span.start);
        let whole = Chain::before(program, tokens, span.end);
        match (kind, typed) {
            (_, "." | "%") => step(whole, end, "", Form::Field).unwrap_or(Self::Other),
            (_, "[") => step(chain, end, "", Form::Index)
                .unwrap_or_else(|| Self::of_word(program, tokens, end)),
            (TokenKind::Number, _) => match before {
                [steps @ .., (_, bracket)] if &program[bracket.range()] == "[" => {
                    let chain = Chain::before(program, steps, bracket.start);
                    step(chain, start, typed, Form::Index).unwrap_or(Self::Other)
                }
                _ => Self::Other,
            },
            (TokenKind::Field, _) => step(chain, start, typed, Form::Field).unwrap_or(Self::Other),
            (TokenKind::Name | TokenKind::Keyword, _) => Self::of_word(program, tokens, start),
            (_, "]") => Self::Other,
            _ => Self::of_word(program, tokens, end),
        }
    }

    fn of_word(program: &'a str, tokens: &[Token], start: usize) -> Self {
        Self::Word { start, typed: &program[start..], call: Call::of(program, tokens) }
    }
}

/// The tokens of a path, which touch each other.
struct Chain<'a, 't> {
    program: &'a str,
    tokens: &'t [Token],
}

impl<'a, 't> Chain<'a, 't> {
    /// The path that ends at a place.
    fn before(program: &'a str, tokens: &'t [Token], end: u32) -> Option<Self> {
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
                    _ => false,
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

    /// The root and the steps after it; `is_open` says whether a field is to follow.
    fn steps(&self, is_open: bool) -> Option<(&'a str, Path)> {
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

fn is_open(text: &str) -> bool {
    let inner = text.get(1..).unwrap_or_default();
    let mut escaped = false;
    for character in inner.chars() {
        match character {
            '"' if !escaped => return false,
            _ => escaped = character == '\\' && !escaped,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Form, Fragment};

    fn step(program: &str) -> (String, String, usize, String) {
        match Fragment::of(program) {
            Fragment::Step { root, path, start, typed, .. } => {
                (root.to_owned(), path.to_string(), start, typed.to_owned())
            }
            other => panic!("{program}: {other:?}"),
        }
    }

    fn is(program: &str, expected: (&str, &str, usize, &str)) {
        let (root, path, start, typed) = expected;
        assert_eq!(
            step(program),
            (root.to_owned(), path.to_owned(), start, typed.to_owned()),
            "{program}"
        );
    }

    #[test]
    fn paths() {
        is(".", (".", "", 1, ""));
        is("%", ("%", "", 1, ""));
        is(".a = .mes", (".", "", 6, "mes"));
        is(".a.b[0].c", (".", "a.b[0]", 8, "c"));
        is(".a[-1].", (".", "a[-1]", 7, ""));
        is("x=.a", (".", "", 3, "a"));
        is("upcase(%x.", ("%", "x", 10, ""));
        is("total.su", ("total", "", 6, "su"));
        is("total[1].su", ("total", "[1]", 9, "su"));
        is(".[0].a", (".", "[0]", 5, "a"));
        is(".if", (".", "", 1, "if"));
    }

    #[test]
    fn fields_between_quotes() {
        is(".\"fi", (".", "", 1, "fi"));
        is(".a.\"", (".", "a", 3, ""));
        is(".\"a b\".c", (".", "\"a b\"", 7, "c"));
        is(".a.\"b c\"[0].\"d", (".", "a.\"b c\"[0]", 12, "d"));
        is("x.\"a", ("x", "", 2, "a"));
    }

    #[test]
    fn indices() {
        for (program, path, typed) in [(".a[", "a", ""), (".a.b[1", "a.b", "1"), (".[", "", "")] {
            match Fragment::of(program) {
                Fragment::Step { path: found, typed: end, form: Form::Index, .. } => {
                    assert_eq!((found.to_string().as_str(), end), (path, typed), "{program}");
                }
                other => panic!("{program}: {other:?}"),
            }
        }
    }

    #[test]
    fn words_and_texts() {
        let word = |program| match Fragment::of(program) {
            Fragment::Word { start, typed, call } => (start, typed, call.map(|call| call.function)),
            other => panic!("{program}: {other:?}"),
        };
        assert_eq!(word("x = upc"), (4, "upc", None));
        assert_eq!(word("ä "), (3, "", None));
        assert_eq!(word("[1, tr"), (4, "tr", None));
        assert_eq!(word("split(.a, pat"), (10, "pat", Some("split")));
        let text = |program| match Fragment::of(program) {
            Fragment::Text { start, typed, call } => {
                (start, typed, call.map(|call| (call.function, call.position)))
            }
            other => panic!("{program}: {other:?}"),
        };
        let program = "get_enrichment_table_record!(\"pro";
        assert_eq!(text(program), (30, "pro", Some(("get_enrichment_table_record", 0))));
        assert_eq!(text("x = \"pro"), (5, "pro", None));
        assert_eq!(text("f(1, \"x"), (6, "x", Some(("f", 1))));
        for other in ["x = \"a\"", "1 # a", "r'a'", ".a[0]", "12"] {
            assert_eq!(Fragment::of(other), Fragment::Other, "{other}");
        }
    }
}

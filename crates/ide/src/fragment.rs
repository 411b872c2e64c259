//! Classifies what is being typed at the cursor: a word, a path, a string and what it is an argument of.

use vrlet::diagnostic::Span;
use vrlet::syntax::{TokenKind, tokens};
use vrlet::value::Path;

use crate::closure_parameters::are_listed_at_end;
use crate::open_call::{OpenCall, Token};
use crate::path_prefix::PathPrefix;

/// The unfinished end of a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Fragment<'a> {
    /// A word, perhaps empty: a function, a variable, a keyword, a parameter.
    Word {
        /// Where it starts.
        start: usize,
        /// It so far.
        typed: &'a str,
        /// The call around it.
        call: Option<OpenCall<'a>>,
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
    /// A string whose quote is open.
    String {
        /// Where it starts, after the quote.
        start: usize,
        /// It so far.
        typed: &'a str,
        /// What it is to be.
        role: Role<'a>,
    },
    /// The name of a variable in a template: `"a {{ na`.
    Template {
        /// Where it starts.
        start: usize,
        /// It so far.
        typed: &'a str,
    },
    /// Something that can't be completed.
    Other,
}

/// What a string is to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Role<'a> {
    /// An argument of a call.
    Argument(OpenCall<'a>),
    /// A key of an object that is an argument.
    Key(OpenCall<'a>),
    /// An element of an array that is an argument.
    Element(OpenCall<'a>),
    /// Anything else.
    Other,
}

/// How a step of a path is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
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
                let path_before = PathPrefix::before(program, before, span.start);
                if let Some((root, path)) =
                    path_before.and_then(|path_before| path_before.steps(true))
                {
                    let (start, typed) = (start - 1, &program[start..]);
                    return Self::Step { root, path, start, typed, form: Form::Field };
                }
                let typed = &program[start..];
                match in_template(typed) {
                    Some(at) => Self::Template { start: start + at, typed: &typed[at..] },
                    None => Self::String { start, typed, role: Role::of(program, before) },
                }
            }
            [.., (TokenKind::Comment, _)] if !program.ends_with('\n') => Self::Other,
            _ if are_listed_at_end(program, &tokens) => Self::Other,
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
        let step = |path_before: Option<PathPrefix<'a, '_>>, start, typed, form| {
            let (root, path) =
                path_before.and_then(|path_before| path_before.steps(form == Form::Field))?;
            Some(Self::Step { root, path, start, typed, form })
        };
        let end = program.len();
        let path_before = PathPrefix::before(program, before, span.start);
        let path_here = PathPrefix::before(program, tokens, span.end);
        match (kind, typed) {
            (_, "." | "%") => step(path_here, end, "", Form::Field).unwrap_or(Self::Other),
            (_, "[") => step(path_before, end, "", Form::Index)
                .unwrap_or_else(|| Self::of_word(program, tokens, end)),
            (TokenKind::Number, _) => match before {
                [steps @ .., (_, bracket)] if &program[bracket.range()] == "[" => {
                    let path_before = PathPrefix::before(program, steps, bracket.start);
                    step(path_before, start, typed, Form::Index).unwrap_or(Self::Other)
                }
                _ => Self::Other,
            },
            (TokenKind::Field, _) => {
                step(path_before, start, typed, Form::Field).unwrap_or(Self::Other)
            }
            (TokenKind::Name | TokenKind::Keyword, _) => Self::of_word(program, tokens, start),
            (_, "]") => Self::Other,
            _ => Self::of_word(program, tokens, end),
        }
    }

    /// Whether nothing of it is typed yet.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Word { typed, .. }
            | Self::Step { typed, .. }
            | Self::String { typed, .. }
            | Self::Template { typed, .. } => typed.is_empty(),
            Self::Other => true,
        }
    }

    fn of_word(program: &'a str, tokens: &[Token], start: usize) -> Self {
        Self::Word { start, typed: &program[start..], call: OpenCall::of(program, tokens) }
    }
}

impl<'a> Role<'a> {
    /// What a string is that follows some tokens.
    fn of(program: &'a str, before: &[Token]) -> Self {
        if let Some(call) = OpenCall::of(program, before) {
            return Self::Argument(call);
        }
        let last = before.last().map(|(_, span)| &program[span.range()]);
        match (OpenCall::around(program, before), last) {
            (Some(("{", call)), Some("{" | ",")) => Self::Key(call),
            (Some(("[", call)), Some("[" | ",")) => Self::Element(call),
            _ => Self::Other,
        }
    }
}

/// Where the name begins that stands between open braces at the end of a string.
fn in_template(typed: &str) -> Option<usize> {
    let inner = typed.rfind("{{")? + 2;
    let name = inner + typed[inner..].len() - typed[inner..].trim_start().len();
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    typed[name..].chars().all(is_name).then_some(name)
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
    use super::{Form, Fragment, OpenCall, Role};

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

    fn said(role: &Role<'_>) -> String {
        let of = |call: &OpenCall<'_>| format!("{} of {}", call.position, call.function);
        match role {
            Role::Argument(call) => of(call),
            Role::Key(call) => format!("key in {}", of(call)),
            Role::Element(call) => format!("element in {}", of(call)),
            Role::Other => "other".to_owned(),
        }
    }

    #[test]
    fn names_in_templates() {
        let template = |program| match Fragment::of(program) {
            Fragment::Template { start, typed } => (start, typed),
            other => panic!("{program}: {other:?}"),
        };
        assert_eq!(template("x = \"a {{ na"), (10, "na"));
        assert_eq!(template("x = \"a {{"), (9, ""));
        assert_eq!(template("\"{{ a }} {{b"), (11, "b"));
        for other in ["\"{{ a }}", "\"{ a", "\"{{ a b"] {
            assert!(matches!(Fragment::of(other), Fragment::String { .. }), "{other}");
        }
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
            Fragment::String { start, typed, role } => (start, typed, said(&role)),
            other => panic!("{program}: {other:?}"),
        };
        let program = "get_enrichment_table_record!(\"pro";
        assert_eq!(text(program), (30, "pro", "0 of get_enrichment_table_record".to_owned()));
        assert_eq!(text("x = \"pro"), (5, "pro", "other".to_owned()));
        assert_eq!(text("f(1, \"x"), (6, "x", "1 of f".to_owned()));
        assert_eq!(text("f(1, { \"x"), (8, "x", "key in 1 of f".to_owned()));
        assert_eq!(text("f(1, { \"x\": \"y"), (13, "y", "other".to_owned()));
        assert_eq!(text("f(1, { \"x\": 1, \"y"), (16, "y", "key in 1 of f".to_owned()));
        assert_eq!(text("f([1, \"x"), (7, "x", "element in 0 of f".to_owned()));
        for other in ["x = \"a\"", "1 # a", "r'a'", ".a[0]", "12"] {
            assert_eq!(Fragment::of(other), Fragment::Other, "{other}");
        }
    }
}

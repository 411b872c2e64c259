//! What is being typed at the end of a line: a word, a path, a text between quotes.

use vrlet::syntax::{TokenKind, tokens};
use vrlet::value::{Key, Path, Step};

/// The unfinished end of a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fragment<'a> {
    /// A word, perhaps empty: a function, a variable, a keyword.
    Word {
        /// Where it starts.
        start: usize,
        /// It so far.
        typed: &'a str,
    },
    /// A step of a path.
    Step {
        /// What the path starts from: `.`, `%` or the name of a variable.
        root: &'a str,
        /// The steps before.
        path: Path,
        /// Where the step starts.
        start: usize,
        /// It so far.
        typed: &'a str,
    },
    /// A text whose quote is open.
    Text {
        /// Where it starts, behind the quote.
        start: usize,
        /// It so far.
        typed: &'a str,
        /// The function whose first argument it is.
        function: Option<&'a str>,
    },
    /// Something that can't be completed.
    Other,
}

impl<'a> Fragment<'a> {
    /// The end of a program.
    pub fn of(program: &'a str) -> Self {
        let tokens = tokens(program);
        match tokens.as_slice() {
            [before @ .., (TokenKind::String, span)] if is_open(&program[span.range()]) => {
                let start = span.start as usize + 1;
                let function = match before {
                    [.., (TokenKind::Function, name), (TokenKind::Bracket, _)] => {
                        Some(&program[name.range()])
                    }
                    [
                        ..,
                        (TokenKind::Function, name),
                        (TokenKind::Sign, _),
                        (TokenKind::Bracket, _),
                    ] => Some(&program[name.range()]),
                    _ => None,
                };
                Self::Text { start, typed: &program[start..], function }
            }
            [.., (TokenKind::Comment | TokenKind::Quoted | TokenKind::String, span)]
                if span.end as usize == program.len() =>
            {
                Self::Other
            }
            _ => Self::of_path(program),
        }
    }

    fn of_path(program: &'a str) -> Self {
        let start = program
            .rfind(|c: char| !(c.is_ascii_alphanumeric() || "_@.%[]".contains(c)))
            .map_or(0, |at| at + program[at..].chars().next().map_or(1, char::len_utf8));
        let chain = &program[start..];
        let root_length = match chain.chars().next() {
            Some('.' | '%') => 1,
            _ => match chain.find(['.', '[']) {
                Some(end) => end,
                None => return Self::Word { start, typed: chain },
            },
        };
        let (root, steps) = chain.split_at(root_length);
        let last = steps.rfind('.').map_or(0, |dot| dot + 1);
        let (before, typed) = steps.split_at(last);
        match parse(before) {
            Some(path) if !root.is_empty() && !typed.contains(['[', ']', '%']) => {
                Self::Step { root, path, start: start + root_length + last, typed }
            }
            _ => Self::Other,
        }
    }
}

/// The steps that end with a dot each, or with none at the root.
fn parse(steps: &str) -> Option<Path> {
    let mut path = Vec::new();
    for part in steps.split(['.', '[']).filter(|part| !part.is_empty()) {
        path.push(match part.strip_suffix(']') {
            Some(index) => Step::Index(index.parse().ok()?),
            None => Step::Field(Key::from(part)),
        });
    }
    Some(Path::from(path))
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
    use super::Fragment;

    fn step(program: &str) -> (String, String, usize, String) {
        match Fragment::of(program) {
            Fragment::Step { root, path, start, typed } => {
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
        is(".a = .mes", (".", "", 6, "mes"));
        is(".a.b[0].c", (".", "a.b[0]", 8, "c"));
        is("upcase(%x.", ("%", "x", 10, ""));
        is("total.su", ("total", "", 6, "su"));
        is("total[1].su", ("total", "[1]", 9, "su"));
    }

    #[test]
    fn words_and_texts() {
        assert_eq!(Fragment::of("x = upc"), Fragment::Word { start: 4, typed: "upc" });
        assert_eq!(Fragment::of("ä "), Fragment::Word { start: 3, typed: "" });
        let text = "get_enrichment_table_record!(\"pro";
        assert_eq!(
            Fragment::of(text),
            Fragment::Text {
                start: 30,
                typed: "pro",
                function: Some("get_enrichment_table_record")
            }
        );
        assert_eq!(
            Fragment::of("x = \"pro"),
            Fragment::Text { start: 5, typed: "pro", function: None }
        );
        for other in ["x = \"a\"", "1 # a", "r'a'", ".a[0"] {
            assert_eq!(Fragment::of(other), Fragment::Other, "{other}");
        }
    }
}

//! The parser of a placeholder: `%{matcher("argument"):field:filter(argument)}`.

/// How deep filters may be nested in arguments.
const DEEPEST: usize = 32;

/// A `%{…}`, taken apart.
pub(super) struct Placeholder {
    pub(super) matcher: Term,
    /// The path of the field that the match becomes; without names it is the result itself.
    pub(super) field: Vec<String>,
    pub(super) filter: Option<Term>,
}

/// The name of a matcher or filter, with its arguments.
pub(super) struct Term {
    pub(super) name: String,
    pub(super) arguments: Vec<Argument>,
}

/// An argument of a matcher or filter.
pub(super) enum Argument {
    Text(String),
    Number(f64),
    Null,
    Term(Term),
}

impl Argument {
    /// The text that it is.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Null | Self::Term(_) => None,
        }
    }
}

impl Term {
    /// The refusal of the arguments.
    pub(super) fn misused(&self, expected: &str) -> String {
        format!("`{}` takes {expected}", self.name)
    }
}

/// The first `%{…}` of a rule: where it starts and ends, and what stands between the braces.
pub(super) fn find(rule: &str) -> Option<(usize, usize, &str)> {
    let start = rule.match_indices("%{").map(|(start, _)| start);
    start.filter_map(|start| closed(rule, start)).next()
}

fn closed(rule: &str, start: usize) -> Option<(usize, usize, &str)> {
    let inner = &rule[start + 2..];
    let (mut quoted, mut escaped) = (false, false);
    for (at, character) in inner.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = quoted,
            '"' => quoted = !quoted,
            '}' if !quoted => return (at > 0).then(|| (start, start + at + 3, &inner[..at])),
            _ => {}
        }
    }
    None
}

impl Placeholder {
    /// Reads what stands between the braces.
    pub(super) fn read(source: &str) -> Result<Self, String> {
        let mut parser = PlaceholderParser { rest: source, depth: 0 };
        let placeholder = parser.placeholder();
        placeholder.filter(|_| parser.rest.is_empty()).ok_or_else(|| {
            format!("`%{{{source}}}` does not read as `%{{matcher:field:filter}}` from `{}` on", {
                let rest: String = parser.rest.chars().take(20).collect();
                if rest.is_empty() { "its end".to_owned() } else { rest }
            })
        })
    }
}

struct PlaceholderParser<'a> {
    rest: &'a str,
    depth: usize,
}

impl PlaceholderParser<'_> {
    fn placeholder(&mut self) -> Option<Placeholder> {
        let matcher = self.term()?;
        let mut placeholder = Placeholder { matcher, field: Vec::new(), filter: None };
        if self.pass(':') {
            placeholder.field = self.field()?;
            if self.pass(':') {
                placeholder.filter = Some(self.term()?);
            }
        }
        Some(placeholder)
    }

    /// Names with points or blanks between them.
    fn field(&mut self) -> Option<Vec<String>> {
        let mut names = Vec::new();
        let mut pointed = self.pass('.');
        while let Some(name) = self.name("_-@") {
            names.push(name);
            pointed = self.pass('.');
        }
        (!pointed).then_some(names)
    }

    fn term(&mut self) -> Option<Term> {
        let mut name = self.name("_")?;
        while self.pass('.') {
            name.push('.');
            name.push_str(&self.name("_")?);
        }
        let arguments = if self.pass('(') { self.arguments()? } else { Vec::new() };
        Some(Term { name, arguments })
    }

    fn arguments(&mut self) -> Option<Vec<Argument>> {
        self.depth += 1;
        let mut arguments = Vec::new();
        while !self.pass(')') {
            arguments.push(self.argument()?);
            if !self.pass(',') {
                self.pass(')').then_some(())?;
                break;
            }
        }
        self.depth -= 1;
        Some(arguments)
    }

    fn argument(&mut self) -> Option<Argument> {
        if self.depth > DEEPEST {
            return None;
        }
        self.blanks();
        match self.rest.chars().next()? {
            '"' => self.text().map(Argument::Text),
            '0'..='9' | '.' => self.number().map(Argument::Number),
            _ => {
                let term = self.term()?;
                let null = term.name == "null" && term.arguments.is_empty();
                Some(if null { Argument::Null } else { Argument::Term(term) })
            }
        }
    }

    /// A text in double quotes, in which `\"`, `\'` and `\\` are escapes.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut characters = self.rest.char_indices().skip(1);
        loop {
            match characters.next()? {
                (at, '"') => {
                    self.skip(at + 1);
                    return Some(text);
                }
                (_, '\\') => {
                    let escaped =
                        characters.next().filter(|(_, it)| matches!(it, '"' | '\'' | '\\'));
                    text.push(escaped?.1);
                }
                (_, other) => text.push(other),
            }
        }
    }

    fn number(&mut self) -> Option<f64> {
        let is_number =
            |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-');
        let length = self.rest.bytes().take_while(is_number).count();
        let number = self.rest[..length].parse().ok()?;
        self.skip(length);
        Some(number)
    }

    /// A letter, then letters, digits and the `other` signs; those may come first too, but for `-`.
    fn name(&mut self, other: &str) -> Option<String> {
        self.blanks();
        let is_first = |c: char| c.is_ascii_alphabetic() || c != '-' && other.contains(c);
        self.rest.chars().next().filter(|first| is_first(*first))?;
        let ends = |c: char| !c.is_ascii_alphanumeric() && !other.contains(c);
        let length = self.rest.find(ends).unwrap_or(self.rest.len());
        let name = self.rest[..length].to_owned();
        self.skip(length);
        Some(name)
    }

    fn pass(&mut self, sign: char) -> bool {
        self.blanks();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        self.blanks();
        rest.is_some()
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn skip(&mut self, length: usize) {
        self.rest = &self.rest[length..];
    }
}

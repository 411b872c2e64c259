//! The context of a syntax error: the tokens around it, the brackets that are open there. Messages and
//! suggestions are chosen by it.

use vrlet_diagnostic::Span;

use crate::lexer::{Kind, Lexer, Token, is_word};

/// Names that stand before a dot and a function in other languages, and are no value.
const MODULES: [&str; 16] = [
    "console", "logger", "logging", "log", "JSON", "json", "Math", "math", "strings", "string",
    "re", "os", "time", "datetime", "table", "fmt",
];

/// What stands around the place of an error.
pub(crate) struct ErrorContext<'source> {
    source: &'source str,
    /// Where the broken expression begins.
    pub(crate) start: usize,
    /// The token before the error.
    pub(crate) before: Option<Token<'source>>,
    /// The token before the error that is no newline.
    pub(crate) last: Option<Token<'source>>,
    /// The token at the error; none at the end of the text.
    pub(crate) token: Option<Token<'source>>,
    /// The brackets of the expression that are open there.
    pub(crate) open: Vec<Token<'source>>,
    /// The bracket that the token before the error closes.
    closed: Option<Token<'source>>,
    /// Whether the innermost bracket, or the expression, begins with `if`.
    pub(crate) in_condition: bool,
}

impl<'source> ErrorContext<'source> {
    /// Looks at the tokens from the start of the broken expression to the error.
    pub(crate) fn new(source: &'source str, start: usize, position: usize) -> Self {
        let token = Lexer::new(source, position).next();
        let mut context = Self {
            source,
            start,
            before: None,
            last: None,
            token,
            open: Vec::new(),
            closed: None,
            in_condition: false,
        };
        let end = token.map_or(source.len(), |token| token.start);
        for token in Lexer::new(source, start).take_while(|token| token.start < end) {
            context.closed = None;
            match token.kind {
                Kind::Open => {
                    context.in_condition &= token.text == "(";
                    context.open.push(token);
                }
                Kind::Close => context.closed = context.open.pop(),
                Kind::Word => context.in_condition |= token.text == "if",
                Kind::Newline | Kind::Semicolon => context.in_condition = false,
                Kind::Number | Kind::String | Kind::Quoted | Kind::Operator | Kind::Other => {}
            }
            context.before = Some(token);
            if token.kind != Kind::Newline {
                context.last = Some(token);
            }
        }
        context
    }

    /// The block that ends where a path begins, which must not have one.
    pub(crate) fn block_before_path(&self) -> Option<Span> {
        let (before, token) = (self.before?, self.token?);
        let path = matches!(token.text, "." | "[") && token.start == before.end();
        let block = before.text == "}" && path;
        self.closed.filter(|_| block).map(|open| open.span().to(before.span()))
    }

    /// Whether the token touches the one before it.
    pub(crate) fn touches(&self, token: &Token<'_>) -> bool {
        self.before.is_some_and(|before| before.end() == token.start)
    }

    /// The bracket of an earlier, broken expression that the token closes.
    pub(crate) fn unmatched_opener(&self) -> Option<Span> {
        let token = self.token.filter(|token| token.kind == Kind::Close && self.open.is_empty())?;
        let mut open = Vec::new();
        for token in Lexer::new(self.source, 0).take_while(|token| token.start < self.start) {
            match token.kind {
                Kind::Open => open.push(token),
                Kind::Close => drop(open.pop()),
                Kind::Word | Kind::Number | Kind::String | Kind::Quoted | Kind::Newline => {}
                Kind::Semicolon | Kind::Operator | Kind::Other => {}
            }
        }
        open.pop().filter(|open| open.closing() == token.text).map(|open| open.span())
    }

    /// Whether the innermost bracket holds parts with commas between them.
    pub(crate) fn in_list(&self) -> bool {
        self.open.last().is_some_and(|open| match open.text {
            "[" => true,
            "(" => self.source[..open.start].ends_with(|c| is_word(c) || c == '!'),
            _ => {
                let mut inner =
                    Lexer::new(self.source, open.end()).filter(|token| token.kind != Kind::Newline);
                let key = inner.next().is_some_and(|token| token.kind == Kind::String);
                key && inner.next().is_some_and(|token| token.text == ":")
            }
        })
    }

    /// Whether the token is the first of its line.
    pub(crate) fn follows_newline(&self) -> bool {
        self.before.is_some_and(|before| before.kind == Kind::Newline)
    }

    /// Whether nothing stands before the broken expression.
    pub(crate) fn is_first(&self) -> bool {
        let first = Lexer::new(self.source, 0).find(|token| token.kind != Kind::Newline);
        first.is_none_or(|first| first.start >= self.start)
    }

    /// The text of the token before, or nothing.
    pub(crate) fn before(&self) -> &'source str {
        self.before.map_or("", |token| token.text)
    }

    /// What stands before the token without a blank in it: the whole of a path.
    pub(crate) fn path_text(&self) -> &'source str {
        let end = self.before.map_or(self.start, |before| before.end());
        let text = &self.source[self.start..end];
        let begin = text.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '{' | ',' | ';'));
        begin.map_or(text, |begin| {
            text[begin..].trim_start_matches(['(', '{', ',', ';']).trim_start()
        })
    }

    /// Where the token begins a method call (`x.f(…)`), how that is written here, and the place of all of it
    /// where it is known.
    pub(crate) fn method(&self, token: &Token<'_>) -> Option<(String, Option<Span>)> {
        let (name, value) = if token.text == "." {
            let name = self.rest_after(token).split(|c: char| !is_word(c)).next()?;
            (name, self.before.filter(|before| before.end() == token.start)?.text)
        } else {
            let dot =
                self.before.filter(|before| before.text == "." && before.end() == token.start)?;
            (token.text, self.path_text().strip_suffix(dot.text)?)
        };
        let at = token.start + usize::from(token.text == ".");
        let rest = &self.source[at..][name.len()..];
        let called = rest.starts_with('(') || rest.starts_with("!(");
        let plain = !name.is_empty() && name.chars().all(is_word) && !value.is_empty();
        if !called || !plain {
            return None;
        }
        let open = at + name.len() + rest.find('(')?;
        let is_whole = value != ")" && !value.contains('\n') && value.len() <= 60;
        let inside = self.closing(open).map(|close| (self.text(open + 1, close), close));
        match inside.filter(|(inside, _)| is_whole && !inside.contains('\n')) {
            Some((inside, close)) => {
                let separator = if inside.trim().is_empty() { "" } else { ", " };
                let start = if token.text == "." { token.start } else { at - 1 } - value.len();
                // What names a module of another language is no argument.
                let is_module = MODULES.contains(&value);
                let (value, separator) = if is_module { ("", "") } else { (value, separator) };
                let call = match (is_module, name) {
                    (true, "parse") => format!("json_parse({inside})"),
                    (true, _) => format!("{name}({inside})"),
                    (false, _) => format!("{name}({value}{separator}{inside})"),
                };
                Some((call, Some(Span::new(start, close + 1))))
            }
            None => {
                let more =
                    if rest.trim_start_matches(['!', '(']).starts_with(')') { "" } else { ", …" };
                let value = if is_whole { value } else { "…" };
                Some((format!("{name}({value}{more})"), None))
            }
        }
    }

    /// Where the bracket is closed that is opened at an offset.
    pub(crate) fn closing(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for token in Lexer::new(self.source, open) {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close if depth <= 1 => return Some(token.start),
                Kind::Close => depth -= 1,
                Kind::Word | Kind::Number | Kind::String | Kind::Quoted | Kind::Newline => {}
                Kind::Semicolon | Kind::Operator | Kind::Other => {}
            }
        }
        None
    }

    /// Whether `call(…) |a` stands before the token: a closure without its arrow.
    pub(crate) fn before_closure(&self) -> bool {
        let Some(before) = self.before.filter(|before| before.kind == Kind::Word) else {
            return false;
        };
        let text = self.source[self.start..before.start].trim_end();
        text.strip_suffix('|').is_some_and(|text| text.trim_end().ends_with(')'))
    }

    /// A statement with its condition after it, `abort if .a == 1`: its keyword, and the condition.
    pub(crate) fn modified(&self) -> Option<(&'source str, &'source str)> {
        let mut tokens = Lexer::new(self.source, self.start);
        let keyword =
            tokens.next().filter(|word| matches!(word.text, "abort" | "drop" | "return"))?;
        let word = tokens.next().filter(|word| word.text == "if")?;
        let end = self.last.filter(|last| last.start > word.start)?.end();
        let condition = self.text(word.end(), end).trim();
        (!condition.is_empty() && !condition.contains(['\n', '{']))
            .then_some((keyword.text, condition))
    }

    /// Whether the token stands between values of which one is a text.
    pub(crate) fn is_between_texts(&self, token: &Token<'_>) -> bool {
        let is_text = |token: Option<Token<'_>>| token.is_some_and(|it| it.kind == Kind::String);
        let next = Lexer::new(self.source, token.end()).find(|it| it.text != ".");
        let apart = !self.touches(token);
        apart && self.before.is_some() && (is_text(self.before) || is_text(next))
    }

    /// Whether a call whose parenthesis is missing stands before the token: a name with a `!`.
    pub(crate) fn expects_parenthesis(&self) -> bool {
        let Some(bang) = self.before.filter(|before| before.text == "!") else { return false };
        self.source[..bang.start].ends_with(is_word)
    }

    /// The whole text.
    pub(crate) fn source(&self) -> &'source str {
        self.source
    }

    /// A part of the text.
    pub(crate) fn text(&self, start: usize, end: usize) -> &'source str {
        self.source.get(start..end).unwrap_or_default()
    }

    /// The path that goes on with the token, where a name in it needs quotes: as it should be, and its place.
    pub(crate) fn quoted_path(&self, token: &Token<'_>) -> Option<(String, Span)> {
        if !self.touches(token) {
            return None;
        }
        let head = self.path_text();
        let head = head.rsplit(['!', '[', '=']).next().unwrap_or(head);
        let start = token.start - head.len();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '@' | '-' | ':' | '.');
        let rest = &self.source[token.start..];
        let end = token.start + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let text = self.source[start..end].trim_end_matches([':', '.']);
        let path = crate::quoted_path::quoted_path(text)?;
        (text.len() > head.len()).then(|| (path, Span::new(start, start + text.len())))
    }

    /// Whether a value could stand where the token stands.
    pub(crate) fn expects_value(&self) -> bool {
        self.before.is_none_or(|before| matches!(before.text, "(" | "[" | "," | ":" | "="))
    }

    /// Whether a token of the expression is a field, and no variable or call.
    pub(crate) fn is_part_of_path(&self, token: &Token<'_>) -> bool {
        token.kind == Kind::Word && self.source[..token.start].ends_with(['.', '%'])
    }

    /// Whether an assignment's sign follows the token.
    pub(crate) fn assigns_next(&self, token: &Token<'_>) -> bool {
        let rest = self.rest_after(token).trim_start_matches([' ', '\t']);
        token.kind == Kind::Word && rest.starts_with('=') && !rest.starts_with("==")
    }

    /// Whether the token before is text at the start of braces, where a key would stand.
    pub(crate) fn is_key(&self) -> bool {
        match (self.open.last(), self.before) {
            (Some(open), Some(before)) if open.text == "{" && before.kind == Kind::String => {
                self.source[open.end()..before.start].trim().is_empty()
            }
            _ => false,
        }
    }

    /// What follows the token.
    pub(crate) fn rest_after(&self, token: &Token<'_>) -> &'source str {
        &self.source[token.end()..]
    }
}

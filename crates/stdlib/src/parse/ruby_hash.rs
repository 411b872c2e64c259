//! The parser of hashes as Ruby's `inspect` prints them.

use vrlet_function::prelude::*;

use crate::text::to_utf8;

/// How deep hashes and arrays may be nested.
const DEEPEST: u32 = 127;

/// The hash that a text says.
pub(super) fn read(text: Text) -> Result<Value, Failure> {
    let text = to_utf8(text);
    let source = text.as_str().unwrap_or_default();
    let mut parser = HashParser { text: &text, rest: source, depth: 0 };
    let hash = parser.hash()?;
    parser.blanks();
    if parser.rest.is_empty() { Ok(hash) } else { Err(parser.expected("nothing after the hash")) }
}

struct HashParser<'a> {
    text: &'a Text,
    rest: &'a str,
    depth: u32,
}

impl<'a> HashParser<'a> {
    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
    }

    fn pass(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Takes so many bytes.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn hash(&mut self) -> Result<Value, Failure> {
        let mut object = Object::new();
        self.members('{', '}', |parser| {
            let key = parser.key()?;
            parser.blanks();
            if !parser.pass("=>") && !parser.pass(":") {
                return Err(parser.expected("`=>` or `:` after the key"));
            }
            parser.blanks();
            object.insert(Key::from(key), parser.value()?);
            Ok(())
        })?;
        Ok(object.into())
    }

    fn array(&mut self) -> Result<Value, Failure> {
        let mut values = Vec::new();
        self.members('[', ']', |parser| {
            values.push(parser.value()?);
            Ok(())
        })?;
        Ok(values.into())
    }

    /// Members with commas between them, in brackets.
    fn members(
        &mut self,
        open: char,
        close: char,
        mut member: impl FnMut(&mut Self) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if !self.rest.starts_with(open) {
            return Err(self.expected(&format!("`{open}`")));
        }
        self.take(1);
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Failure::fixed("the hash is nested deeper than 127 levels"));
        }
        self.blanks();
        let mut more = !self.rest.starts_with(close);
        while more {
            member(self)?;
            self.blanks();
            more = self.pass(",");
            self.blanks();
        }
        if !self.rest.starts_with(close) {
            return Err(self.expected(&format!("`,` or `{close}`")));
        }
        self.take(1);
        self.depth -= 1;
        Ok(())
    }

    fn key(&mut self) -> Result<&'a str, Failure> {
        self.pass(":");
        match self.string() {
            Some(key) => Ok(key),
            None => self.word().ok_or_else(|| self.expected("a key")),
        }
    }

    fn value(&mut self) -> Result<Value, Failure> {
        match self.rest.bytes().next() {
            Some(b'{') => return self.hash(),
            Some(b'[') => return self.array(),
            Some(b':') => {
                self.take(1);
                let symbol = self.string().or_else(|| self.word());
                return symbol
                    .map(|symbol| Value::Bytes(self.text.share(symbol)))
                    .ok_or_else(|| self.expected("the name of a symbol"));
            }
            _ => {}
        }
        if let Some(text) = self.string() {
            return Ok(Value::Bytes(self.text.share(text)));
        }
        let words = [("true", true.into()), ("false", false.into()), ("nil", Value::Null)];
        for (word, value) in words {
            if self.pass(word) {
                return Ok(value);
            }
        }
        self.number().ok_or_else(|| self.expected("a value"))
    }

    /// A string in double or single quotes, its escapes as they are.
    fn string(&mut self) -> Option<&'a str> {
        let quote = self.rest.bytes().next().filter(|quote| matches!(quote, b'"' | b'\''))?;
        let bytes = &self.rest.as_bytes()[1..];
        let mut end = 0;
        loop {
            end += memchr::memchr2(quote, b'\\', bytes.get(end..)?)?;
            if bytes[end] == quote {
                break;
            }
            end += 2;
        }
        let string = self.take(end + 2);
        Some(&string[1..=end])
    }

    /// Letters, digits and underscores.
    fn word(&mut self) -> Option<&'a str> {
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let length = self.rest.bytes().take_while(is_word).count();
        (length > 0).then(|| self.take(length))
    }

    fn number(&mut self) -> Option<Value> {
        let is_number =
            |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E');
        let word = ["inf", "Infinity"].into_iter().rfind(|word| self.rest.starts_with(word));
        let length = word.map_or_else(|| self.rest.bytes().take_while(is_number).count(), str::len);
        let digits = &self.rest[..length];
        // An integer that is too large for one is a float, as in JSON.
        let number = match digits.parse() {
            Ok(integer) => Value::Integer(integer),
            Err(_) => digits.parse().ok().and_then(Value::float)?,
        };
        self.take(length);
        Some(number)
    }

    fn expected(&self, what: &str) -> Failure {
        let found: String = self.rest.chars().take(12).collect();
        Failure::new(if found.is_empty() {
            format!("the text is no hash: expected {what}, found its end")
        } else {
            format!("the text is no hash: expected {what}, found `{found}`")
        })
    }
}

//! `parse_tokens`: splits a log line into words, quoted and bracketed parts kept whole.

use std::ops::Range;

use memchr::memchr2;
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The line.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_tokens",
    category: Category::Parse,
    about: "The words of a line as many web servers write it: separated by blanks, or enclosed in \
            double quotes or square brackets, in which a backslash protects the closing \
            sign. A `-` and an empty enclosed word are null.",
    params: &[VALUE.param()],
    // As VRL sees it: what is null counts as a string.
    returns: |_| TypeDef::new(Kind::array(Collection::of(Kind::bytes()))),
    failures: &[],
    body: Body::Plain(parse_tokens),
    examples: &[
        example(
            "A line of a web server",
            r#"parse_tokens(s'10.0.0.1 [10/Oct/2000] "GET / HTTP/1.0" 200')"#,
            r#"["10.0.0.1","10/Oct/2000","GET / HTTP/1.0","200"]"#,
        ),
        example("Blanks", r#"parse_tokens("a   b ")"#, r#"["a","b"]"#),
    ],
});

fn parse_tokens(call: &mut Call<'_>) -> Result<Value, Failure> {
    let line = to_utf8(call.take(VALUE));
    let mut tokens = Tokens { bytes: line.as_bytes(), at: 0 };
    let mut values = Vec::new();
    while let Some(token) = tokens.next() {
        values.push(match &tokens.bytes[token.clone()] {
            b"" | b"-" => Value::Null,
            _ => Value::Bytes(line.slice(token)),
        });
    }
    Ok(values.into())
}

struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Tokens<'_> {
    /// The next token; where none can be read, what is left is one.
    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let (token, end) = match self.bytes.get(start)? {
            b'"' => self.enclosed(b'"'),
            b'[' => self.enclosed(b']'),
            _ => self.word(),
        }
        .unwrap_or((start..self.bytes.len(), self.bytes.len()));
        let blanks = self.bytes[end..].iter().take_while(|byte| matches!(byte, b' ' | b'\t'));
        self.at = end + blanks.count();
        Some(token)
    }

    fn word(&self) -> Option<(Range<usize>, usize)> {
        let word = self.bytes[self.at..]
            .iter()
            .take_while(|byte| !matches!(byte, b' ' | b'\t' | b'"' | b'['));
        let end = self.at + word.count();
        (end > self.at).then_some((self.at..end, end))
    }

    /// What stands between the sign at `at` and the one that closes it, and the place after that.
    fn enclosed(&self, close: u8) -> Option<(Range<usize>, usize)> {
        let start = self.at + 1;
        let mut end = start;
        loop {
            end += memchr2(close, b'\\', self.bytes.get(end..)?)?;
            if self.bytes[end] == close {
                return Some((start..end, end + 1));
            }
            // A backslash stands before the closing sign or another backslash only.
            self.bytes.get(end + 1).filter(|byte| **byte == close || **byte == b'\\')?;
            end += 2;
        }
    }
}

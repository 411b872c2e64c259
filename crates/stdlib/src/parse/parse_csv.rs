//! `parse_csv`: splits one line of CSV into fields.
//!
//! Fields are slices of the line, but for those with doubled quotes in them.

use memchr::{memchr, memchr3};
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

const VALUE: Arg<Text> = Arg::required("value", "The line.");
const DELIMITER: Arg<Text> = Arg::optional("delimiter", "What separates fields: one byte.")
    .default(Literal::Text(","))
    .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_csv",
    category: Category::Parse,
    about: "The fields of one line of CSV, as in [RFC \
            4180](https://www.rfc-editor.org/rfc/rfc4180): a field may stand in double quotes, \
            where a doubled quote means one quote. Blanks are kept. All fields are strings. Only \
            the first line is read, after any empty ones.",
    params: &[VALUE.param(), DELIMITER.param()],
    returns: |_| TypeDef::new(Kind::array(Collection::of(Kind::bytes()))).fallible(),
    failures: &["The delimiter is not one byte."],
    body: Body::Plain(parse_csv),
    examples: &[
        example(
            "A quoted field",
            r#"parse_csv!(s'7,"Doe, Jane",,"says ""hi"""')"#,
            r#"["7","Doe, Jane","","says \"hi\""]"#,
        ),
        example("Another delimiter", r#"parse_csv!("a;b", delimiter: ";")"#, r#"["a","b"]"#),
        fails("More than one byte", r#"parse_csv!("a;b", delimiter: ";;")"#, "one byte"),
    ],
});

fn parse_csv(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (line, delimiter) = (call.take(VALUE), call.take(DELIMITER));
    let [delimiter] = *delimiter.as_bytes() else {
        return Err(Failure::new(format!("the delimiter is one byte, not `{delimiter}`")));
    };
    let bytes = line.as_bytes();
    let blank_lines = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let mut fields = Vec::new();
    if blank_lines < bytes.len() {
        let mut record = Record { line: &line, bytes, delimiter, at: blank_lines };
        loop {
            fields.push(Value::Bytes(record.field()));
            if !record.passes_delimiter() {
                break;
            }
        }
    }
    Ok(fields.into())
}

struct Record<'a> {
    line: &'a Text,
    bytes: &'a [u8],
    delimiter: u8,
    at: usize,
}

impl Record<'_> {
    /// The next field; then `at` is at what ended it.
    fn field(&mut self) -> Text {
        if self.bytes.get(self.at) == Some(&b'"') {
            return self.quoted();
        }
        let start = self.at;
        self.at = self.plain_end(start);
        self.line.slice(start..self.at)
    }

    /// Passes a delimiter: whether another field follows.
    fn passes_delimiter(&mut self) -> bool {
        let passes = self.bytes.get(self.at) == Some(&self.delimiter);
        self.at += usize::from(passes);
        passes
    }

    fn plain_end(&self, start: usize) -> usize {
        let end = memchr3(self.delimiter, b'\n', b'\r', &self.bytes[start..]);
        end.map_or(self.bytes.len(), |length| start + length)
    }

    fn quoted(&mut self) -> Text {
        let open = self.at + 1;
        let close = self.quote_from(open);
        self.at = close + 1;
        if self.ends_field() {
            self.at = self.at.min(self.bytes.len());
            return self.line.slice(open..close);
        }
        // Not one slice: a doubled quote, or text after the closing one, which belongs to the field.
        let mut field = self.bytes[open..close].to_vec();
        while self.bytes.get(self.at) == Some(&b'"') {
            let close = self.quote_from(self.at + 1);
            field.extend_from_slice(&self.bytes[self.at..close]);
            self.at = close + 1;
        }
        let start = self.at.min(self.bytes.len());
        self.at = self.plain_end(start);
        field.extend_from_slice(&self.bytes[start..self.at]);
        Text::from_vec(field)
    }

    /// Whether the field is over here, after its closing quote.
    fn ends_field(&self) -> bool {
        match self.bytes.get(self.at) {
            None | Some(b'\n' | b'\r') => true,
            Some(byte) => *byte == self.delimiter && *byte != b'"',
        }
    }

    /// The next quote, or the end.
    fn quote_from(&self, at: usize) -> usize {
        memchr(b'"', &self.bytes[at..]).map_or(self.bytes.len(), |length| at + length)
    }
}

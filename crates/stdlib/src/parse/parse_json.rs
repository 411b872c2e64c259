//! `parse_json`: read JSON.

use vrlet_function::prelude::*;
use vrlet_value::json::{Numbers, Reader};

use super::json_levels::read_levels;
use crate::text::{to_utf8, without_mark};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_json",
    category: Category::Parse,
    about: "The value of a JSON text.",
    params: &[
        required("value", STRING, "The text."),
        optional(
            "max_depth",
            INTEGER,
            "How many levels of arrays and objects to read, from 1 to 128; what lies deeper stays text.",
        ),
        optional(
            "lossy",
            BOOLEAN,
            "Whether bytes that are not UTF-8 become U+FFFD; otherwise they are a failure.",
        )
        .default(Literal::Boolean(true)),
    ],
    returns: |_| TypeDef::new(Kind::json()).fallible(),
    failures: &[
        "The text is not JSON.",
        "It is nested too deep.",
        "`max_depth` is not between 1 and 128.",
    ],
    body: Body::Prepared(|_| Ok(Box::new(ParseJson::new()))),
    examples: &[
        example("An object", r#"parse_json!("{\"code\": 200}")"#, r#"{"code":200}"#),
        example(
            "One level",
            r#"parse_json!("{\"a\": {\"b\": [1,  2]}}", max_depth: 1)"#,
            r#"{"a":"{\"b\": [1,  2]}"}"#,
        ),
        fails("Not JSON", r#"parse_json!("{code: 200}")"#, "not JSON"),
    ],
    ..Function::BASE
};

struct ParseJson(Reader);

impl ParseJson {
    fn new() -> Self {
        Self(Reader::new(Numbers::Nearest))
    }
}

impl Prepared for ParseJson {
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let (text, levels, lossy) = call.unpack::<(Text, Option<i64>, bool)>();
        let text = if lossy { to_utf8(text) } else { text };
        match levels {
            None => self
                .0
                .read(&without_mark(text))
                .map_err(|error| Failure::new(format!("the text is not JSON: {error}"))),
            Some(levels) => match u32::try_from(levels) {
                Ok(levels @ 1..=128) => read_levels(&text, levels),
                _ => Err(Failure::new(format!(
                    "`max_depth` must be between 1 and 128, not {levels}"
                ))),
            },
        }
    }

    fn fork(&self, _: &mut Worker) -> Box<dyn Prepared> {
        Box::new(Self::new())
    }
}

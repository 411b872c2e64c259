//! `parse_json`: parses JSON.

use vrlet_function::prelude::*;
use vrlet_value::json::{JsonReader, ReadMode};

use super::json_depth::read_to_depth;
use crate::text::{to_utf8, without_mark};

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const MAX_DEPTH: Arg<Option<i64>> = Arg::optional(
    "max_depth",
    "How many levels of arrays and objects to read, from 1 to 128; what lies deeper stays text.",
)
.after(VALUE);
const LOSSY: Arg<bool> = Arg::optional(
    "lossy",
    "Whether bytes that are not UTF-8 become U+FFFD; otherwise they are a failure.",
)
.default(Literal::Boolean(true))
.after(MAX_DEPTH);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_json",
    category: Category::Parse,
    about: "The value of a JSON text.",
    params: &[VALUE.param(), MAX_DEPTH.param(), LOSSY.param()],
    returns: |_| TypeDef::new(Kind::json()).fallible(),
    failures: &[
        "The text is not JSON.",
        "It is nested too deep.",
        "`max_depth` is not between 1 and 128.",
    ],
    body: Body::Prepared(|_| {
        Ok(Box::new(per_machine(|_| {
            let mut reader = JsonReader::new(ReadMode::Strict);
            move |call: &mut Call<'_>| parse_json(&mut reader, call)
        })))
    }),
    examples: &[
        example("An object", r#"parse_json!("{\"code\": 200}")"#, r#"{"code":200}"#),
        example(
            "One level",
            r#"parse_json!("{\"a\": {\"b\": [1,  2]}}", max_depth: 1)"#,
            r#"{"a":"{\"b\": [1,  2]}"}"#,
        ),
        fails("Not JSON", r#"parse_json!("{code: 200}")"#, "not JSON"),
    ],
});

fn parse_json(reader: &mut JsonReader, call: &mut Call<'_>) -> Result<Value, Failure> {
    let text = call.take(VALUE);
    let text = if call.take(LOSSY) { to_utf8(text) } else { text };
    let Some(depth) = call.take(MAX_DEPTH) else {
        return reader
            .read(&without_mark(text))
            .map_err(|error| Failure::new(format!("the text is not JSON: {error}")));
    };
    match u32::try_from(depth) {
        Ok(depth @ 1..=128) => read_to_depth(&text, depth),
        _ => Err(Failure::new(format!("`max_depth` must be between 1 and 128, not {depth}"))),
    }
}

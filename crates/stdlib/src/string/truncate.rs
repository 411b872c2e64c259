//! `truncate`: keep the first characters of a text.

use vrlet_function::prelude::*;

use crate::text::to_utf8;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "truncate",
    category: Category::String,
    about: "The first characters of a text, `limit` at most.",
    params: &[
        required("value", STRING, "The text to shorten."),
        required("limit", INTEGER, "How many characters to keep; a negative limit keeps none."),
        optional("suffix", STRING, "Appended where something was cut off."),
    ],
    returns: |_| TypeDef::string(),
    body: Body::Plain(truncate),
    examples: &[
        example("Cut", r#"truncate("a long story", 6)"#, r#""a long""#),
        example("Marked", r#"truncate("a long story", 6, "…")"#, r#""a long…""#),
        example("Short enough", r#"truncate("short", 6, "…")"#, r#""short""#),
    ],
    ..Function::BASE
};

fn truncate(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, limit, suffix) = call.unpack::<(Text, i64, Option<Text>)>();
    let text = to_utf8(text);
    let limit = usize::try_from(limit).unwrap_or(0);
    let end = text.as_str().and_then(|text| text.char_indices().nth(limit)).map(|(at, _)| at);
    Ok(Value::Bytes(match (end, suffix) {
        (None, _) => text,
        (Some(end), None) => text.slice(0..end),
        (Some(end), Some(suffix)) => text.slice(0..end).concat(&suffix),
    }))
}

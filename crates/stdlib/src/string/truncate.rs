//! `truncate`: shortens a string to a number of characters.

use vrlet_function::prelude::*;

use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The text to shorten.");
const LIMIT: Arg<i64> =
    Arg::required("limit", "How many characters to keep; a negative limit keeps none.")
        .after(VALUE);
const SUFFIX: Arg<Option<Text>> =
    Arg::optional("suffix", "Appended where something was cut off.").after(LIMIT);

pub const FUNCTION: Function = Function::new(Contract {
    name: "truncate",
    category: Category::String,
    about: "The first characters of a text, `limit` at most.",
    params: &[VALUE.param(), LIMIT.param(), SUFFIX.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(truncate),
    examples: &[
        example("Cut", r#"truncate("a long story", 6)"#, r#""a long""#),
        example("Marked", r#"truncate("a long story", 6, "…")"#, r#""a long…""#),
        example("Short enough", r#"truncate("short", 6, "…")"#, r#""short""#),
    ],
});

fn truncate(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, limit, suffix) = (call.take(VALUE), call.take(LIMIT), call.take(SUFFIX));
    let text = to_utf8(text);
    let limit = usize::try_from(limit).unwrap_or(0);
    let end = text.as_str().and_then(|text| text.char_indices().nth(limit)).map(|(at, _)| at);
    Ok(Value::Bytes(match (end, suffix) {
        (None, _) => text,
        (Some(end), None) => text.slice(0..end),
        (Some(end), Some(suffix)) => text.slice(0..end).concat(&suffix),
    }))
}

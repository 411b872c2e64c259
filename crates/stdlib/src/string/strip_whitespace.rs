//! `strip_whitespace`: trims white space at both ends of a string.

use vrlet_function::prelude::*;

use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The text.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "strip_whitespace",
    category: Category::String,
    about: "The text without white space at its start and end, as Unicode defines it.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(strip_whitespace),
    examples: &[example("Both ends", r#"strip_whitespace("  a b\n")"#, r#""a b""#)],
});

fn strip_whitespace(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text = to_utf8(call.take(VALUE));
    Ok(Value::Bytes(text.as_str().map_or_else(Text::new, |whole| text.share(whole.trim()))))
}

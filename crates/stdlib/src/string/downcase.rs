//! `downcase`: make a text lower case.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "downcase",
    category: Category::String,
    about: "The text in lower case, by the rules of Unicode.",
    params: &[required("value", STRING, "The text.")],
    returns: |_| TypeDef::string(),
    body: Body::Plain(downcase),
    examples: &[
        example("Lower case", r#"downcase("ACCEPT")"#, r#""accept""#),
        example("Beyond ASCII", r#"downcase("ÄΣ")"#, r#""äς""#),
    ],
    ..Function::BASE
};

fn downcase(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text: Text = call.take(0);
    let is_lower = |byte: &u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if text.as_bytes().iter().all(is_lower) {
        return Ok(Value::Bytes(text));
    }
    Ok(Value::from(text.to_str().to_lowercase()))
}

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
    let changed = text.to_ascii_lowercase();
    Ok(Value::Bytes(changed.unwrap_or_else(|| text.to_str().to_lowercase().into())))
}

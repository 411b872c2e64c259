//! `upcase`: make a text upper case.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "upcase",
    category: Category::String,
    about: "The text in upper case, by the rules of Unicode.",
    params: &[required("value", STRING, "The text.")],
    returns: |_| TypeDef::string(),
    body: Body::Plain(upcase),
    examples: &[
        example("Upper case", r#"upcase("accept")"#, r#""ACCEPT""#),
        example("Beyond ASCII", r#"upcase("straße")"#, r#""STRASSE""#),
    ],
    ..Function::BASE
};

fn upcase(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text: Text = call.take(0);
    let changed = text.to_ascii_uppercase();
    Ok(Value::Bytes(changed.unwrap_or_else(|| text.to_str().to_uppercase().into())))
}

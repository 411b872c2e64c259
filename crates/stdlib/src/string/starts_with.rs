//! `starts_with`: whether a text begins with another.

use vrlet_function::prelude::*;

use super::letters;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "starts_with",
    category: Category::String,
    about: "Whether `value` begins with `substring`.",
    params: &[
        required("value", STRING, "The text to look at."),
        required("substring", STRING, "How it should begin."),
        optional("case_sensitive", BOOLEAN, "Whether upper and lower case differ.")
            .default(Literal::Boolean(true)),
    ],
    returns: |_| TypeDef::boolean(),
    body: Body::Plain(starts_with),
    examples: &[
        example("It does", r#"starts_with("eni-0a1b", "eni-")"#, "true"),
        example(
            "Case ignored",
            r#"starts_with("ENI-0a1b", "eni-", case_sensitive: false)"#,
            "true",
        ),
    ],
    ..Function::BASE
};

fn starts_with(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, part, case_sensitive) = call.unpack::<(Text, Text, bool)>();
    if case_sensitive {
        return Ok(Value::Boolean(text.as_bytes().starts_with(part.as_bytes())));
    }
    let (text, part) = (letters(&text), letters(&part));
    let alike = text.iter().zip(&part).all(|(found, wanted)| found.is_alike(*wanted));
    Ok(Value::Boolean(alike && part.len() <= text.len()))
}

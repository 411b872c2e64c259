//! `ends_with`: whether a text ends with another.

use vrlet_function::prelude::*;

use super::letters;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "ends_with",
    category: Category::String,
    about: "Whether `value` ends with `substring`.",
    params: &[
        required("value", STRING, "The text to look at."),
        required("substring", STRING, "How it should end."),
        optional("case_sensitive", BOOLEAN, "Whether upper and lower case differ.")
            .default(Literal::Boolean(true)),
    ],
    returns: |_| TypeDef::boolean(),
    body: Body::Plain(ends_with),
    examples: &[
        example("It does", r#"ends_with("app.log.gz", ".gz")"#, "true"),
        example("Case ignored", r#"ends_with("APP.LOG", ".log", case_sensitive: false)"#, "true"),
    ],
    ..Function::BASE
};

fn ends_with(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, part, case_sensitive) = call.unpack::<(Text, Text, bool)>();
    if case_sensitive {
        return Ok(Value::Boolean(text.as_bytes().ends_with(part.as_bytes())));
    }
    let (text, part) = (letters(&text), letters(&part));
    let alike =
        text.iter().rev().zip(part.iter().rev()).all(|(found, wanted)| found.is_alike(*wanted));
    Ok(Value::Boolean(alike && part.len() <= text.len()))
}

//! `upcase`: converts a string to upper case.

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "upcase",
    category: Category::String,
    about: "The text in upper case, by the rules of Unicode.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(|call| Ok(Value::Bytes(call.take(VALUE).to_uppercase()))),
    examples: &[
        example("Upper case", r#"upcase("accept")"#, r#""ACCEPT""#),
        example("Beyond ASCII", r#"upcase("straße")"#, r#""STRASSE""#),
    ],
});

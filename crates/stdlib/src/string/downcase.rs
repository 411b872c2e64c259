//! `downcase`: converts a string to lower case.

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "downcase",
    category: Category::String,
    about: "The text in lower case, by the rules of Unicode.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(|call| Ok(Value::Bytes(call.take(VALUE).to_lowercase()))),
    examples: &[
        example("Lower case", r#"downcase("ACCEPT")"#, r#""accept""#),
        example("Beyond ASCII", r#"downcase("ÄΣ")"#, r#""äς""#),
    ],
});

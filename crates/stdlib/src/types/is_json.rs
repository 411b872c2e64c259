//! `is_json`: whether a string is JSON.

use serde_core::de::IgnoredAny;
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const VARIANT: Arg<Option<Text>> = Arg::optional("variant", "What the JSON must be.")
    .one_of(&["object", "array", "string", "number", "bool", "null"])
    .constant()
    .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_json",
    category: Category::Type,
    about: "Whether a text is JSON; with `variant`, whether it is JSON of that kind. No value is \
            made of it, so this is faster than `parse_json`.",
    params: &[VALUE.param(), VARIANT.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Prepared(|context| {
        let first: &[u8] = match context.choice(VARIANT) {
            Some("object") => b"{",
            Some("array") => b"[",
            Some("string") => b"\"",
            Some("number") => b"-0123456789",
            Some("bool") => b"tf",
            Some("null") => b"n",
            _ => b"",
        };
        Ok(Box::new(move |call: &mut Call<'_>| {
            let text = call.take(VALUE);
            let bytes = text.as_bytes();
            let start = bytes.iter().find(|byte| !b" \t\n\r".contains(byte));
            let starts = first.is_empty() || start.is_some_and(|start| first.contains(start));
            Ok(Value::Boolean(starts && serde_json::from_slice::<IgnoredAny>(bytes).is_ok()))
        }))
    }),
    examples: &[
        example("It is", r#"is_json("{}")"#, "true"),
        example("It is not", r#"is_json("{")"#, "false"),
        example("Another variant", r#"is_json("{}", variant: "array")"#, "false"),
    ],
});

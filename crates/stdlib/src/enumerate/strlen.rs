//! `strlen`: how many characters a text has.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "strlen",
    category: Category::Enumerate,
    about: "How many characters (Unicode scalar values) a text has. `length` counts bytes.",
    params: &[required("value", STRING, "The text.")],
    returns: |_| TypeDef::integer(),
    body: Body::Plain(|call| {
        let (text,) = call.unpack::<(Text,)>();
        Ok(super::count(text.to_str().chars().count()))
    }),
    examples: &[example("Characters", r#"strlen("äb")"#, "2")],
    ..Function::BASE
};

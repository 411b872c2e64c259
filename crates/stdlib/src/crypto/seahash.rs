//! `seahash`: a fast hash that tells texts apart.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "seahash",
    category: Category::Cryptography,
    about: "The SeaHash of the bytes of a text: fast, but no protection. The highest of its 64 bits \
            becomes the sign.",
    params: &[required("value", STRING, "The bytes.")],
    returns: |_| TypeDef::integer(),
    body: Body::Plain(|call| {
        let (text,) = call.unpack::<(Text,)>();
        Ok(Value::Integer(seahash::hash(text.as_bytes()).cast_signed()))
    }),
    examples: &[
        example("A text", r#"seahash("foobar")"#, "5348458858952426560"),
        example("The highest bit is set", r#"seahash("bar")"#, "-2796170501982571315"),
    ],
    ..Function::BASE
};

//! `seahash`: a fast non-cryptographic hash.

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "seahash",
    category: Category::Cryptography,
    about: "The SeaHash of the bytes of a text: fast, but no protection. The highest of its 64 \
            bits becomes the sign.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::integer(),
    failures: &[],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        Ok(Value::Integer(seahash::hash(text.as_bytes()).cast_signed()))
    }),
    examples: &[
        example("A text", r#"seahash("foobar")"#, "5348458858952426560"),
        example("The highest bit is set", r#"seahash("bar")"#, "-2796170501982571315"),
    ],
});

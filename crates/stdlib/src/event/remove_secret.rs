//! `remove_secret`: take a secret from the event.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "remove_secret",
    category: Category::Event,
    about: "Removes a secret from the event, if it has one of that name.",
    params: &[required("key", STRING, "The name of the secret.")],
    returns: |_| TypeDef::null(),
    for_effect: true,
    body: Body::Plain(|call| {
        let (key,) = call.unpack::<(Text,)>();
        call.secrets().remove(&key);
        Ok(Value::Null)
    }),
    examples: &[
        example(
            "A secret that was used",
            "set_secret(\"token\", \"abc\")\nremove_secret(\"token\")\nget_secret(\"token\")",
            "null",
        ),
        example("None of that name", r#"remove_secret("token")"#, "null"),
    ],
    ..Function::BASE
};

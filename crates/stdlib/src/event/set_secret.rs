//! `set_secret`: give the event a secret.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "set_secret",
    category: Category::Event,
    about: "Adds a secret to the event, or replaces the one of that name. It is not among the fields \
            of the event.",
    params: &[
        required("key", STRING, "The name of the secret."),
        required("secret", STRING, "The secret."),
    ],
    returns: |_| TypeDef::null(),
    for_effect: true,
    body: Body::Plain(|call| {
        let (key, secret) = call.unpack::<(Text, Text)>();
        call.secrets().insert(key, secret);
        Ok(Value::Null)
    }),
    examples: &[
        example(
            "Out of the fields, into the secrets",
            "set_secret(\"token\", string!(del(.token)))\n[., get_secret(\"token\")]",
            r#"[{"host":"a"},"abc"]"#,
        )
        .event(r#"{"host": "a", "token": "abc"}"#),
        example("Nothing comes back", r#"set_secret("token", "abc")"#, "null"),
    ],
    ..Function::BASE
};

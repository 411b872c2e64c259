//! `set_secret`: sets a secret of the event.

use vrlet_function::prelude::*;

const KEY: Arg<Text> = Arg::required("key", "The name of the secret.");
const SECRET: Arg<Text> = Arg::required("secret", "The secret.").after(KEY);

pub const FUNCTION: Function = Function::new(Contract {
    name: "set_secret",
    category: Category::Event,
    about: "Adds a secret to the event, or replaces the one of that name. It is not among the \
            fields of the event.",
    params: &[KEY.param(), SECRET.param()],
    returns: |_| TypeDef::null(),
    failures: &[],
    body: Body::Plain(|call| {
        let (key, secret) = (call.take(KEY), call.take(SECRET));
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
})
.for_effect()
.reaches(&[Reach::WriteSecret(KEY.name())]);

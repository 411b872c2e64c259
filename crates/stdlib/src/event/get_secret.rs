//! `get_secret`: reads a secret of the event.

use vrlet_function::prelude::*;

const KEY: Arg<Text> = Arg::required("key", "The name of the secret.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "get_secret",
    category: Category::Event,
    about: "A secret of the event; null where it has none of that name. Secrets belong to one \
            event and are not among its fields: a source adds them, such as the token that a \
            request came with.",
    params: &[KEY.param()],
    returns: |_| TypeDef::of(STRING.or(NULL)),
    failures: &[],
    body: Body::Plain(|call| {
        let key = call.take(KEY);
        Ok(call.secrets().get(&key).cloned().map_or(Value::Null, Value::Bytes))
    }),
    examples: &[
        example("A secret", "set_secret(\"token\", \"abc\")\nget_secret(\"token\")", r#""abc""#),
        example("None of that name", r#"get_secret("token")"#, "null"),
    ],
})
.reaches(&[Reach::ReadSecret(KEY.name())]);

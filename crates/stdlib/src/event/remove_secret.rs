//! `remove_secret`: removes a secret from the event.

use vrlet_function::prelude::*;

const KEY: Arg<Text> = Arg::required("key", "The name of the secret.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "remove_secret",
    category: Category::Event,
    about: "Removes a secret from the event, if it has one of that name.",
    params: &[KEY.param()],
    returns: |_| TypeDef::null(),
    failures: &[],
    body: Body::Plain(|call| {
        let key = call.take(KEY);
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
})
.for_effect()
.reaches(&[Reach::WriteSecret(KEY.name())]);

//! `get_env_var`: reads an environment variable.

use vrlet_function::prelude::*;

const NAME: Arg<Text> = Arg::required("name", "The name of the variable.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "get_env_var",
    category: Category::System,
    about: "The value of an environment variable, if the host lets programs read it.",
    params: &[NAME.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The variable is not set.", "The host gives programs no environment."],
    body: Body::Plain(|call| {
        let name = call.take(NAME);
        let value = match name.as_str() {
            Some(name) => call.host().environment.variable(name)?,
            None => None,
        };
        value.map(Value::Bytes).ok_or_else(|| {
            Failure::new(format_args!("there is no environment variable `{}`", name.to_str()))
        })
    }),
    examples: &[
        example("With a default", r#"get_env_var("NO_SUCH_VARIABLE") ?? "none""#, r#""none""#),
        fails("Not set", r#"get_env_var!("NO_SUCH_VARIABLE")"#, "environment"),
    ],
})
.reaches(&[Reach::Environment]);

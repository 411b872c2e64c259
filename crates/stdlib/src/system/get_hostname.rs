//! `get_hostname`: the host name of the machine.

use vrlet_function::prelude::*;

pub const FUNCTION: Function = Function::new(Contract {
    name: "get_hostname",
    category: Category::System,
    about: "The name of the machine, if the host lets programs know it.",
    params: &[],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The host gives programs no environment."],
    body: Body::Plain(|call| call.host().environment.hostname().map(Value::Bytes)),
    examples: &[
        example(
            "Where it happened",
            ".host = get_hostname() ?? \"unknown\"\nis_string(.host)",
            "true",
        ),
        example("Or nothing", "host, err = get_hostname()\nis_string(host)", "true"),
    ],
})
.reaches(&[Reach::Environment]);

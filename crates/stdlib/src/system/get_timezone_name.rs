//! `get_timezone_name`: the time zone of timestamps that carry none.

use vrlet_function::prelude::*;

pub const FUNCTION: Function = Function::new(Contract {
    name: "get_timezone_name",
    category: Category::System,
    about: "The name of the time zone in which times without a zone are read.",
    params: &[],
    returns: |_| TypeDef::string().fallible(),
    failures: &["Never in vrlet; VRL wants it handled."],
    body: Body::Plain(|call| Ok(call.host().timezone.name().into())),
    examples: &[
        example("Unless said otherwise", "get_timezone_name!()", r#""UTC""#),
        example("With a default", r#"get_timezone_name() ?? "UTC""#, r#""UTC""#),
    ],
});

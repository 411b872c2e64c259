//! `assert_eq`: fail where two values differ.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "assert_eq",
    category: Category::Debug,
    about: "Fails if the values differ. An integer and a float are never the same here. For tests of programs.",
    params: &[
        required("left", ANY, "One value."),
        required("right", ANY, "The other."),
        optional("message", STRING, "What the failure says.").unguarded(),
    ],
    returns: |_| TypeDef::boolean().fallible(),
    for_effect: true,
    failures: &["The values differ."],
    body: Body::Plain(|call| match call.unpack::<(Value, Value, Value)>() {
        (left, right, _) if left == right => Ok(Value::Boolean(true)),
        (_, _, Value::Bytes(message)) => Err(Failure::new(message)),
        (left, right, _) => Err(Failure::new(format!("`{left}` is not `{right}`"))),
    }),
    examples: &[
        example("The same", r#"assert_eq!(upcase("a"), "A")"#, "true"),
        fails("Not the same", "assert_eq!([1], [2])", "is not"),
    ],
    ..Function::BASE
};

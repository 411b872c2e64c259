//! `assert`: fail where a condition does not hold.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "assert",
    category: Category::Debug,
    about: "Fails if the condition is false. For tests of programs, and for what must never happen.",
    params: &[
        required("condition", BOOLEAN, "What must be true."),
        optional("message", STRING, "What the failure says.").unguarded(),
    ],
    returns: |_| TypeDef::boolean().fallible(),
    for_effect: true,
    failures: &["The condition is false."],
    body: Body::Plain(|call| match call.unpack::<(bool, Value)>() {
        (true, _) => Ok(Value::Boolean(true)),
        (false, Value::Bytes(message)) => Err(Failure::new(message)),
        (false, _) => Err(Failure::fixed("the assertion does not hold")),
    }),
    examples: &[
        example("It holds", "assert!(1 + 1 == 2)", "true"),
        fails("It does not", r#"assert!(1 + 1 == 3, message: "can't count")"#, "can't count"),
    ],
    ..Function::BASE
};

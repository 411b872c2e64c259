//! `assert`: fail where a condition does not hold.

use vrlet_function::prelude::*;

const CONDITION: Arg<bool> = Arg::required("condition", "What must be true.");
const MESSAGE: Arg<Value> =
    Arg::optional("message", "What the failure says.").kinds(STRING).unchecked().after(CONDITION);

pub const FUNCTION: Function = Function::new(Contract {
    name: "assert",
    category: Category::Debug,
    about: "Fails if the condition is false. For tests of programs, and for what must never \
            happen.",
    params: &[CONDITION.param(), MESSAGE.param()],
    returns: |_| TypeDef::boolean().fallible(),
    failures: &["The condition is false."],
    body: Body::Plain(|call| match (call.take(CONDITION), call.take(MESSAGE)) {
        (true, _) => Ok(Value::Boolean(true)),
        (false, Value::Bytes(message)) => Err(Failure::new(message)),
        (false, _) => Err(Failure::fixed("the assertion does not hold")),
    }),
    examples: &[
        example("It holds", "assert!(1 + 1 == 2)", "true"),
        fails("It does not", r#"assert!(1 + 1 == 3, message: "can't count")"#, "can't count"),
    ],
})
.for_effect();

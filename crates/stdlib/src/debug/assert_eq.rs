//! `assert_eq`: fail where two values differ.

use vrlet_function::prelude::*;

const LEFT: Arg<Value> = Arg::required("left", "One value.");
const RIGHT: Arg<Value> = Arg::required("right", "The other.").after(LEFT);
const MESSAGE: Arg<Value> =
    Arg::optional("message", "What the failure says.").kinds(STRING).unchecked().after(RIGHT);

pub const FUNCTION: Function = Function::new(Contract {
    name: "assert_eq",
    category: Category::Debug,
    about: "Fails if the values differ. An integer and a float are never the same here. For tests \
            of programs.",
    params: &[LEFT.param(), RIGHT.param(), MESSAGE.param()],
    returns: |_| TypeDef::boolean().fallible(),
    failures: &["The values differ."],
    body: Body::Plain(|call| match (call.take(LEFT), call.take(RIGHT), call.take(MESSAGE)) {
        (left, right, _) if left == right => Ok(Value::Boolean(true)),
        (_, _, Value::Bytes(message)) => Err(Failure::new(message)),
        (left, right, _) => Err(Failure::new(format!("`{left}` is not `{right}`"))),
    }),
    examples: &[
        example("The same", r#"assert_eq!(upcase("a"), "A")"#, "true"),
        fails("Not the same", "assert_eq!([1], [2])", "is not"),
    ],
})
.for_effect();

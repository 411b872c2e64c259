//! `type_def`: the type that the checker has inferred for an expression.

use vrlet_function::prelude::*;
use vrlet_value::kind::Description;

const VALUE: Arg<Value> = Arg::required("value", "The expression.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "type_def",
    category: Category::Type,
    about: "What the compiler knows about the kind of an expression, as an object; to find out \
            why a call may fail. The expression is not evaluated.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::any(),
    failures: &[],
    body: Body::CompileTime(|context| show(context.kind(VALUE).describe())),
    examples: &[
        example("A string", r#"type_def("up")"#, r#"{"bytes":true}"#),
        example("A field of the event", "type_def(.message)", r#"{"any":true}"#),
        example("An object", r#"type_def({"code": 1})"#, r#"{"object":{"code":{"integer":true}}}"#),
    ],
});

fn show(description: Description) -> Value {
    match description {
        Description::Flag => Value::Boolean(true),
        Description::Members(members) => {
            let members = members.into_iter().map(|(name, member)| (Key::from(name), show(member)));
            Value::Object(members.collect())
        }
    }
}

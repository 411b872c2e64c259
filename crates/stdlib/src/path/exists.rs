//! `exists`: whether a path has a value.

use vrlet_function::prelude::*;

const FIELD: Arg<Value> = Arg::required("field", "The path.").place();

pub const FUNCTION: Function = Function::new(Contract {
    name: "exists",
    category: Category::Path,
    about: "Whether there is a value at the path. Null is a value; a missing field is none.",
    params: &[FIELD.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(exists),
    examples: &[
        example("A field", "exists(.status)", "true").event(r#"{"status": null}"#),
        example("A missing field", "exists(.status)", "false"),
        example("An element", "exists(.tags[-1])", "true").event(r#"{"tags": ["a", "b"]}"#),
    ],
});

fn exists(call: &mut Call<'_>) -> Result<Value, Failure> {
    let place = call.place();
    Ok(Value::Boolean(place.root.get(place.path).is_some()))
}

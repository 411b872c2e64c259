//! `remove`: removes at a path that is computed at run time.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> =
    Arg::required("value", "The value to change.").kinds(OBJECT.or(ARRAY)).unchecked();
const PATH: Arg<Array> =
    Arg::required("path", "The steps: names of fields, indices of elements.").after(VALUE);
const COMPACT: Arg<bool> =
    Arg::optional("compact", "Whether objects and arrays that the removal leaves empty go too.")
        .default(Literal::Boolean(false))
        .after(PATH);

pub const FUNCTION: Function = Function::new(Contract {
    name: "remove",
    category: Category::Path,
    about: "The value without what stands at a path that is computed.",
    params: &[VALUE.param(), PATH.param(), COMPACT.param()],
    returns: |context| super::steps::same_collection(context, VALUE),
    failures: &["A step is neither a string nor an integer."],
    body: Body::Plain(|call| {
        let (mut value, path, compact) = (call.take(VALUE), call.take(PATH), call.take(COMPACT));
        value.remove(&super::steps::path(&path)?, compact);
        Ok(value)
    }),
    examples: &[
        example("A field", r#"remove!({"a": {"b": 1}, "c": 2}, ["a", "b"])"#, r#"{"a":{},"c":2}"#),
        example(
            "Leave nothing empty",
            r#"remove!({"a": {"b": 1}, "c": 2}, ["a", "b"], compact: true)"#,
            r#"{"c":2}"#,
        ),
    ],
});

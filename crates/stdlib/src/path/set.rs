//! `set`: writes at a path that is computed at run time.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> =
    Arg::required("value", "The value to change.").kinds(OBJECT.or(ARRAY)).unchecked();
const PATH: Arg<Array> =
    Arg::required("path", "The steps: names of fields, indices of elements.").after(VALUE);
const DATA: Arg<Value> = Arg::required("data", "What to put there.").after(PATH);

pub const FUNCTION: Function = Function::new(Contract {
    name: "set",
    category: Category::Path,
    about: "The value with `data` at a path that is computed; objects and arrays that are missing \
            on the way are made.",
    params: &[VALUE.param(), PATH.param(), DATA.param()],
    returns: |context| super::steps::same_collection(context, VALUE),
    failures: &["A step is neither a string nor an integer.", "An index is too large."],
    body: Body::Plain(|call| {
        let (mut value, path, data) = (call.take(VALUE), call.take(PATH), call.take(DATA));
        let path = super::steps::path(&path)?;
        value.insert(&path, data).map_err(Failure::new)?;
        Ok(value)
    }),
    examples: &[
        example("A new field", r#"set!({"a": 1}, ["b", "c"], 2)"#, r#"{"a":1,"b":{"c":2}}"#),
        example("An element", "set!([1, 2], [0], 9)", "[9,2]"),
    ],
});

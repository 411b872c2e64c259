//! `get`: reads at a path that is computed at run time.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> =
    Arg::required("value", "The value to look into.").kinds(OBJECT.or(ARRAY)).unchecked();
const PATH: Arg<Array> =
    Arg::required("path", "The steps: names of fields, indices of elements.").after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "get",
    category: Category::Path,
    about: "The value at a path that is computed; null where there is nothing.",
    params: &[VALUE.param(), PATH.param()],
    returns: |_| TypeDef::any().fallible(),
    failures: &["A step is neither a string nor an integer."],
    body: Body::Plain(|call| {
        let (value, path) = (call.take(VALUE), call.take(PATH));
        let path = super::steps::path(&path)?;
        Ok(value.get(&path).cloned().into())
    }),
    examples: &[
        example(
            "A computed name",
            "get!({\"tx\": {\"bytes\": 40}}, [\"tx\", downcase(\"BYTES\")])",
            "40",
        ),
        example("From the end", "get!([1, 2, 3], [-1])", "3"),
        fails("A step that is none", "get!([1], [0.5])", "a step of a path"),
    ],
});

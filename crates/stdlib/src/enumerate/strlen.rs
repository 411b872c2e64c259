//! `strlen`: the number of characters of a string.

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "strlen",
    category: Category::Enumerate,
    about: "How many characters (Unicode scalar values) a text has. `length` counts bytes.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::integer(),
    failures: &[],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        Ok(super::count::count(text.to_str().chars().count()))
    }),
    examples: &[example("Characters", r#"strlen("äb")"#, "2")],
});

//! `tally_value`: counts how often one value occurs in an array.

use vrlet_function::prelude::*;

const ARRAY: Arg<Array> = Arg::required("array", "The array.");
const VALUE: Arg<Value> = Arg::required("value", "The value to count.").after(ARRAY);

pub const FUNCTION: Function = Function::new(Contract {
    name: "tally_value",
    category: Category::Enumerate,
    about: "How many elements of the array equal `value`. An integer and a float are never equal \
            here.",
    params: &[ARRAY.param(), VALUE.param()],
    returns: |_| TypeDef::integer(),
    failures: &[],
    body: Body::Plain(|call| {
        let (array, value) = (call.take(ARRAY), call.take(VALUE));
        Ok(super::count::count(array.iter().filter(|element| **element == value).count()))
    }),
    examples: &[
        example("Counted", r#"tally_value(["GET", "POST", "GET"], "GET")"#, "2"),
        example("Not there", "tally_value([1, 2], 3)", "0"),
    ],
});

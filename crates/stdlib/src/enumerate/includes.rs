//! `includes`: whether an array contains an element.

use vrlet_function::prelude::*;

const VALUE: Arg<Array> = Arg::required("value", "The array.");
const ITEM: Arg<Value> = Arg::required("item", "The element to look for.").after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "includes",
    category: Category::Enumerate,
    about: "Whether an element of the array equals `item`. An integer and a float are never equal \
            here.",
    params: &[VALUE.param(), ITEM.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(|call| {
        let (array, item) = (call.take(VALUE), call.take(ITEM));
        Ok(Value::Boolean(array.contains(&item)))
    }),
    examples: &[
        example("It has", r#"includes(["apple", "pear"], "pear")"#, "true"),
        example("It has not", "includes([1, 2, 3], 2.0)", "false"),
    ],
});

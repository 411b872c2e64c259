//! `tally`: counts how often each string occurs in an array.

use std::collections::BTreeMap;

use vrlet_function::prelude::*;

const VALUE: Arg<Array> = Arg::required("value", "The strings.").elements(STRING);

pub const FUNCTION: Function = Function::new(Contract {
    name: "tally",
    category: Category::Enumerate,
    about: "How often each string occurs in the array: an object with a field for each string.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::new(Kind::object_of(Kind::integer())),
    failures: &["An element is not a string."],
    body: Body::Plain(tally),
    examples: &[
        example("Counted", r#"tally(["GET", "POST", "GET"])"#, r#"{"GET":2,"POST":1}"#),
        example("Nothing to count", "tally([])", "{}"),
    ],
});

fn tally(call: &mut Call<'_>) -> Result<Value, Failure> {
    let array = call.take(VALUE);
    let mut counts = BTreeMap::new();
    for element in array.iter() {
        let text = element.as_text().ok_or_else(|| {
            let found = element.kind_name();
            Failure::new(format!(
                "only strings are counted, one element is a value of kind {found}"
            ))
        })?;
        *counts.entry(Key::from(text)).or_insert(0) += 1;
    }
    Ok(counts
        .into_iter()
        .map(|(name, count)| (name, super::count::count(count)))
        .collect::<Object>()
        .into())
}

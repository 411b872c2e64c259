//! `match_array`: whether a regular expression matches elements of an array.

use vrlet_function::prelude::*;

use crate::forked_regex::ForkedRegex;

const VALUE: Arg<Array> = Arg::required("value", "The array.");
const PATTERN: Arg<Regex> = Arg::required("pattern", "The regular expression.").after(VALUE);
const ALL: Arg<bool> = Arg::optional("all", "Whether all elements must match.")
    .default(Literal::Boolean(false))
    .after(PATTERN);

pub const FUNCTION: Function = Function::new(Contract {
    name: "match_array",
    category: Category::Enumerate,
    about: "Whether the expression matches an element of the array; with `all`, whether it matches \
            each. Elements that are not strings do not match.",
    params: &[VALUE.param(), PATTERN.param(), ALL.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Prepared(|context| {
        Ok(match ForkedRegex::constant(context, PATTERN) {
            Some(regex) => Box::new(move |call: &mut Call<'_>| Ok(matches(call, &regex))),
            None => Box::new(|call: &mut Call<'_>| {
                let regex = call.take(PATTERN);
                Ok(matches(call, &regex))
            }),
        })
    }),
    examples: &[
        example("One of them", r#"match_array(["foobar", "bar"], r'foo')"#, "true"),
        example("All of them", r#"match_array(["foobar", "bar"], r'foo', all: true)"#, "false"),
    ],
});

fn matches(call: &mut Call<'_>, regex: &regex::Regex) -> Value {
    let (array, all): (Array, bool) = (call.take(VALUE), call.take(ALL));
    let mut verdicts = array
        .iter()
        .map(|value| value.as_text().is_some_and(|text| regex.is_match(&text.to_str())));
    Value::Boolean(if all {
        verdicts.all(|verdict| verdict)
    } else {
        verdicts.any(|verdict| verdict)
    })
}

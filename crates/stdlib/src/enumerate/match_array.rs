//! `match_array`: whether an expression matches elements of an array.

use vrlet_function::prelude::*;

use crate::own_regex::OwnRegex;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "match_array",
    category: Category::Enumerate,
    about: "Whether the expression matches an element of the array; with `all`, whether it matches \
            each. Elements that are not strings do not match.",
    params: &[
        required("value", ARRAY, "The array."),
        required("pattern", REGEX, "The regular expression."),
        optional("all", BOOLEAN, "Whether all elements must match.")
            .default(Literal::Boolean(false)),
    ],
    returns: |_| TypeDef::boolean(),
    body: Body::Prepared(|site| {
        Ok(match OwnRegex::constant(site, "pattern") {
            Some(regex) => Box::new(move |call: &mut Call<'_>| Ok(matches(call, &regex))),
            None => Box::new(|call: &mut Call<'_>| {
                let regex: Regex = call.take(1);
                Ok(matches(call, &regex))
            }),
        })
    }),
    examples: &[
        example("One of them", r#"match_array(["foobar", "bar"], r'foo')"#, "true"),
        example("All of them", r#"match_array(["foobar", "bar"], r'foo', all: true)"#, "false"),
    ],
    ..Function::BASE
};

fn matches(call: &mut Call<'_>, regex: &regex::Regex) -> Value {
    let (array, all): (Array, bool) = (call.take(0), call.take(2));
    let mut verdicts = array
        .iter()
        .map(|value| value.as_text().is_some_and(|text| regex.is_match(&text.to_str())));
    Value::Boolean(if all {
        verdicts.all(|verdict| verdict)
    } else {
        verdicts.any(|verdict| verdict)
    })
}

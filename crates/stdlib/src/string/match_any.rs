//! `match_any`: whether one of several regular expressions matches a string.

use regex::bytes::RegexSet;
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const PATTERNS: Arg<Array> =
    Arg::required("patterns", "The regular expressions.").in_place().after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "match_any",
    category: Category::String,
    about: "Whether one of the expressions matches somewhere in the text. The text is searched \
            once for all of them.",
    params: &[VALUE.param(), PATTERNS.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Prepared(|context| {
        let set = expressions(context)?;
        Ok(Box::new(move |call: &mut Call<'_>| {
            let text = call.take(VALUE);
            Ok(Value::Boolean(set.is_match(text.as_bytes())))
        }))
    }),
    examples: &[
        example("One of them", r#"match_any("foobar", [r'^foo', r'baz$'])"#, "true"),
        example("None of them", r#"match_any("foobar", [r'^bar', r'baz$'])"#, "false"),
    ],
});

fn expressions(context: &CallContext<'_>) -> Result<RegexSet, ArgumentError> {
    let refuse = |message: String| ArgumentError::constant(PATTERNS, message);
    let mut patterns = Vec::new();
    if let Some(elements) = context.constant(PATTERNS) {
        for element in elements.iter() {
            match element {
                Value::Regex(regex) => patterns.push(regex.as_str().to_owned()),
                other => {
                    let found = other.kind_name();
                    return Err(refuse(format!(
                        "a pattern is a regular expression, this is {found}"
                    ))
                    .help("write `r'…'`"));
                }
            }
        }
    }
    RegexSet::new(patterns)
        .map_err(|error| refuse(format!("together the patterns are too much: {error}")))
}

//! `match_any`: whether one of several expressions matches.

use regex::bytes::RegexSet;
use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "match_any",
    category: Category::String,
    about: "Whether one of the expressions matches somewhere in the text. The text is searched once \
            for all of them.",
    params: &[
        required("value", STRING, "The text."),
        required("patterns", ARRAY, "The regular expressions.").in_place(),
    ],
    returns: |_| TypeDef::boolean(),
    body: Body::Prepared(|site| {
        let set = expressions(site)?;
        Ok(Box::new(move |call: &mut Call<'_>| {
            let (text,) = call.unpack::<(Text,)>();
            Ok(Value::Boolean(set.is_match(text.as_bytes())))
        }))
    }),
    examples: &[
        example("One of them", r#"match_any("foobar", [r'^foo', r'baz$'])"#, "true"),
        example("None of them", r#"match_any("foobar", [r'^bar', r'baz$'])"#, "false"),
    ],
    ..Function::BASE
};

fn expressions(site: &Site<'_>) -> Result<RegexSet, Refusal> {
    let refuse = |message: String| Refusal::constant("patterns", message);
    let mut patterns = Vec::new();
    if let Some(Value::Array(elements)) = site.constant("patterns") {
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

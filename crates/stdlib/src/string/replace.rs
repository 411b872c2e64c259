//! `replace`: put other text where a pattern stands.

use vrlet_function::prelude::*;

use crate::own_regex::OwnRegex;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "replace",
    category: Category::String,
    about: "The text with each match of the pattern replaced. With a regular expression, `$1` and \
            `${name}` in `with` are the groups of the match and `$$` is a dollar sign.",
    params: &[
        required("value", STRING, "The text."),
        required("pattern", STRING.or(REGEX), "What to replace."),
        required("with", STRING, "What to put there."),
        optional("count", INTEGER, "In how many places at most, from the start; negative for all.")
            .default(Literal::Integer(-1)),
    ],
    returns: |_| TypeDef::string(),
    body: Body::Prepared(|site| {
        Ok(match OwnRegex::constant(site, "pattern") {
            Some(regex) => Box::new(move |call: &mut Call<'_>| {
                let (text, with, count) = (call.take(0), call.take(2), call.take(3));
                Ok(replace_matches(text, &regex, &with, count))
            }),
            None => Box::new(replace),
        })
    }),
    examples: &[
        example("A string", r#"replace("a-b-c", "-", "_")"#, r#""a_b_c""#),
        example("In one place", r#"replace("a-b-c", "-", "_", count: 1)"#, r#""a_b-c""#),
        example(
            "With groups",
            r#"replace("Mia Wong", r'(?P<first>\w+) (?P<last>\w+)', "$last, $first")"#,
            r#""Wong, Mia""#,
        ),
    ],
    ..Function::BASE
};

fn replace(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, pattern, with, count) = call.unpack::<(Text, Value, Text, i64)>();
    Ok(match pattern {
        Value::Regex(regex) => replace_matches(text, &regex, &with, count),
        Value::Bytes(pattern) => {
            let (whole, pattern, with) = (text.to_str(), pattern.to_str(), with.to_str());
            Value::from(match usize::try_from(count) {
                Ok(count) => whole.replacen(&*pattern, &with, count),
                Err(_) => whole.replace(&*pattern, &with),
            })
        }
        other => {
            unreachable!("checked: {} where a string or regex was declared", other.kind_name())
        }
    })
}

fn replace_matches(text: Text, regex: &regex::Regex, with: &Text, count: i64) -> Value {
    let (whole, with) = (text.to_str(), with.to_str());
    Value::Bytes(match usize::try_from(count) {
        Ok(0) => Text::from(whole),
        Ok(count) => Text::from(regex.replacen(&whole, count, &*with)),
        Err(_) => Text::from(regex.replace_all(&whole, &*with)),
    })
}

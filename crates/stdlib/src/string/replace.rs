//! `replace`: replaces matches of a pattern by a string.

use vrlet_function::prelude::*;

use super::replacement::{self, PATTERN, WITH};
use crate::forked_regex::ForkedRegex;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const COUNT: Arg<i64> =
    Arg::optional("count", "In how many places at most, from the start; negative for all.")
        .default(Literal::Integer(-1))
        .after(WITH);

pub const FUNCTION: Function = Function::new(Contract {
    name: "replace",
    category: Category::String,
    about: "The text with each match of the pattern replaced. With a regular expression, `$1` and \
            `${name}` in `with` are the groups of the match and `$$` is a dollar sign.",
    params: &[VALUE.param(), PATTERN.param(), WITH.param(), COUNT.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| {
        Ok(match ForkedRegex::constant(context, PATTERN) {
            Some(regex) => Box::new(move |call: &mut Call<'_>| {
                let (text, with, count) = (call.take(VALUE), call.take(WITH), call.take(COUNT));
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
})
.warns(replacement::doubt);

fn replace(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, pattern, with, count) =
        (call.take(VALUE), call.take(PATTERN), call.take(WITH), call.take(COUNT));
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

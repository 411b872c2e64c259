//! `find`: the position of a pattern in a string.

use memchr::memmem;
use vrlet_function::prelude::*;

use crate::forked_regex::ForkedRegex;

const VALUE: Arg<Text> = Arg::required("value", "The text to search.");
const PATTERN: Arg<Value> = Arg::required("pattern", "The text or expression to find.")
    .kinds(STRING.or(REGEX))
    .after(VALUE);
const FROM: Arg<i64> = Arg::optional("from", "The byte where the search starts.")
    .default(Literal::Integer(0))
    .after(PATTERN);

pub const FUNCTION: Function = Function::new(Contract {
    name: "find",
    category: Category::String,
    about: "The position in bytes where the pattern is first found; null where it is not found.",
    params: &[VALUE.param(), PATTERN.param(), FROM.param()],
    returns: |_| TypeDef::new(Kind::integer().or_null()),
    failures: &[],
    body: Body::Prepared(|context| {
        Ok(match ForkedRegex::constant(context, PATTERN) {
            Some(regex) => Box::new(move |call: &mut Call<'_>| {
                let (text, from) = (call.take(VALUE), call.take(FROM));
                Ok(find_regex(text, &regex, from))
            }),
            None => Box::new(find),
        })
    }),
    examples: &[
        example("A text", r#"find("foobar", "bar")"#, "3"),
        example("An expression", r#"find("foobar", r'b.r')"#, "3"),
        example("Not from there on", r#"find("foobar", "foo", from: 1)"#, "null"),
    ],
});

fn find(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, pattern, from) = (call.take(VALUE), call.take(PATTERN), call.take(FROM));
    Ok(match pattern {
        Value::Bytes(pattern) => find_text(&text, &pattern, from),
        Value::Regex(regex) => find_regex(text, &regex, from),
        other => unreachable!("checked: {} where a pattern was declared", other.kind_name()),
    })
}

fn find_text(text: &Text, pattern: &Text, from: i64) -> Value {
    let from = usize::try_from(from).ok();
    let found = from.and_then(|from| {
        let rest = text.as_bytes().get(from..)?;
        Some(from + memmem::find(rest, pattern.as_bytes())?)
    });
    position(found)
}

fn find_regex(text: Text, regex: &regex::Regex, from: i64) -> Value {
    let text = text.to_str();
    let from = usize::try_from(from).ok().filter(|from| *from <= text.len());
    position(from.and_then(|from| Some(regex.find_at(&text, from)?.start())))
}

fn position(found: Option<usize>) -> Value {
    found.and_then(|found| i64::try_from(found).ok()).into()
}

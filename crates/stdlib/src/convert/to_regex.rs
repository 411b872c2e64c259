//! `to_regex`: compiles a regular expression at run time.

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The pattern.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_regex",
    category: Category::Coerce,
    about: "The regular expression of a pattern. To compile one takes long, so write a literal, \
            `r'…'`, where the pattern is known.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::of(REGEX).fallible(),
    failures: &["The text is not a regular expression."],
    body: Body::Prepared(|_| Ok(stateful(to_regex))),
    examples: &[
        example("A pattern", r#"match("foobar", to_regex!("^foo"))"#, "true"),
        fails("Not a pattern", r#"to_regex!("(")"#, "unclosed group"),
    ],
});

/// The pattern of the last call, compiled: programs tend to ask for the same one again.
type Last = Option<(Text, Regex)>;

fn to_regex(last: &mut Last, call: &mut Call<'_>) -> Result<Value, Failure> {
    let pattern = call.take(VALUE);
    if let Some((known, regex)) = last
        && *known == pattern
    {
        return Ok(Value::Regex(regex.clone()));
    }
    let regex = Regex::new(&pattern.to_str()).map_err(|error| no_regex(&error.to_string()))?;
    *last = Some((pattern, regex.clone()));
    Ok(Value::Regex(regex))
}

/// The last line of the message says what is wrong; those before show the whole pattern.
fn no_regex(message: &str) -> Failure {
    let reason = message.lines().last().unwrap_or_default();
    let reason = reason.strip_prefix("error: ").unwrap_or(reason);
    Failure::new(format!("the text is no regular expression: {reason}"))
}

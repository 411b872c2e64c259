//! `starts_with`: whether a string starts with another.

use vrlet_function::prelude::*;

use super::letters::letters;

const VALUE: Arg<Text> = Arg::required("value", "The text to look at.");
const SUBSTRING: Arg<Text> = Arg::required("substring", "How it should begin.").after(VALUE);
const CASE_SENSITIVE: Arg<bool> =
    Arg::optional("case_sensitive", "Whether upper and lower case differ.")
        .default(Literal::Boolean(true))
        .after(SUBSTRING);

pub const FUNCTION: Function = Function::new(Contract {
    name: "starts_with",
    category: Category::String,
    about: "Whether `value` begins with `substring`.",
    params: &[VALUE.param(), SUBSTRING.param(), CASE_SENSITIVE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(starts_with),
    examples: &[
        example("It does", r#"starts_with("eni-0a1b", "eni-")"#, "true"),
        example(
            "Case ignored",
            r#"starts_with("ENI-0a1b", "eni-", case_sensitive: false)"#,
            "true",
        ),
    ],
});

fn starts_with(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, part, case_sensitive) =
        (call.take(VALUE), call.take(SUBSTRING), call.take(CASE_SENSITIVE));
    if case_sensitive {
        return Ok(Value::Boolean(text.as_bytes().starts_with(part.as_bytes())));
    }
    let (text, part) = (letters(&text), letters(&part));
    let matches = text.iter().zip(&part).all(|(found, wanted)| found.eq_ignore_case(*wanted));
    Ok(Value::Boolean(matches && part.len() <= text.len()))
}

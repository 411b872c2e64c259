//! `ends_with`: whether a string ends with another.

use vrlet_function::prelude::*;

use super::letters::letters;

const VALUE: Arg<Text> = Arg::required("value", "The text to look at.");
const SUBSTRING: Arg<Text> = Arg::required("substring", "How it should end.").after(VALUE);
const CASE_SENSITIVE: Arg<bool> =
    Arg::optional("case_sensitive", "Whether upper and lower case differ.")
        .default(Literal::Boolean(true))
        .after(SUBSTRING);

pub const FUNCTION: Function = Function::new(Contract {
    name: "ends_with",
    category: Category::String,
    about: "Whether `value` ends with `substring`.",
    params: &[VALUE.param(), SUBSTRING.param(), CASE_SENSITIVE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(ends_with),
    examples: &[
        example("It does", r#"ends_with("app.log.gz", ".gz")"#, "true"),
        example("Case ignored", r#"ends_with("APP.LOG", ".log", case_sensitive: false)"#, "true"),
    ],
});

fn ends_with(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, part, case_sensitive) =
        (call.take(VALUE), call.take(SUBSTRING), call.take(CASE_SENSITIVE));
    if case_sensitive {
        return Ok(Value::Boolean(text.as_bytes().ends_with(part.as_bytes())));
    }
    let (text, part) = (letters(&text), letters(&part));
    let matches = text
        .iter()
        .rev()
        .zip(part.iter().rev())
        .all(|(found, wanted)| found.eq_ignore_case(*wanted));
    Ok(Value::Boolean(matches && part.len() <= text.len()))
}

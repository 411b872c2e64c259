//! `contains_all`: whether a string contains all of several others.

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text to search.");
const SUBSTRINGS: Arg<Value> = Arg::required("substrings", "The texts to find.")
    .kinds(ARRAY)
    .elements(STRING)
    .unchecked()
    .after(VALUE);
const CASE_SENSITIVE: Arg<Option<bool>> =
    Arg::optional("case_sensitive", "Whether upper and lower case differ; they do by default.")
        .after(SUBSTRINGS);

pub const FUNCTION: Function = Function::new(Contract {
    name: "contains_all",
    category: Category::String,
    about: "Whether `value` contains each of `substrings`.",
    params: &[VALUE.param(), SUBSTRINGS.param(), CASE_SENSITIVE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &["An element that is looked at is not a string."],
    body: Body::Plain(contains_all),
    examples: &[
        example(
            "All of them",
            r#"contains_all("the needle in the haystack", ["needle", "hay"])"#,
            "true",
        ),
        example("Not all", r#"contains_all("the needle", ["needle", "hay"])"#, "false"),
        example(
            "Case ignored",
            r#"contains_all("The NEEDLE", ["the", "needle"], case_sensitive: false)"#,
            "true",
        ),
    ],
});

/// The texts are looked at one by one: what stands after one that is missing may be anything.
fn contains_all(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, parts, case_sensitive) =
        (call.take(VALUE), call.take(SUBSTRINGS), call.take(CASE_SENSITIVE));
    let text = text.to_str();
    let Value::Array(parts) = parts else {
        let found = parts.kind_name();
        return Err(Failure::new(format!(
            "`substrings` must be an array, it is a value of kind {found}"
        )));
    };
    let ignore_case = case_sensitive == Some(false);
    let text = if ignore_case { text.to_lowercase().into() } else { text };
    for part in parts.iter() {
        let part = part.as_text().ok_or_else(|| {
            let found = part.kind_name();
            Failure::new(format!("`substrings` must be strings, one is a value of kind {found}"))
        })?;
        let part = part.to_str();
        let part = if ignore_case { part.to_lowercase().into() } else { part };
        if !text.contains(&*part) {
            return Ok(Value::Boolean(false));
        }
    }
    Ok(Value::Boolean(true))
}

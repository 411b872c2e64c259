//! `contains`: whether a string contains another.

use memchr::memmem::Finder;
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text to search.");
const SUBSTRING: Arg<Text> = Arg::required("substring", "The text to find.").after(VALUE);
const CASE_SENSITIVE: Arg<bool> =
    Arg::optional("case_sensitive", "Whether upper and lower case differ.")
        .default(Literal::Boolean(true))
        .after(SUBSTRING);

pub const FUNCTION: Function = Function::new(Contract {
    name: "contains",
    category: Category::String,
    about: "Whether `value` contains `substring`.",
    params: &[VALUE.param(), SUBSTRING.param(), CASE_SENSITIVE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Prepared(prepare),
    examples: &[
        example("Inside", r#"contains("connection refused", "refused")"#, "true"),
        example("Case differs", r#"contains("Connection refused", "connection")"#, "false"),
        example(
            "Case ignored",
            r#"contains("Connection refused", "connection", case_sensitive: false)"#,
            "true",
        ),
    ],
});

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    let (Some(part), Some(case_sensitive)) =
        (context.constant(SUBSTRING), context.constant(CASE_SENSITIVE))
    else {
        return Ok(Box::new(contains));
    };
    Ok(if case_sensitive {
        let finder = Finder::new(part.to_str().as_bytes()).into_owned();
        Box::new(move |call: &mut Call<'_>| {
            let text = call.take(VALUE);
            Ok(Value::Boolean(finder.find(text.to_str().as_bytes()).is_some()))
        })
    } else {
        let finder = Finder::new(part.to_str().to_lowercase().as_bytes()).into_owned();
        Box::new(move |call: &mut Call<'_>| {
            let text = call.take(VALUE);
            Ok(Value::Boolean(finder.find(text.to_str().to_lowercase().as_bytes()).is_some()))
        })
    })
}

fn contains(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, part, case_sensitive) =
        (call.take(VALUE), call.take(SUBSTRING), call.take(CASE_SENSITIVE));
    let (text, part) = (text.to_str(), part.to_str());
    Ok(Value::Boolean(if case_sensitive {
        text.contains(&*part)
    } else {
        text.to_lowercase().contains(&part.to_lowercase())
    }))
}

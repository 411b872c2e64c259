//! `contains`: whether a text has another inside.

use memchr::memmem::Finder;
use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "contains",
    category: Category::String,
    about: "Whether `value` contains `substring`.",
    params: &[
        required("value", STRING, "The text to search."),
        required("substring", STRING, "The text to find."),
        optional("case_sensitive", BOOLEAN, "Whether upper and lower case differ.")
            .default(Literal::Boolean(true)),
    ],
    returns: |_| TypeDef::boolean(),
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
    ..Function::BASE
};

fn prepare(site: &Site<'_>) -> Result<Box<dyn Prepared>, Refusal> {
    let (Some(Value::Bytes(part)), Some(Value::Boolean(case_sensitive))) =
        (site.constant("substring"), site.constant("case_sensitive"))
    else {
        return Ok(Box::new(contains));
    };
    Ok(if case_sensitive {
        let finder = Finder::new(part.to_str().as_bytes()).into_owned();
        Box::new(move |call: &mut Call<'_>| {
            let text: Text = call.take(0);
            Ok(Value::Boolean(finder.find(text.to_str().as_bytes()).is_some()))
        })
    } else {
        let finder = Finder::new(part.to_str().to_lowercase().as_bytes()).into_owned();
        Box::new(move |call: &mut Call<'_>| {
            let text: Text = call.take(0);
            Ok(Value::Boolean(finder.find(text.to_str().to_lowercase().as_bytes()).is_some()))
        })
    })
}

fn contains(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, part, case_sensitive) = call.unpack::<(Text, Text, bool)>();
    let (text, part) = (text.to_str(), part.to_str());
    Ok(Value::Boolean(if case_sensitive {
        text.contains(&*part)
    } else {
        text.to_lowercase().contains(&part.to_lowercase())
    }))
}

//! `join`: joins strings with a separator.

use vrlet_function::prelude::*;

const VALUE: Arg<Array> = Arg::required("value", "The texts.").elements(STRING);
const SEPARATOR: Arg<Option<Text>> =
    Arg::optional("separator", "What stands between two of them.").after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "join",
    category: Category::String,
    about: "The texts of an array, joined into one.",
    params: &[VALUE.param(), SEPARATOR.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(join),
    examples: &[
        example("With commas", r#"join(["a", "b", "c"], ", ")"#, r#""a, b, c""#),
        example("Without anything between", r#"join(["a", "b"])"#, r#""ab""#),
    ],
});

fn join(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (parts, separator) = (call.take(VALUE), call.take(SEPARATOR));
    let separator = separator.unwrap_or_default();
    let mut joined = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            joined.push_str(&separator.to_str());
        }
        if let Some(part) = part.as_text() {
            joined.push_str(&part.to_str());
        }
    }
    Ok(Value::Bytes(Text::from(joined)))
}

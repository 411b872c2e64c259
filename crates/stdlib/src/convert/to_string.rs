//! `to_string`: converts a value to a string.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_string",
    category: Category::Coerce,
    about: "The value as text: numbers in decimal, timestamps as RFC 3339, null as the empty \
            string.",
    params: &[VALUE.param()],
    returns: |context| {
        TypeDef::string().fallible_if(
            context.kind(VALUE).is_never()
                || context.kind(VALUE).set().intersects(ARRAY.or(OBJECT).or(REGEX)),
        )
    },
    failures: &["The value is an array, an object or a regular expression."],
    body: Body::Plain(to_string),
    examples: &[
        example("An integer", "to_string(443)", r#""443""#),
        example("A whole float", "to_string(2.0)", r#""2""#),
        example(
            "A timestamp",
            "to_string(t'2026-01-01T00:00:00.5Z')",
            r#""2026-01-01T00:00:00.500Z""#,
        ),
        example("Null", "to_string(null)", r#""""#),
        fails("An array", "to_string!([1])", "an array has no text"),
    ],
});

fn to_string(call: &mut Call<'_>) -> Result<Value, Failure> {
    let value = call.take(VALUE);
    if let Value::Bytes(_) = value {
        return Ok(value);
    }
    value.to_text().map(Value::Bytes).ok_or(Failure::fixed(match value {
        Value::Array(_) => "an array has no text, `encode_json` writes one for it",
        Value::Object(_) => "an object has no text, `encode_json` writes one for it",
        _ => "a regular expression has no text",
    }))
}

//! `to_int`: converts a value to an integer.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_int",
    category: Category::Coerce,
    about: "The value as an integer: strings are read as decimal, floats are cut towards zero, \
            booleans are 1 and 0, timestamps are seconds since 1970, null is 0.",
    params: &[VALUE.param()],
    returns: |context| {
        let never_fails =
            INTEGER.or(FLOAT).or(BOOLEAN).or(NULL).or(TIMESTAMP).or(KindSet::UNDEFINED);
        let kind = context.kind(VALUE);
        // As VRL has it, an argument that ends the program counts as one that can fail.
        TypeDef::integer().fallible_if(kind.is_never() || !kind.is(never_fails))
    },
    failures: &[
        "The string is not a decimal integer of 64 bits.",
        "The value is an array, an object or a regular expression.",
    ],
    body: Body::Plain(to_int),
    examples: &[
        example("A string", r#"to_int!("443")"#, "443"),
        example("A float", "to_int(-1.9)", "-1"),
        example("A timestamp", "to_int(t'2020-01-01T00:00:00.9Z')", "1577836800"),
        example("A boolean", "to_int(true)", "1"),
        fails("Not decimal", r#"to_int!("0x1f")"#, "is no decimal integer"),
    ],
});

fn to_int(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Integer(match call.take(VALUE) {
        Value::Integer(number) => number,
        #[expect(
            clippy::cast_possible_truncation,
            reason = "what does not fit becomes the nearest integer"
        )]
        Value::Float(number) => number.into_inner() as i64,
        Value::Boolean(boolean) => i64::from(boolean),
        Value::Null => 0,
        Value::Timestamp(time) => time.timestamp(),
        Value::Bytes(text) => {
            let number = text.as_str().and_then(|text| text.parse().ok());
            number
                .ok_or_else(|| Failure::new(format!("`{text}` is no decimal integer of 64 bits")))?
        }
        other @ (Value::Regex(_) | Value::Array(_) | Value::Object(_)) => {
            return Err(super::no_number::no_number(&other));
        }
    }))
}

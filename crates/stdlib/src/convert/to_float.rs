//! `to_float`: converts a value to a float.

use vrlet_function::prelude::*;

use crate::text::read_float;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_float",
    category: Category::Coerce,
    about: "The value as a float: strings are read, with or without an exponent; booleans are 1 \
            and 0, timestamps are seconds since 1970, null is 0.",
    params: &[VALUE.param()],
    returns: |context| {
        let never_fails =
            INTEGER.or(FLOAT).or(BOOLEAN).or(NULL).or(TIMESTAMP).or(KindSet::UNDEFINED);
        let kind = context.kind(VALUE);
        // As VRL has it, an argument that ends the program counts as one that can fail.
        TypeDef::float().fallible_if(kind.is_never() || !kind.is(never_fails))
    },
    failures: &[
        "The string is not a number, or is `NaN`.",
        "The timestamp lies outside of the years 1678 to 2261.",
        "The value is an array, an object or a regular expression.",
    ],
    body: Body::Plain(to_float),
    examples: &[
        example("A string", r#"to_float!("1.5e3")"#, "1500.0"),
        example("An integer", "to_float(3)", "3.0"),
        example("A timestamp", "to_float(t'2020-01-01T00:00:00.5Z')", "1577836800.5"),
        fails("Not a number", r#"to_float!("fast")"#, "is no number"),
    ],
});

#[expect(clippy::cast_precision_loss, reason = "a float has what precision it has")]
fn to_float(call: &mut Call<'_>) -> Result<Value, Failure> {
    let number = match call.take(VALUE) {
        value @ Value::Float(_) => return Ok(value),
        Value::Bytes(text) => return read_float(&text),
        Value::Integer(number) => number as f64,
        Value::Boolean(boolean) => f64::from(u8::from(boolean)),
        Value::Null => 0.0,
        Value::Timestamp(time) => {
            let nanoseconds = time.timestamp_nanos_opt();
            nanoseconds.ok_or(Failure::fixed(
                "the timestamp is too far from 1970 to be counted in nanoseconds",
            ))? as f64
                / 1e9
        }
        other @ (Value::Regex(_) | Value::Array(_) | Value::Object(_)) => {
            return Err(super::no_number::no_number(&other));
        }
    };
    Ok(Value::float(number).unwrap_or_default())
}

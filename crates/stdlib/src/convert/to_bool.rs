//! `to_bool`: converts a value to a boolean.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_bool",
    category: Category::Coerce,
    about: "The value as a boolean: numbers other than 0 are true, null is false. Of strings, \
            `true`, `t`, `yes`, `y` in upper or lower case and integers other than 0 are \
            true; `false`, `f`, `no`, `n` and 0 are false.",
    params: &[VALUE.param()],
    returns: |context| {
        let never_fails = INTEGER.or(FLOAT).or(BOOLEAN).or(NULL).or(KindSet::UNDEFINED);
        let kind = context.kind(VALUE);
        // As VRL has it, an argument that ends the program counts as one that can fail.
        TypeDef::boolean().fallible_if(kind.is_never() || !kind.is(never_fails))
    },
    failures: &[
        "The string is neither one of those words nor an integer.",
        "The value is a timestamp, an array, an object or a regular expression.",
    ],
    body: Body::Plain(to_bool),
    examples: &[
        example("A word", r#"to_bool!("Yes")"#, "true"),
        example("A number as text", r#"to_bool!("0")"#, "false"),
        example("A number", "to_bool(0.5)", "true"),
        fails("Another word", r#"to_bool!("on")"#, "is no boolean"),
    ],
});

fn to_bool(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Boolean(match call.take(VALUE) {
        Value::Boolean(boolean) => boolean,
        Value::Integer(number) => number != 0,
        Value::Float(number) => *number != 0.0,
        Value::Null => false,
        Value::Bytes(text) => text.as_str().and_then(read).ok_or_else(|| {
            Failure::new(format!("`{text}` is no boolean, write `true` or `false`"))
        })?,
        other @ (Value::Timestamp(_) | Value::Regex(_) | Value::Array(_) | Value::Object(_)) => {
            return Err(Failure::new(format!(
                "no boolean can be made of a value of kind {}",
                other.kind_name()
            )));
        }
    }))
}

/// The boolean that a word says.
pub(crate) fn read(text: &str) -> Option<bool> {
    let is_one_of = |words: [&str; 4]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    if is_one_of(["true", "t", "yes", "y"]) {
        Some(true)
    } else if is_one_of(["false", "f", "no", "n"]) {
        Some(false)
    } else {
        text.parse::<i64>().ok().map(|number| number != 0)
    }
}

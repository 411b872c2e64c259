//! `abs`: a number without its sign.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "abs",
    category: Category::Number,
    about: "The absolute value of a number. The lowest integer of 64 bits has no positive \
            counterpart and stays as it is.",
    params: &[required("value", NUMBER, "The number.")],
    returns: |site| TypeDef::new(super::same_number(&site.kind("value"))),
    body: Body::Plain(abs),
    examples: &[example("An integer", "abs(-42)", "42"), example("A float", "abs(-42.5)", "42.5")],
    ..Function::BASE
};

fn abs(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(match call.take(0) {
        Value::Integer(number) => Value::Integer(number.wrapping_abs()),
        Value::Float(number) => Value::float(number.abs()).unwrap_or_default(),
        other => unreachable!("checked: {} where a number was declared", other.kind_name()),
    })
}

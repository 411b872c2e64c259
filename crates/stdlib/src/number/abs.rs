//! `abs`: the absolute value of a number.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The number.").kinds(NUMBER);

pub const FUNCTION: Function = Function::new(Contract {
    name: "abs",
    category: Category::Number,
    about: "The absolute value of a number. The lowest integer of 64 bits has no positive \
            counterpart and stays as it is.",
    params: &[VALUE.param()],
    returns: |context| TypeDef::new(super::same_number::same_number(&context.kind(VALUE))),
    failures: &[],
    body: Body::Plain(abs),
    examples: &[example("An integer", "abs(-42)", "42"), example("A float", "abs(-42.5)", "42.5")],
});

fn abs(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(match call.take(VALUE) {
        Value::Integer(number) => Value::Integer(number.wrapping_abs()),
        Value::Float(number) => Value::float(number.abs()).unwrap_or_default(),
        other => unreachable!("checked: {} where a number was declared", other.kind_name()),
    })
}

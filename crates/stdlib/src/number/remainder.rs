//! `mod`: the remainder of a division.

use vrlet_function::prelude::*;
use vrlet_value::arithmetic::remainder;

const VALUE: Arg<Value> = Arg::required("value", "The number to divide.").kinds(NUMBER);
const MODULUS: Arg<Value> =
    Arg::required("modulus", "What to divide it by.").kinds(NUMBER).after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "mod",
    category: Category::Number,
    about: "The remainder of a division. It has the sign of `value`.",
    params: &[VALUE.param(), MODULUS.param()],
    returns: |context| {
        // As VRL sees it: a constant modulus alone decides, although `mod(5.5, 2)` is a float.
        let (kind, is_divisor) = match context.constant(MODULUS) {
            Some(Value::Integer(number)) => (Kind::integer(), number != 0),
            Some(Value::Float(number)) => (Kind::float(), number.is_normal()),
            _ => (Kind::from(NUMBER), false),
        };
        TypeDef::new(kind).fallible_if(!is_divisor)
    },
    failures: &["The modulus is zero."],
    body: Body::Plain(|call| {
        let (value, modulus) = (call.take(VALUE), call.take(MODULUS));
        remainder(&value, &modulus).map_err(Failure::new)
    }),
    examples: &[
        example("Integers", "mod(5, 2)", "1"),
        example("The sign of the value", "mod(-7, 3)", "-1"),
        example("Floats", "mod(5.5, 2)", "1.5"),
        fails("Zero", "mod!(5, 0)", "zero"),
    ],
});

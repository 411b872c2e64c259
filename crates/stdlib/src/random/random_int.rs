//! `random_int`: an integer from a range.

use vrlet_function::Generator;
use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "random_int",
    category: Category::Random,
    about: "A random integer from `min` up to, but not including, `max`.",
    params: &[
        required("min", INTEGER, "The least that is possible."),
        required("max", INTEGER, "The bound: one more than the greatest that is possible."),
    ],
    returns: |site| {
        let known = super::constant_range(site, super::integer);
        TypeDef::integer().fallible_if(!matches!(known, Ok(Some(_))))
    },
    failures: &["`max` is not greater than `min`."],
    body: Body::Prepared(|site| {
        super::constant_range(site, super::integer)?;
        Ok(super::drawing(site, |call, generator| {
            let (min, max) = call.unpack::<(i64, i64)>();
            if min >= max {
                return Err(super::EMPTY_RANGE);
            }
            let drawn = below(max.abs_diff(min), generator)?;
            Ok(Value::Integer(min.wrapping_add_unsigned(drawn)))
        }))
    }),
    examples: &[
        example("A die", "die = random_int(1, 7)\ndie >= 1 && die <= 6", "true"),
        example("One choice", "random_int(3, 4)", "3"),
        fails("Nothing between", "random_int!(1, to_int!(\"1\"))", "greater than `min`"),
    ],
    ..Function::BASE
};

/// A number below `end`: the high half of a product, drawn again where that would favour some.
fn below(end: u64, generator: &mut dyn Generator) -> Result<u64, Failure> {
    let favoured = end.wrapping_neg() % end;
    loop {
        let product = u128::from(super::number(generator)?) * u128::from(end);
        #[expect(clippy::cast_possible_truncation, reason = "the two halves of the product")]
        let (high, low) = ((product >> 64) as u64, product as u64);
        if low >= favoured {
            return Ok(high);
        }
    }
}

//! `random_int`: a random integer of a range.

use vrlet_function::Generator;
use vrlet_function::prelude::*;

const MIN: Arg<i64> = Arg::required("min", "The least that is possible.");
const MAX: Arg<i64> =
    Arg::required("max", "The bound: one more than the greatest that is possible.").after(MIN);

pub const FUNCTION: Function = Function::new(Contract {
    name: "random_int",
    category: Category::Random,
    about: "A random integer from `min` up to, but not including, `max`.",
    params: &[MIN.param(), MAX.param()],
    returns: |context| {
        let known = super::drawing::constant_range(context, [MIN, MAX]);
        TypeDef::integer().fallible_if(!matches!(known, Ok(Some(_))))
    },
    failures: &["`max` is not greater than `min`."],
    body: Body::Prepared(|context| {
        super::drawing::constant_range(context, [MIN, MAX])?;
        Ok(super::drawing::drawing(context, |call, generator| {
            let (min, max) = (call.take(MIN), call.take(MAX));
            if min >= max {
                return Err(super::drawing::EMPTY_RANGE);
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
})
.reaches(&[Reach::Random]);

/// A number below `end`: the high half of a product, drawn again where that would favour some.
fn below(end: u64, generator: &mut dyn Generator) -> Result<u64, Failure> {
    let favoured = end.wrapping_neg() % end;
    loop {
        let product = u128::from(super::drawing::number(generator)?) * u128::from(end);
        #[expect(clippy::cast_possible_truncation, reason = "the two halves of the product")]
        let (high, low) = ((product >> 64) as u64, product as u64);
        if low >= favoured {
            return Ok(high);
        }
    }
}

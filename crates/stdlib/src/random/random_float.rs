//! `random_float`: a random float of a range.

use vrlet_function::prelude::*;

const MIN: Arg<f64> = Arg::required("min", "The least that is possible.").kinds(FLOAT);
const MAX: Arg<f64> =
    Arg::required("max", "The bound, which is never reached.").kinds(FLOAT).after(MIN);

pub const FUNCTION: Function = Function::new(Contract {
    name: "random_float",
    category: Category::Random,
    about: "A random float from `min` up to, but not including, `max`.",
    params: &[MIN.param(), MAX.param()],
    returns: |context| {
        let known = super::drawing::constant_range(context, [MIN, MAX]);
        TypeDef::float().fallible_if(!matches!(known, Ok(Some((min, max))) if is_finite(min, max)))
    },
    failures: &["`max` is not greater than `min`.", "The range is infinite."],
    body: Body::Prepared(|context| {
        super::drawing::constant_range(context, [MIN, MAX])?;
        Ok(super::drawing::drawing(context, |call, generator| {
            let (min, max) = (call.take(MIN), call.take(MAX));
            if min >= max {
                return Err(super::drawing::EMPTY_RANGE);
            }
            if !is_finite(min, max) {
                return Err(Failure::fixed("the range from `min` to `max` must be finite"));
            }
            Ok(Value::float(between(min, max, super::drawing::number(generator)?))
                .unwrap_or_default())
        }))
    }),
    examples: &[
        example("A share", "share = random_float(0.0, 1.0)\nshare >= 0.0 && share < 1.0", "true"),
        fails("Nothing between", "random_float!(1.0, to_float!(\"0.5\"))", "greater than `min`"),
    ],
})
.reaches(&[Reach::Random]);

fn is_finite(min: f64, max: f64) -> bool {
    (max - min).is_finite()
}

/// The place in the range that the 53 high bits of `number` say, as many as a float can tell apart.
fn between(min: f64, max: f64, number: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    let share = (number >> 11) as f64 / (1_u64 << 53) as f64;
    let drawn = min + (max - min) * share;
    // Rounding may go up to `max`.
    if drawn < max { drawn } else { max.next_down().max(min) }
}

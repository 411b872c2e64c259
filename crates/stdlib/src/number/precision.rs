//! Rounding to a number of decimal places, shared by `ceil`, `floor` and `round`.

use vrlet_function::prelude::*;

/// The parameters of the functions that round.
pub(super) const VALUE: Arg<Value> = Arg::required("value", "The number.").kinds(NUMBER);
pub(super) const PRECISION: Arg<i64> = Arg::optional(
    "precision",
    "How many decimal places are kept; a negative number rounds to tens, hundreds, ….",
)
.default(Literal::Integer(0))
.after(VALUE);

/// Rounds a number that has been moved by the decimal places to keep; integers are round already.
pub(super) fn to_precision(call: &mut Call<'_>, round: fn(f64) -> f64) -> Value {
    match (call.take(VALUE), call.take(PRECISION)) {
        (Value::Float(number), precision) => {
            #[expect(
                clippy::cast_precision_loss,
                reason = "beyond a few hundred it does not matter"
            )]
            let scale = 10f64.powf(precision as f64);
            // Where the scale is infinite or nothing, VRL gives zero.
            Value::float(round(*number * scale) / scale).unwrap_or_else(zero)
        }
        (integer, _) => integer,
    }
}

fn zero() -> Value {
    Value::Float(Default::default())
}

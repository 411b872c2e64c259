//! Rounding to a number of decimal places.

use vrlet_function::prelude::*;

/// The second parameter of the functions that round.
pub(super) const PRECISION: Param = optional(
    "precision",
    INTEGER,
    "How many decimal places are kept; a negative number rounds to tens, hundreds, ….",
)
.default(Literal::Integer(0));

/// Rounds a number that has been moved by the decimal places to keep; integers are round already.
pub(super) fn to_precision(call: &mut Call<'_>, round: fn(f64) -> f64) -> Value {
    match call.unpack::<(Value, i64)>() {
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

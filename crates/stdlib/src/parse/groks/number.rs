//! Numbers of grok rules: whole ones are integers.

use vrlet_function::prelude::*;

/// A number: an integer, if it is a whole one.
pub(super) fn number_value(number: f64) -> Value {
    let whole = as_integer(number);
    if number.is_nan() || as_float(whole).total_cmp(&number).is_eq() || number == 0.0 {
        return Value::Integer(whole);
    }
    Value::float(number).unwrap_or_default()
}

#[expect(clippy::cast_possible_truncation, reason = "numbers beyond 64 bits become the last ones")]
pub(super) fn as_integer(number: f64) -> i64 {
    number as i64
}

#[expect(clippy::cast_precision_loss, reason = "what VRL does with large integers")]
pub(super) fn as_float(number: i64) -> f64 {
    number as f64
}

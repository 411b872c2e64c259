//! Arithmetic operators: integers wrap, floats never become NaN, strings are joined and repeated, objects
//! merged.

use ordered_float::NotNan;

use super::{MAX_RESULT, OperandError, Operator};
use crate::{MergeCache, Text, Value};

/// `left + right`
///
/// # Errors
/// For anything but two numbers, two strings, or a string and null; where the result is not a number
/// or longer than [`MAX_RESULT`].
#[inline]
pub fn add(left: Value, right: Value) -> Result<Value, OperandError> {
    match (left, right) {
        (Value::Integer(left), Value::Integer(right)) => {
            Ok(Value::Integer(left.wrapping_add(right)))
        }
        (Value::Bytes(left), Value::Bytes(right)) => join(left, &right),
        (Value::Bytes(text), Value::Null) | (Value::Null, Value::Bytes(text)) => {
            Ok(Value::Bytes(text))
        }
        (left, right) => on_floats(Operator::Add, &left, &right, |left, right| left + right),
    }
}

/// `left - right`
///
/// # Errors
/// For anything but two numbers, and where the result is not a number.
#[inline]
pub fn subtract(left: &Value, right: &Value) -> Result<Value, OperandError> {
    match (left, right) {
        (Value::Integer(left), Value::Integer(right)) => {
            Ok(Value::Integer(left.wrapping_sub(*right)))
        }
        _ => on_floats(Operator::Subtract, left, right, |left, right| left - right),
    }
}

/// `left * right`
///
/// # Errors
/// For anything but two numbers or a string and an integer; where the result is not a number or longer
/// than [`MAX_RESULT`].
#[inline]
pub fn multiply(left: &Value, right: &Value) -> Result<Value, OperandError> {
    match (left, right) {
        (Value::Integer(left), Value::Integer(right)) => {
            Ok(Value::Integer(left.wrapping_mul(*right)))
        }
        (Value::Bytes(text), Value::Integer(count))
        | (Value::Integer(count), Value::Bytes(text)) => repeat(text, *count),
        _ => on_floats(Operator::Multiply, left, right, |left, right| left * right),
    }
}

/// `left / right`, always a float
///
/// # Errors
/// For anything but two numbers, where the divisor is zero, and where the result is not a number.
#[inline]
pub fn divide(left: &Value, right: &Value) -> Result<Value, OperandError> {
    refuse_zero(Operator::Divide, right)?;
    on_floats(Operator::Divide, left, right, |left, right| left / right)
}

/// `mod(left, right)`, with the sign of `left`
///
/// # Errors
/// For anything but two numbers, where the divisor is zero, and where the result is not a number.
#[inline]
pub fn remainder(left: &Value, right: &Value) -> Result<Value, OperandError> {
    refuse_zero(Operator::Remainder, right)?;
    match (left, right) {
        (Value::Integer(left), Value::Integer(right)) => {
            Ok(Value::Integer(left.wrapping_rem(*right)))
        }
        _ => on_floats(Operator::Remainder, left, right, |left, right| left % right),
    }
}

/// `left | right`, a shallow merge in which `right` wins; the site's cache makes it fast
///
/// # Errors
/// For anything but two objects.
#[inline]
pub fn merge(left: Value, right: Value, cache: &mut MergeCache) -> Result<Value, OperandError> {
    match (left, right) {
        (Value::Object(mut left), Value::Object(right)) => {
            left.merge_cached(right, cache);
            Ok(Value::Object(left))
        }
        (left, right) => Err(OperandError::kinds(Operator::Merge, &left, &right)),
    }
}

/// The number as a float, if it is one.
#[expect(clippy::cast_precision_loss, reason = "the language computes mixed numbers as floats")]
pub(super) fn as_float(value: &Value) -> Option<NotNan<f64>> {
    match value {
        Value::Integer(number) => NotNan::new(*number as f64).ok(),
        Value::Float(number) => Some(**number),
        _ => None,
    }
}

fn on_floats(
    operator: Operator,
    left: &Value,
    right: &Value,
    compute: impl FnOnce(f64, f64) -> f64,
) -> Result<Value, OperandError> {
    let (Some(left), Some(right)) = (as_float(left), as_float(right)) else {
        return Err(OperandError::kinds(operator, left, right));
    };
    Value::float(compute(*left, *right)).ok_or_else(|| OperandError::not_a_number(operator))
}

fn refuse_zero(operator: Operator, divisor: &Value) -> Result<(), OperandError> {
    let zero = match divisor {
        Value::Integer(number) => *number == 0,
        Value::Float(number) => **number == 0.0,
        _ => false,
    };
    if zero { Err(OperandError::division_by_zero(operator)) } else { Ok(()) }
}

fn join(mut left: Text, right: &Text) -> Result<Value, OperandError> {
    if left.len().saturating_add(right.len()) > MAX_RESULT {
        return Err(OperandError::too_long(Operator::Add));
    }
    left.append(right);
    Ok(Value::Bytes(left))
}

fn repeat(text: &Text, count: i64) -> Result<Value, OperandError> {
    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
    if text.len().saturating_mul(count) > MAX_RESULT {
        return Err(OperandError::too_long(Operator::Multiply));
    }
    Ok(Value::Bytes(text.repeat(count)))
}

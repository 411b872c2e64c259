//! Comparison operators: equality and order.

use std::cmp::Ordering;

use super::calculate::as_float;
use super::{OperandError, Operator};
use crate::Value;

/// `left == right`: two numbers are compared as floats, but only here on top; inside of containers, and
/// for all other values, kinds must agree.
#[must_use]
#[inline]
pub fn equals(left: &Value, right: &Value) -> bool {
    match (as_float(left), as_float(right)) {
        (Some(left), Some(right)) => left == right,
        _ => left == right,
    }
}

/// `left < right`
///
/// # Errors
/// For anything but two numbers, two strings or two timestamps.
#[inline]
pub fn less(left: &Value, right: &Value) -> Result<bool, OperandError> {
    order(Operator::Less, left, right).map(Ordering::is_lt)
}

/// `left <= right`
///
/// # Errors
/// For anything but two numbers, two strings or two timestamps.
#[inline]
pub fn less_or_equal(left: &Value, right: &Value) -> Result<bool, OperandError> {
    order(Operator::LessOrEqual, left, right).map(Ordering::is_le)
}

/// `left > right`
///
/// # Errors
/// For anything but two numbers, two strings or two timestamps.
#[inline]
pub fn greater(left: &Value, right: &Value) -> Result<bool, OperandError> {
    order(Operator::Greater, left, right).map(Ordering::is_gt)
}

/// `left >= right`
///
/// # Errors
/// For anything but two numbers, two strings or two timestamps.
#[inline]
pub fn greater_or_equal(left: &Value, right: &Value) -> Result<bool, OperandError> {
    order(Operator::GreaterOrEqual, left, right).map(Ordering::is_ge)
}

/// Two integers are ordered exactly, an integer and a float as floats.
#[inline]
fn order(operator: Operator, left: &Value, right: &Value) -> Result<Ordering, OperandError> {
    match (left, right) {
        (Value::Integer(left), Value::Integer(right)) => Ok(left.cmp(right)),
        (Value::Bytes(left), Value::Bytes(right)) => Ok(left.cmp(right)),
        (Value::Timestamp(left), Value::Timestamp(right)) => Ok(left.cmp(right)),
        _ => match (as_float(left), as_float(right)) {
            (Some(left), Some(right)) => Ok(left.cmp(&right)),
            _ => Err(OperandError::kinds(operator, left, right)),
        },
    }
}

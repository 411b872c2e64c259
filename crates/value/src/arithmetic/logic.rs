//! Truth values of `&&`, `||` and `!`: what counts as false.
//!
//! `&&` and `||` skip their right side, so the machine asks about the left side first.

use super::{OperandError, Operator};
use crate::Value;

/// Whether `||` goes on to its right side after this value: null and `false` only.
#[must_use]
#[inline]
pub fn is_falsy(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Boolean(false))
}

/// Whether `&&` goes on to its right side after this value; if not, its result is `false`.
///
/// # Errors
/// For anything but a boolean or null.
#[inline]
pub fn is_true_for_and(left: &Value) -> Result<bool, OperandError> {
    match left {
        Value::Boolean(boolean) => Ok(*boolean),
        Value::Null => Ok(false),
        other => Err(OperandError::kind(Operator::And, other)),
    }
}

/// `left && right` of two values that are both there.
///
/// # Errors
/// Where the left side, or the right side of `true`, is neither a boolean nor null.
#[inline]
pub fn and(left: &Value, right: &Value) -> Result<bool, OperandError> {
    Ok(is_true_for_and(left)? && is_true_for_and(right)?)
}

/// `!operand`
///
/// # Errors
/// For anything but a boolean.
#[inline]
pub fn not(operand: &Value) -> Result<bool, OperandError> {
    match operand {
        Value::Boolean(boolean) => Ok(!boolean),
        other => Err(OperandError::kind(Operator::Not, other)),
    }
}

//! `Float`: a floating point number that may know the digits it was read from.
//!
//! JSON has numbers that no 64 bits hold: ids of twenty digits, decimals of thirty. To a program such a
//! number is the nearest float. Where it is only passed on it is written as it was read, which is why the
//! digits stay with the value itself: so they also survive being moved, copied or put into an array.

use std::fmt;
use std::ops::Deref;

use ordered_float::NotNan;
use triomphe::Arc;

/// A floating point number; never NaN, possibly infinite. Two are equal when their numbers are.
#[derive(Clone, Default)]
pub struct Float {
    number: NotNan<f64>,
    digits: Option<Arc<str>>,
}

impl Float {
    /// The number, unless it is NaN.
    #[must_use]
    pub fn new(number: f64) -> Option<Self> {
        NotNan::new(number).ok().map(Self::from)
    }

    /// The number that was read from JSON as `digits`, of which it is not more than the nearest.
    #[cold]
    pub(crate) fn with_digits(number: NotNan<f64>, digits: &str) -> Self {
        Self { number, digits: Some(Arc::from(digits)) }
    }

    /// The number in JSON as it was read, where the float is not the same number.
    #[must_use]
    pub fn digits(&self) -> Option<&str> {
        self.digits.as_deref()
    }
}

impl From<NotNan<f64>> for Float {
    fn from(number: NotNan<f64>) -> Self {
        Self { number, digits: None }
    }
}

impl Deref for Float {
    type Target = NotNan<f64>;

    fn deref(&self) -> &NotNan<f64> {
        &self.number
    }
}

impl PartialEq for Float {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Float {}

impl fmt::Display for Float {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.digits {
            Some(digits) => f.write_str(digits),
            None => self.number.fmt(f),
        }
    }
}

impl fmt::Debug for Float {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.digits {
            Some(digits) => write!(f, "{:?} ({digits})", self.number),
            None => self.number.fmt(f),
        }
    }
}

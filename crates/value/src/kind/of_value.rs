//! The kind of a value that exists: constants, and tables in tests.

use super::{Collection, Kind, KindSet};
use crate::Value;

impl KindSet {
    /// The kind of a value, without a look inside collections.
    #[must_use]
    pub const fn of_value(value: &Value) -> Self {
        match value {
            Value::Null => Self::NULL,
            Value::Boolean(_) => Self::BOOLEAN,
            Value::Integer(_) => Self::INTEGER,
            Value::Float(_) => Self::FLOAT,
            Value::Timestamp(_) => Self::TIMESTAMP,
            Value::Regex(_) => Self::REGEX,
            Value::Bytes(_) => Self::BYTES,
            Value::Array(_) => Self::ARRAY,
            Value::Object(_) => Self::OBJECT,
        }
    }

    /// Whether a value is of one of the kinds.
    #[must_use]
    pub const fn contains_value(self, value: &Value) -> bool {
        self.intersects(Self::of_value(value))
    }
}

impl Kind {
    /// The kind of a value, all that is in it known.
    #[must_use]
    pub fn of_value(value: &Value) -> Self {
        match value {
            Value::Array(array) => {
                Self::array(Collection::of_elements(array.iter().map(Self::of_value)))
            }
            Value::Object(object) => {
                let fields = object.iter().map(|(key, value)| (key.clone(), Self::of_value(value)));
                Self::object(Collection::of_fields(fields))
            }
            scalar => Self::from(KindSet::of_value(scalar)),
        }
    }
}

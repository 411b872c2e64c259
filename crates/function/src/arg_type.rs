//! The types that a body can take an argument as, and the kinds of each.

use chrono::{DateTime, Utc};
use vrlet_value::{Array, KindSet, Object, Regex, Text, Value};

/// A type that an argument can be taken as.
///
/// The checker or a guard has seen to the kind, so there is nothing to fail: `Option` takes null as
/// `None`, `f64` takes integers too.
pub trait ArgType {
    /// The kinds that are taken as this type.
    const KINDS: KindSet;

    /// Whether null is taken too: an argument that may be left out and has no default.
    const NULLABLE: bool = false;

    /// Takes the argument.
    fn from_value(value: Value) -> Self;
}

macro_rules! from_value {
    ($($type:ty: $kinds:ident, $pattern:pat => $result:expr;)+) => {
        $(impl ArgType for $type {
            const KINDS: KindSet = KindSet::$kinds;

            #[inline]
            fn from_value(value: Value) -> Self {
                match value {
                    $pattern => $result,
                    other => unreachable!("checked: {} where {} was declared", other.kind_name(), stringify!($type)),
                }
            }
        })+
    };
}

from_value! {
    bool: BOOLEAN, Value::Boolean(boolean) => boolean;
    i64: INTEGER, Value::Integer(number) => number;
    Text: BYTES, Value::Bytes(text) => text;
    Regex: REGEX, Value::Regex(regex) => regex;
    DateTime<Utc>: TIMESTAMP, Value::Timestamp(time) => time;
    Array: ARRAY, Value::Array(array) => array;
    Object: OBJECT, Value::Object(object) => object;
}

impl ArgType for Value {
    const KINDS: KindSet = KindSet::ANY;
    const NULLABLE: bool = true;

    #[inline]
    fn from_value(value: Value) -> Self {
        value
    }
}

impl ArgType for f64 {
    const KINDS: KindSet = KindSet::INTEGER.or(KindSet::FLOAT);

    #[expect(clippy::cast_precision_loss, reason = "what VRL does with large integers")]
    #[inline]
    fn from_value(value: Value) -> Self {
        match value {
            Value::Float(number) => number.into_inner(),
            Value::Integer(number) => number as Self,
            other => unreachable!("checked: {} where a number was declared", other.kind_name()),
        }
    }
}

impl<T: ArgType> ArgType for Option<T> {
    const KINDS: KindSet = T::KINDS;
    const NULLABLE: bool = true;

    #[inline]
    fn from_value(value: Value) -> Self {
        if value.is_null() { None } else { Some(T::from_value(value)) }
    }
}

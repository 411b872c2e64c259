//! Arguments as the types that a body wants.

use chrono::{DateTime, Utc};
use vrlet_value::{Array, Object, Regex, Text, Value};

/// A type that an argument can be taken as.
///
/// The checker or a guard has seen to the kind, so there is nothing to fail: `Option` takes null as
/// `None`, `f64` takes integers too.
pub trait FromValue {
    /// Takes the argument.
    fn from_value(value: Value) -> Self;
}

macro_rules! from_value {
    ($($type:ty: $pattern:pat => $result:expr;)+) => {
        $(impl FromValue for $type {
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
    bool: Value::Boolean(boolean) => boolean;
    i64: Value::Integer(number) => number;
    Text: Value::Bytes(text) => text;
    Regex: Value::Regex(regex) => regex;
    DateTime<Utc>: Value::Timestamp(time) => time;
    Array: Value::Array(array) => array;
    Object: Value::Object(object) => object;
}

impl FromValue for Value {
    fn from_value(value: Value) -> Self {
        value
    }
}

impl FromValue for f64 {
    #[expect(clippy::cast_precision_loss, reason = "what VRL does with large integers")]
    fn from_value(value: Value) -> Self {
        match value {
            Value::Float(number) => number.into_inner(),
            Value::Integer(number) => number as Self,
            other => unreachable!("checked: {} where a number was declared", other.kind_name()),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Self {
        if value.is_null() { None } else { Some(T::from_value(value)) }
    }
}

/// A tuple of such types: the leading arguments of a call.
pub trait Unpack {
    /// Takes the arguments in order.
    fn unpack(arguments: &mut [Value]) -> Self;
}

macro_rules! unpack {
    ($($name:ident $index:tt),+) => {
        impl<$($name: FromValue),+> Unpack for ($($name,)+) {
            fn unpack(arguments: &mut [Value]) -> Self {
                ($($name::from_value(std::mem::take(&mut arguments[$index])),)+)
            }
        }
    };
}

unpack!(A 0);
unpack!(A 0, B 1);
unpack!(A 0, B 1, C 2);
unpack!(A 0, B 1, C 2, D 3);
unpack!(A 0, B 1, C 2, D 3, E 4);
unpack!(A 0, B 1, C 2, D 3, E 4, F 5);
unpack!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
unpack!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
unpack!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
unpack!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);

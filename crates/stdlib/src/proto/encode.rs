//! Encodes objects as messages, fields in the order of their numbers, maps in the order of their keys: the
//! same object always makes the same bytes.

use chrono::{DateTime, Utc};
use prost_reflect::prost::encoding::{self as wire, WireType};
use prost_reflect::{FieldDescriptor, Kind as Type, MessageDescriptor};
use vrlet_function::prelude::*;

use super::scalar::{self, ConversionError};

/// How deep messages may be nested; most readers accept no more.
const DEEPEST: u32 = 100;

/// The name of the message that a point in time is.
const TIMESTAMP: &str = "google.protobuf.Timestamp";

/// The bytes of the message that an object says; `lossy` allows scalars where strings are expected.
pub(crate) fn encode(
    message_type: &MessageDescriptor,
    value: &Value,
    lossy: bool,
) -> Result<Value, Failure> {
    let Value::Object(object) = value else {
        let kind = value.kind_name();
        return Err(Failure::new(format!("the value is an object, not of kind {kind}")));
    };
    let mut out = Vec::new();
    let writer = Writer { lossy };
    writer.fields(message_type, object, 0, &mut out).map_err(
        |ConversionError { path, message }| Failure::new(format!("field `{path}`: {message}")),
    )?;
    Ok(Value::Bytes(Text::from_vec(out)))
}

struct Writer {
    lossy: bool,
}

/// Writes values with the codec of their type. A field that is no list and whose absence means its default
/// is left out where it has that.
macro_rules! values {
    ($field:ident, $values:ident, $out:ident, $codec:ident, $read:expr) => {{
        let name = stringify!($codec);
        let read = $values.iter().map(|value| $read(value, name)).collect::<Result<Vec<_>, _>>()?;
        if $field.is_list() || $field.supports_presence() || !are_default(&read) {
            wire::$codec::encode_repeated($field.number(), &read, $out);
        }
    }};
}

/// The same for numbers, of which lists can be packed.
macro_rules! numbers {
    ($field:ident, $values:ident, $is_list:ident, $out:ident, $codec:ident, $read:expr) => {{
        if $field.is_packed() && $is_list {
            let name = stringify!($codec);
            let read =
                $values.iter().map(|value| $read(value, name)).collect::<Result<Vec<_>, _>>()?;
            wire::$codec::encode_packed($field.number(), &read, $out);
        } else {
            values!($field, $values, $out, $codec, $read);
        }
    }};
}

fn are_default<T: Default + PartialEq>(values: &[T]) -> bool {
    values.iter().all(|value| *value == T::default())
}

impl Writer {
    fn fields(
        &self,
        message_type: &MessageDescriptor,
        object: &Object,
        depth: u32,
        out: &mut Vec<u8>,
    ) -> Result<(), ConversionError> {
        if depth > DEEPEST {
            let message = format!("messages are nested deeper than {DEEPEST} levels");
            return Err(ConversionError::new(message));
        }
        let set =
            |field: &FieldDescriptor| object.get(field.name()).filter(|value| !value.is_null());
        for field in message_type.fields() {
            let Some(value) = set(&field) else { continue };
            let start = out.len();
            let written = if field.is_map() {
                self.map(&field, value, depth, out)
            } else {
                self.field(&field, value, depth, out)
            };
            written.map_err(|unfit| unfit.inside(field.name()))?;
            // Of a choice only one can be set; as in VRL it is the one of the largest number.
            let is_outdone = field.containing_oneof().is_some_and(|choice| {
                choice
                    .fields()
                    .any(|other| other.number() > field.number() && set(&other).is_some())
            });
            if is_outdone {
                out.truncate(start);
            }
        }
        Ok(())
    }

    /// Writes a list, of which a single value is one, or a field that is none.
    fn field(
        &self,
        field: &FieldDescriptor,
        value: &Value,
        depth: u32,
        out: &mut Vec<u8>,
    ) -> Result<(), ConversionError> {
        let values = match value {
            Value::Array(items) if field.is_list() => &**items,
            value => std::slice::from_ref(value),
        };
        match field.kind() {
            Type::Message(message_type) => values
                .iter()
                .try_for_each(|value| self.message(field, &message_type, value, depth + 1, out)),
            kind => self.scalars(field, &kind, values, matches!(value, Value::Array(_)), out),
        }
    }

    fn scalars(
        &self,
        field: &FieldDescriptor,
        kind: &Type,
        values: &[Value],
        is_list: bool,
        out: &mut Vec<u8>,
    ) -> Result<(), ConversionError> {
        match kind {
            Type::Double => numbers!(field, values, is_list, out, double, scalar::double),
            Type::Float => numbers!(field, values, is_list, out, float, scalar::float),
            Type::Int32 => numbers!(field, values, is_list, out, int32, scalar::integer),
            Type::Int64 => numbers!(field, values, is_list, out, int64, scalar::int64),
            Type::Uint32 => numbers!(field, values, is_list, out, uint32, scalar::integer),
            Type::Uint64 => numbers!(field, values, is_list, out, uint64, scalar::unsigned),
            Type::Sint32 => numbers!(field, values, is_list, out, sint32, scalar::integer),
            Type::Sint64 => numbers!(field, values, is_list, out, sint64, scalar::integer),
            Type::Fixed32 => numbers!(field, values, is_list, out, fixed32, scalar::integer),
            Type::Fixed64 => numbers!(field, values, is_list, out, fixed64, scalar::unsigned),
            Type::Sfixed32 => numbers!(field, values, is_list, out, sfixed32, scalar::integer),
            Type::Sfixed64 => numbers!(field, values, is_list, out, sfixed64, scalar::integer),
            Type::Bool => numbers!(field, values, is_list, out, bool, scalar::boolean),
            Type::String if self.lossy => values!(field, values, out, string, scalar::lossy_string),
            Type::String => values!(field, values, out, string, scalar::string),
            Type::Bytes => values!(field, values, out, bytes, scalar::bytes),
            Type::Enum(symbols) => {
                let read = |value: &Value, _| scalar::symbol(value, symbols);
                numbers!(field, values, is_list, out, int32, read);
            }
            Type::Message(_) => unreachable!("checked: messages are written by `message`"),
        }
        Ok(())
    }

    fn message(
        &self,
        field: &FieldDescriptor,
        message_type: &MessageDescriptor,
        value: &Value,
        depth: u32,
        out: &mut Vec<u8>,
    ) -> Result<(), ConversionError> {
        let name = message_type.full_name();
        let object = match value {
            Value::Object(object) => object,
            Value::Timestamp(time) if name == TIMESTAMP => &point_in_time(time),
            other => {
                return Err(ConversionError::expected(
                    format_args!("an object for `{name}`"),
                    other,
                ));
            }
        };
        if field.is_group() {
            wire::encode_key(field.number(), WireType::StartGroup, out);
            self.fields(message_type, object, depth, out)?;
            wire::encode_key(field.number(), WireType::EndGroup, out);
        } else {
            let mut inside = Vec::new();
            self.fields(message_type, object, depth, &mut inside)?;
            delimited(field.number(), &inside, out);
        }
        Ok(())
    }

    /// Writes a map, which is a list of messages of a key and a value.
    fn map(
        &self,
        field: &FieldDescriptor,
        value: &Value,
        depth: u32,
        out: &mut Vec<u8>,
    ) -> Result<(), ConversionError> {
        let (Value::Object(entries), Type::Message(entry)) = (value, field.kind()) else {
            return Err(ConversionError::expected("an object", value));
        };
        let (key_field, value_field) = (entry.map_entry_key_field(), entry.map_entry_value_field());
        for (key, value) in entries.sorted() {
            let mut inside = Vec::new();
            let written = match &**key {
                key if key_field.kind() == Type::Bool && !matches!(key, "true" | "false") => {
                    Err(ConversionError::new(format!(
                        "expected a key `true` or `false`, found `{key}`"
                    )))
                }
                _ if value.is_null() => Err(ConversionError::expected("a value", value)),
                _ => self
                    .field(&key_field, &Value::from(key), depth, &mut inside)
                    .and_then(|()| self.field(&value_field, value, depth, &mut inside)),
            };
            written.map_err(|unfit| unfit.inside(key))?;
            delimited(field.number(), &inside, out);
        }
        Ok(())
    }
}

fn delimited(number: u32, inside: &[u8], out: &mut Vec<u8>) {
    wire::encode_key(number, WireType::LengthDelimited, out);
    wire::encode_varint(inside.len() as u64, out);
    out.extend_from_slice(inside);
}

/// A point in time as the object that its message is.
fn point_in_time(time: &DateTime<Utc>) -> Object {
    let fields = [("seconds", time.timestamp()), ("nanos", time.timestamp_subsec_nanos().into())];
    fields.into_iter().map(|(name, number)| (Key::from_static(name), number.into())).collect()
}

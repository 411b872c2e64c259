//! Encodes objects as messages, fields in the order of their numbers, maps in the order of their keys: the
//! same object always makes the same bytes.

use chrono::{DateTime, Utc};
use vrlet_function::prelude::*;

use super::field_error::FieldError;
use super::message_type::MessageType;
use super::scalar;
use super::schema::{Field, MapEntry, Message, Schema, Type};
use super::wire::{DEEPEST, WireType, too_deep, write_delimited, write_key, write_varint};

/// The name of the message that a point in time is.
const TIMESTAMP: &str = "google.protobuf.Timestamp";

/// The bytes of the message that an object says; `lossy` allows scalars where strings are expected.
pub(crate) fn encode(
    message_type: &MessageType,
    value: &Value,
    lossy: bool,
) -> Result<Value, Failure> {
    let Value::Object(object) = value else {
        let kind = value.kind_name();
        return Err(Failure::new(format!("the value is an object, not of kind {kind}")));
    };
    let mut out = Vec::new();
    let writer = Writer { schema: message_type.schema(), lossy };
    writer
        .fields(message_type.message(), object, 0, &mut out)
        .map_err(|error| Failure::new(error.to_string()))?;
    Ok(Value::Bytes(Text::from_vec(out)))
}

#[derive(Clone, Copy)]
struct Writer<'s> {
    schema: &'s Schema,
    lossy: bool,
}

impl Writer<'_> {
    fn fields(
        self,
        message: &Message,
        object: &Object,
        depth: u32,
        out: &mut Vec<u8>,
    ) -> Result<(), FieldError> {
        if depth > DEEPEST {
            return Err(too_deep());
        }
        let set = |field: &Field| object.get(&field.name).filter(|value| !value.is_null());
        for field in &message.fields {
            let Some(value) = set(field) else { continue };
            let start = out.len();
            let written = match self.schema.map_entry(field) {
                Some(entry) => self.map(field, entry, value, depth, out),
                None => self.field(field, value, depth, out),
            };
            written.map_err(|error| error.inside(&field.name))?;
            // Of a choice only one can be set; as in VRL it is the one of the largest number.
            let is_outdone = field.choice.is_some()
                && message.fields.iter().any(|other| {
                    other.choice == field.choice
                        && other.number > field.number
                        && set(other).is_some()
                });
            if is_outdone {
                out.truncate(start);
            }
        }
        Ok(())
    }

    /// Writes a list, of which a single value is one, or a field that is none.
    fn field(
        self,
        field: &Field,
        value: &Value,
        depth: u32,
        out: &mut Vec<u8>,
    ) -> Result<(), FieldError> {
        let values = match value {
            Value::Array(items) if field.is_repeated => &**items,
            value => std::slice::from_ref(value),
        };
        if let Some(message) = self.schema.message_of(field) {
            return values
                .iter()
                .try_for_each(|value| self.message(field, message, value, depth + 1, out));
        }
        if field.is_packed && matches!(value, Value::Array(_)) {
            let mut inside = Vec::new();
            for value in values {
                self.scalar(field.kind, value, &mut inside)?;
            }
            if !inside.is_empty() {
                write_delimited(field.number, &inside, out);
            }
            return Ok(());
        }
        for value in values {
            let start = out.len();
            write_key(field.number, field.kind.wire_type(), out);
            let is_default = self.scalar(field.kind, value, out)?;
            // Where its absence means the default, that is left out.
            if is_default && !field.is_repeated && !field.has_presence {
                out.truncate(start);
            }
        }
        Ok(())
    }

    /// Writes a value without its key, and says whether it is what an absent one means.
    fn scalar(self, kind: Type, value: &Value, out: &mut Vec<u8>) -> Result<bool, FieldError> {
        let name = kind.name();
        Ok(match kind {
            Type::Double => {
                let number = scalar::double(value, name)?;
                out.extend(number.to_le_bytes());
                number == 0.0
            }
            Type::Float => {
                let number = scalar::float(value, name)?;
                out.extend(number.to_le_bytes());
                number == 0.0
            }
            Type::Int32 => varint(scalar::integer::<i32>(value, name)?.into(), out),
            Type::Int64 => varint(scalar::int64(value, name)?, out),
            Type::Uint32 => varint(scalar::integer::<u32>(value, name)?.into(), out),
            Type::Uint64 => varint(scalar::unsigned(value, name)?.cast_signed(), out),
            Type::Sint32 => varint(zigzag(scalar::integer::<i32>(value, name)?.into()), out),
            Type::Sint64 => varint(zigzag(scalar::integer(value, name)?), out),
            Type::Fixed32 => fixed(scalar::integer::<u32>(value, name)?.to_le_bytes(), out),
            Type::Fixed64 => fixed(scalar::unsigned(value, name)?.to_le_bytes(), out),
            Type::Sfixed32 => fixed(scalar::integer::<i32>(value, name)?.to_le_bytes(), out),
            Type::Sfixed64 => fixed(scalar::integer::<i64>(value, name)?.to_le_bytes(), out),
            Type::Bool => varint(scalar::boolean(value, name)?.into(), out),
            Type::String if self.lossy => text(scalar::lossy_string(value, name)?.as_bytes(), out),
            Type::String => text(scalar::string(value, name)?.as_bytes(), out),
            Type::Bytes => text(&scalar::bytes(value, name)?, out),
            Type::Enum(index) => {
                varint(scalar::symbol(value, &self.schema.enums[index])?.into(), out)
            }
            Type::Message(_) | Type::Group(_) => {
                unreachable!("checked: messages are written by `message`")
            }
        })
    }

    fn message(
        self,
        field: &Field,
        message: &Message,
        value: &Value,
        depth: u32,
        out: &mut Vec<u8>,
    ) -> Result<(), FieldError> {
        let name = &message.full_name;
        let object = match value {
            Value::Object(object) => object,
            Value::Timestamp(time) if name == TIMESTAMP => &point_in_time(time),
            other => {
                return Err(FieldError::expected(format_args!("an object for `{name}`"), other));
            }
        };
        if matches!(field.kind, Type::Group(_)) {
            write_key(field.number, WireType::StartGroup, out);
            self.fields(message, object, depth, out)?;
            write_key(field.number, WireType::EndGroup, out);
        } else {
            let mut inside = Vec::new();
            self.fields(message, object, depth, &mut inside)?;
            write_delimited(field.number, &inside, out);
        }
        Ok(())
    }

    /// Writes a map, which is a list of messages of a key and a value.
    fn map(
        self,
        field: &Field,
        entry: MapEntry<'_>,
        value: &Value,
        depth: u32,
        out: &mut Vec<u8>,
    ) -> Result<(), FieldError> {
        let Value::Object(entries) = value else {
            return Err(FieldError::expected("an object", value));
        };
        for (key, value) in entries.sorted() {
            let mut inside = Vec::new();
            let written = match &**key {
                key if entry.key.kind == Type::Bool && !matches!(key, "true" | "false") => {
                    Err(FieldError::new(format!("expected a key `true` or `false`, found `{key}`")))
                }
                _ if value.is_null() => Err(FieldError::expected("a value", value)),
                _ => self
                    .field(entry.key, &Value::from(key), depth, &mut inside)
                    .and_then(|()| self.field(entry.value, value, depth, &mut inside)),
            };
            written.map_err(|error| error.inside(key))?;
            write_delimited(field.number, &inside, out);
        }
        Ok(())
    }
}

fn varint(number: i64, out: &mut Vec<u8>) -> bool {
    write_varint(number.cast_unsigned(), out);
    number == 0
}

fn fixed<const N: usize>(bytes: [u8; N], out: &mut Vec<u8>) -> bool {
    out.extend(bytes);
    bytes == [0; N]
}

fn text(bytes: &[u8], out: &mut Vec<u8>) -> bool {
    write_varint(bytes.len() as u64, out);
    out.extend_from_slice(bytes);
    bytes.is_empty()
}

/// A signed number as it is written: 0, -1, 1, -2, … as 0, 1, 2, 3, …
fn zigzag(number: i64) -> i64 {
    (number << 1) ^ (number >> 63)
}

/// A point in time as the object that its message is.
fn point_in_time(time: &DateTime<Utc>) -> Object {
    let fields = [("seconds", time.timestamp()), ("nanos", time.timestamp_subsec_nanos().into())];
    fields.into_iter().map(|(name, number)| (Key::from_static(name), number.into())).collect()
}

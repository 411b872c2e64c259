//! Decodes messages into objects.

use prost_reflect::{
    DynamicMessage, FieldDescriptor, Kind as Type, MapKey, MessageDescriptor, Value as Proto,
};
use vrlet_function::prelude::*;

/// The object that the bytes of a message say.
pub(crate) fn decode(message_type: &MessageDescriptor, bytes: &[u8]) -> Result<Value, Failure> {
    let message = DynamicMessage::decode(message_type.clone(), bytes).map_err(|error| {
        let name = message_type.full_name();
        Failure::new(format!("the bytes are no message of type `{name}`: {error}"))
    })?;
    object(&message)
}

fn object(message: &DynamicMessage) -> Result<Value, Failure> {
    let fields =
        message.fields().map(|(field, value)| Ok((Key::from(field.name()), whole(&field, value)?)));
    Ok(fields.collect::<Result<Object, Failure>>()?.into())
}

/// The value of a field, be it a list, a map or a single one.
fn whole(field: &FieldDescriptor, value: &Proto) -> Result<Value, Failure> {
    match (value, field.kind()) {
        (Proto::List(items), kind) => {
            Ok(items.iter().map(|item| single(&kind, item)).collect::<Result<Vec<_>, _>>()?.into())
        }
        (Proto::Map(entries), Type::Message(entry)) => {
            let kind = entry.map_entry_value_field().kind();
            let mut entries: Vec<_> = entries.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            let fields =
                entries.into_iter().map(|(key, value)| Ok((name(key), single(&kind, value)?)));
            Ok(fields.collect::<Result<Object, Failure>>()?.into())
        }
        (value, kind) => single(&kind, value),
    }
}

fn single(kind: &Type, value: &Proto) -> Result<Value, Failure> {
    Ok(match value {
        Proto::Bool(boolean) => Value::Boolean(*boolean),
        Proto::I32(number) => Value::Integer(i64::from(*number)),
        Proto::U32(number) => Value::Integer(i64::from(*number)),
        Proto::I64(number) => Value::Integer(*number),
        Proto::U64(number) => Value::Integer(number.cast_signed()),
        Proto::F32(number) => float(f64::from(*number))?,
        Proto::F64(number) => float(*number)?,
        Proto::String(text) => text.as_str().into(),
        Proto::Bytes(bytes) => Value::Bytes(Text::from_bytes(bytes)),
        Proto::EnumNumber(number) => symbol(kind, *number)?,
        Proto::Message(message) => object(message)?,
        Proto::List(_) | Proto::Map(_) => {
            unreachable!("checked: a list or a map is a whole field, no single value")
        }
    })
}

fn float(number: f64) -> Result<Value, Failure> {
    Value::float(number).ok_or(Failure::fixed("a number is NaN, which no value can be"))
}

/// The name of an enum's number.
fn symbol(kind: &Type, number: i32) -> Result<Value, Failure> {
    let Type::Enum(symbols) = kind else {
        unreachable!("checked: only a field of an enum holds its numbers")
    };
    let symbol = symbols.get_value(number).ok_or_else(|| {
        let name = symbols.full_name();
        Failure::new(format!("the enum `{name}` has no name for {number}"))
    })?;
    Ok(symbol.name().into())
}

fn name(key: &MapKey) -> Key {
    match key {
        MapKey::Bool(boolean) => Key::from(boolean.to_string()),
        MapKey::I32(number) => Key::from(number.to_string()),
        MapKey::I64(number) => Key::from(number.to_string()),
        MapKey::U32(number) => Key::from(number.to_string()),
        MapKey::U64(number) => Key::from(number.to_string()),
        MapKey::String(text) => Key::from(text.as_str()),
    }
}

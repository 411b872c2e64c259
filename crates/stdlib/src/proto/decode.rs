//! Decodes messages into objects of the fields that are set.
//!
//! The bytes may say a field more than once: the last value counts, lists grow, messages are merged. So
//! all of them are read before the first becomes a value.

use std::collections::BTreeMap;

use vrlet_function::prelude::*;

use super::descriptor_set::truncated;
use super::field_error::FieldError;
use super::message_type::MessageType;
use super::schema::{Field, MapEntry, Message, Schema, Type};
use super::wire::{DEEPEST, Raw, Reader, WireType, too_deep};

/// The object that the bytes of a message say.
pub(crate) fn decode(message_type: &MessageType, bytes: &[u8]) -> Result<Value, Failure> {
    let schema = message_type.schema();
    let message = message_type.message();
    let mut fields = Fields::new();
    let mut reader = Reader::new(bytes);
    Decoder { schema }.fields(message, &mut reader, None, 0, &mut fields).map_err(|error| {
        let name = &message.full_name;
        Failure::new(format!("the bytes are no message of type `{name}`: {error}"))
    })?;
    object(schema, message, &fields)
}

/// The fields of a message by their numbers.
type Fields<'a> = BTreeMap<u32, Found<'a>>;

/// What a field holds.
enum Found<'a> {
    Single(Item<'a>),
    List(Vec<Item<'a>>),
    Map(BTreeMap<MapKey<'a>, Item<'a>>),
}

/// A value, or an element of a list or a map.
enum Item<'a> {
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Bytes(&'a [u8]),
    Symbol(i32),
    Message(Fields<'a>),
}

/// The key of a map's element, in the order of its type.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum MapKey<'a> {
    Boolean(bool),
    Signed(i64),
    Unsigned(u64),
    Text(&'a str),
}

#[derive(Clone, Copy)]
struct Decoder<'s> {
    schema: &'s Schema,
}

impl Decoder<'_> {
    /// Reads fields up to the end, or that of the group of a number.
    fn fields<'a>(
        self,
        message: &Message,
        reader: &mut Reader<'a>,
        group: Option<u32>,
        depth: u32,
        into: &mut Fields<'a>,
    ) -> Result<(), FieldError> {
        if depth > DEEPEST {
            return Err(too_deep());
        }
        while !reader.is_empty() || group.is_some() {
            let (number, raw) = reader.field()?;
            if raw == Raw::EndGroup && group == Some(number) {
                break;
            }
            match message.field(number) {
                None => reader.skip(number, raw, depth)?,
                Some(field) => {
                    if field.choice.is_some() {
                        let others = |other: &Field| {
                            other.choice == field.choice && other.number != field.number
                        };
                        into.retain(|number, _| !message.field(*number).is_some_and(others));
                    }
                    self.field(field, raw, reader, depth, into)
                        .map_err(|error| error.inside(&field.name))?;
                }
            }
        }
        Ok(())
    }

    fn field<'a>(
        self,
        field: &Field,
        raw: Raw<'a>,
        reader: &mut Reader<'a>,
        depth: u32,
        into: &mut Fields<'a>,
    ) -> Result<(), FieldError> {
        if let Some(entry) = self.schema.map_entry(field) {
            let (key, value) = self.entry(entry, raw, depth + 1)?;
            let found = into.entry(field.number).or_insert_with(|| Found::Map(BTreeMap::new()));
            if let Found::Map(entries) = found {
                entries.insert(key, value);
            }
        } else if field.is_repeated {
            let mut items = Vec::new();
            match raw {
                Raw::Delimited(bytes) if field.kind.is_packable() => {
                    let mut packed = Reader::new(bytes);
                    while !packed.is_empty() {
                        let raw = unpacked(field.kind, &mut packed)?;
                        items.push(scalar(field.kind, raw)?);
                    }
                }
                raw => items.push(self.item(field, raw, reader, depth, Fields::new())?),
            }
            let found = into.entry(field.number).or_insert_with(|| Found::List(Vec::new()));
            if let Found::List(list) = found {
                list.append(&mut items);
            }
        } else {
            let before = match into.remove(&field.number) {
                Some(Found::Single(Item::Message(fields))) => fields,
                _ => Fields::new(),
            };
            let item = self.item(field, raw, reader, depth, before)?;
            into.insert(field.number, Found::Single(item));
        }
        Ok(())
    }

    /// Reads one value; a message is merged into `before`.
    fn item<'a>(
        self,
        field: &Field,
        raw: Raw<'a>,
        reader: &mut Reader<'a>,
        depth: u32,
        mut before: Fields<'a>,
    ) -> Result<Item<'a>, FieldError> {
        match (field.kind, raw) {
            (Type::Message(index), Raw::Delimited(bytes)) => {
                let message = &self.schema.messages[index];
                self.fields(message, &mut Reader::new(bytes), None, depth + 1, &mut before)?;
                Ok(Item::Message(before))
            }
            (Type::Group(index), Raw::StartGroup) => {
                let message = &self.schema.messages[index];
                self.fields(message, reader, Some(field.number), depth + 1, &mut before)?;
                Ok(Item::Message(before))
            }
            (kind, raw) => scalar(kind, raw),
        }
    }

    /// Reads the key and the value of a map's element.
    fn entry<'a>(
        self,
        MapEntry { message, key, value }: MapEntry<'_>,
        raw: Raw<'a>,
        depth: u32,
    ) -> Result<(MapKey<'a>, Item<'a>), FieldError> {
        let Raw::Delimited(bytes) = raw else { return Err(another_type("map")) };
        let mut fields = Fields::new();
        self.fields(message, &mut Reader::new(bytes), None, depth, &mut fields)?;
        let mut single = |field: &Field| match fields.remove(&field.number) {
            Some(Found::Single(item)) => item,
            _ => self.default(field),
        };
        Ok((map_key(key.kind, &single(key)), single(value)))
    }

    /// What a field is that is not set.
    fn default<'a>(self, field: &Field) -> Item<'a> {
        match field.kind {
            Type::Double | Type::Float => Item::Float(0.0),
            Type::Int32
            | Type::Int64
            | Type::Uint32
            | Type::Uint64
            | Type::Sint32
            | Type::Sint64
            | Type::Fixed32
            | Type::Fixed64
            | Type::Sfixed32
            | Type::Sfixed64 => Item::Integer(0),
            Type::Bool => Item::Boolean(false),
            Type::String | Type::Bytes => Item::Bytes(b""),
            Type::Enum(index) => Item::Symbol(self.schema.enums[index].default),
            Type::Message(_) | Type::Group(_) => Item::Message(Fields::new()),
        }
    }
}

/// The next element of a list that is written as one field.
fn unpacked<'a>(kind: Type, reader: &mut Reader<'a>) -> Result<Raw<'a>, FieldError> {
    match kind.wire_type() {
        WireType::Eight => reader.fixed().map(Raw::Eight),
        WireType::Four => reader.fixed().map(Raw::Four),
        WireType::Varint | WireType::Delimited | WireType::StartGroup | WireType::EndGroup => {
            reader.varint().map(Raw::Varint)
        }
    }
}

fn scalar(kind: Type, raw: Raw<'_>) -> Result<Item<'_>, FieldError> {
    Ok(match (kind, raw) {
        (Type::Double, Raw::Eight(bytes)) => Item::Float(f64::from_le_bytes(bytes)),
        (Type::Float, Raw::Four(bytes)) => Item::Float(f64::from(f32::from_le_bytes(bytes))),
        (Type::Int32, Raw::Varint(number)) => Item::Integer(i64::from(truncated(number))),
        (Type::Int64 | Type::Uint64, Raw::Varint(number)) => Item::Integer(number.cast_signed()),
        (Type::Uint32, Raw::Varint(number)) => {
            Item::Integer(i64::from(truncated(number).cast_unsigned()))
        }
        (Type::Sint32, Raw::Varint(number)) => {
            Item::Integer(zigzag(u64::from(truncated(number).cast_unsigned())))
        }
        (Type::Sint64, Raw::Varint(number)) => Item::Integer(zigzag(number)),
        (Type::Fixed32, Raw::Four(bytes)) => Item::Integer(i64::from(u32::from_le_bytes(bytes))),
        (Type::Sfixed32, Raw::Four(bytes)) => Item::Integer(i64::from(i32::from_le_bytes(bytes))),
        (Type::Fixed64 | Type::Sfixed64, Raw::Eight(bytes)) => {
            Item::Integer(i64::from_le_bytes(bytes))
        }
        (Type::Bool, Raw::Varint(number)) => Item::Boolean(number != 0),
        (Type::Enum(_), Raw::Varint(number)) => Item::Symbol(truncated(number)),
        (Type::Bytes, Raw::Delimited(bytes)) => Item::Bytes(bytes),
        (Type::String, Raw::Delimited(bytes)) => match str::from_utf8(bytes) {
            Ok(_) => Item::Bytes(bytes),
            Err(_) => return Err(FieldError::new("a string that is not UTF-8")),
        },
        (kind, _) => return Err(another_type(kind.name())),
    })
}

fn another_type(declared: &str) -> FieldError {
    FieldError::new(format!("expected what is declared, of type `{declared}`, found another type"))
}

/// A signed number as it is written: 0, -1, 1, -2, …
fn zigzag(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

fn map_key<'a>(kind: Type, item: &Item<'a>) -> MapKey<'a> {
    match (kind, item) {
        (Type::Uint64 | Type::Fixed64, Item::Integer(number)) => {
            MapKey::Unsigned(number.cast_unsigned())
        }
        (_, Item::Integer(number)) => MapKey::Signed(*number),
        (_, Item::Boolean(boolean)) => MapKey::Boolean(*boolean),
        (_, Item::Bytes(bytes)) => MapKey::Text(str::from_utf8(bytes).unwrap_or_default()),
        // No descriptor set of `protoc` has such keys.
        (_, Item::Float(_) | Item::Symbol(_) | Item::Message(_)) => MapKey::Text(""),
    }
}

fn object(schema: &Schema, message: &Message, fields: &Fields<'_>) -> Result<Value, Failure> {
    let fields = fields.iter().filter_map(|(number, found)| Some((message.field(*number)?, found)));
    let set = fields.filter(|(field, found)| match found {
        Found::Single(item) => field.has_presence || !is_default(item),
        Found::List(items) => !items.is_empty(),
        Found::Map(entries) => !entries.is_empty(),
    });
    let values = set
        .map(|(field, found)| Ok((Key::from(field.name.as_str()), whole(schema, field, found)?)));
    Ok(values.collect::<Result<Object, Failure>>()?.into())
}

fn is_default(item: &Item<'_>) -> bool {
    match item {
        Item::Boolean(boolean) => !boolean,
        Item::Integer(number) => *number == 0,
        Item::Float(number) => *number == 0.0,
        Item::Bytes(bytes) => bytes.is_empty(),
        Item::Symbol(number) => *number == 0,
        Item::Message(_) => false,
    }
}

/// The value of a field, be it a list, a map or a single one.
fn whole(schema: &Schema, field: &Field, found: &Found<'_>) -> Result<Value, Failure> {
    match found {
        Found::Single(item) => single(schema, field, item),
        Found::List(items) => {
            let items = items.iter().map(|item| single(schema, field, item));
            Ok(items.collect::<Result<Vec<_>, _>>()?.into())
        }
        Found::Map(entries) => {
            let value = schema.map_entry(field).map_or(field, |entry| entry.value);
            let fields =
                entries.iter().map(|(key, item)| Ok((name(key), single(schema, value, item)?)));
            Ok(fields.collect::<Result<Object, Failure>>()?.into())
        }
    }
}

fn single(schema: &Schema, field: &Field, item: &Item<'_>) -> Result<Value, Failure> {
    Ok(match (item, field.kind) {
        (Item::Symbol(number), Type::Enum(index)) => {
            let symbols = &schema.enums[index];
            let name = symbols.name(*number).ok_or_else(|| {
                let name = &symbols.full_name;
                Failure::new(format!("the enum `{name}` has no name for {number}"))
            })?;
            name.into()
        }
        (Item::Message(fields), Type::Message(index) | Type::Group(index)) => {
            object(schema, &schema.messages[index], fields)?
        }
        (Item::Symbol(_) | Item::Message(_), _) => {
            unreachable!("checked: an item is of the type of its field")
        }
        (Item::Boolean(boolean), _) => Value::Boolean(*boolean),
        (Item::Integer(number), _) => Value::Integer(*number),
        (Item::Float(number), _) => {
            Value::float(*number).ok_or(Failure::fixed("a number is NaN, which no value can be"))?
        }
        (Item::Bytes(bytes), _) => Value::Bytes(Text::from_bytes(bytes)),
    })
}

fn name(key: &MapKey<'_>) -> Key {
    match key {
        MapKey::Boolean(boolean) => Key::from(boolean.to_string()),
        MapKey::Signed(number) => Key::from(number.to_string()),
        MapKey::Unsigned(number) => Key::from(number.to_string()),
        MapKey::Text(text) => Key::from(*text),
    }
}

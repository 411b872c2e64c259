//! The types that a descriptor set declares: messages with their fields, enums with their names.

use super::wire::WireType;

/// Every message and every enum of a descriptor set.
#[derive(Debug)]
pub(super) struct Schema {
    pub messages: Vec<Message>,
    pub enums: Vec<Symbols>,
}

/// A type of messages.
#[derive(Debug)]
pub(super) struct Message {
    /// With the package and the messages that it stands in.
    pub full_name: String,
    /// In the order of their numbers.
    pub fields: Vec<Field>,
    /// Whether it is what an element of a map is written as: field 1 is the key, field 2 the value.
    pub is_map_entry: bool,
}

/// A field of a message.
#[derive(Debug)]
pub(super) struct Field {
    pub name: String,
    pub number: u32,
    pub kind: Type,
    pub is_repeated: bool,
    /// Whether the elements of a list of numbers are written as one.
    pub is_packed: bool,
    /// Whether a field that is set to its default differs from one that is not set.
    pub has_presence: bool,
    /// The choice of its message that it belongs to.
    pub choice: Option<i32>,
}

/// What a field, or an element of it, is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Type {
    Double,
    Float,
    Int32,
    Int64,
    Uint32,
    Uint64,
    Sint32,
    Sint64,
    Fixed32,
    Fixed64,
    Sfixed32,
    Sfixed64,
    Bool,
    String,
    Bytes,
    /// The index of an enum.
    Enum(usize),
    /// The index of a message.
    Message(usize),
    /// The index of a message that is written between two keys.
    Group(usize),
}

/// An enum: numbers and their names, in the order of the numbers.
#[derive(Debug)]
pub(super) struct Symbols {
    pub full_name: String,
    pub values: Vec<(i32, String)>,
    /// The number that was declared first.
    pub default: i32,
}

impl Schema {
    /// The message that a field holds one or many of.
    pub(super) fn message_of(&self, field: &Field) -> Option<&Message> {
        let (Type::Message(index) | Type::Group(index)) = field.kind else { return None };
        self.messages.get(index)
    }

    /// The message that the elements of a map are written as.
    pub(super) fn map_entry(&self, field: &Field) -> Option<MapEntry<'_>> {
        let entry = self.message_of(field).filter(|message| message.is_map_entry)?;
        let (key, value) = (entry.field(1)?, entry.field(2)?);
        field.is_repeated.then_some(MapEntry { message: entry, key, value })
    }
}

/// The key and the value of a map's elements.
#[derive(Clone, Copy)]
pub(super) struct MapEntry<'a> {
    pub message: &'a Message,
    pub key: &'a Field,
    pub value: &'a Field,
}

impl Message {
    /// The field of a number.
    pub(super) fn field(&self, number: u32) -> Option<&Field> {
        let index = self.fields.binary_search_by_key(&number, |field| field.number).ok()?;
        self.fields.get(index)
    }
}

impl Symbols {
    /// The name of a number.
    pub(super) fn name(&self, number: i32) -> Option<&str> {
        let (_, name) = self.values.iter().find(|(own, _)| *own == number)?;
        Some(name)
    }
}

impl Type {
    /// The word of the language.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Double => "double",
            Self::Float => "float",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::Uint32 => "uint32",
            Self::Uint64 => "uint64",
            Self::Sint32 => "sint32",
            Self::Sint64 => "sint64",
            Self::Fixed32 => "fixed32",
            Self::Fixed64 => "fixed64",
            Self::Sfixed32 => "sfixed32",
            Self::Sfixed64 => "sfixed64",
            Self::Bool => "bool",
            Self::String => "string",
            Self::Bytes => "bytes",
            Self::Enum(_) => "enum",
            Self::Message(_) => "message",
            Self::Group(_) => "group",
        }
    }

    /// How a value of it is written.
    pub(super) fn wire_type(self) -> WireType {
        match self {
            Self::Double | Self::Fixed64 | Self::Sfixed64 => WireType::Eight,
            Self::Float | Self::Fixed32 | Self::Sfixed32 => WireType::Four,
            Self::String | Self::Bytes | Self::Message(_) => WireType::Delimited,
            Self::Group(_) => WireType::StartGroup,
            Self::Int32
            | Self::Int64
            | Self::Uint32
            | Self::Uint64
            | Self::Sint32
            | Self::Sint64
            | Self::Bool
            | Self::Enum(_) => WireType::Varint,
        }
    }

    /// Whether a list of it can be written as one field.
    pub(super) fn is_packable(self) -> bool {
        !matches!(self, Self::String | Self::Bytes | Self::Message(_) | Self::Group(_))
    }
}

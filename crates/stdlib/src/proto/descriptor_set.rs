//! From the bytes of a descriptor set, which is a message of protocol buffers itself, to the types that it
//! declares.

use std::collections::HashMap;

use super::field_error::FieldError;
use super::schema::{Field, Message, Schema, Symbols, Type};
use super::wire::{DEEPEST, Raw, Reader, too_deep};

/// The largest number that a field can have.
const LAST_FIELD: u64 = (1 << 29) - 1;

/// Reads a descriptor set.
pub(super) fn read(bytes: &[u8]) -> Result<Schema, FieldError> {
    let mut declarations = Declarations {
        schema: Schema { messages: Vec::new(), enums: Vec::new() },
        named: HashMap::new(),
        references: Vec::new(),
    };
    each(bytes, |number, raw| match number {
        1 => declarations.file(delimited(raw)?),
        _ => Ok(()),
    })?;
    declarations.resolve()
}

/// What was read so far.
struct Declarations<'a> {
    schema: Schema,
    named: HashMap<String, Type>,
    references: Vec<Reference<'a>>,
}

/// A field whose type is declared elsewhere.
struct Reference<'a> {
    message: usize,
    field: usize,
    type_name: &'a str,
}

/// How a file is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Proto2,
    Proto3,
}

impl<'a> Declarations<'a> {
    fn file(&mut self, bytes: &'a [u8]) -> Result<(), FieldError> {
        let (mut package, mut syntax) = ("", Syntax::Proto2);
        let (mut messages, mut enums) = (Vec::new(), Vec::new());
        each(bytes, |number, raw| {
            match number {
                2 => package = text(raw)?,
                4 => messages.push(delimited(raw)?),
                5 => enums.push(delimited(raw)?),
                12 => {
                    syntax = match text(raw)? {
                        "" | "proto2" => Syntax::Proto2,
                        "proto3" => Syntax::Proto3,
                        other => {
                            return Err(FieldError::new(format!(
                                "expected the syntax `proto2` or `proto3`, found `{other}`"
                            )));
                        }
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        enums.into_iter().try_for_each(|bytes| self.symbols(package, bytes))?;
        messages.into_iter().try_for_each(|bytes| self.message(package, bytes, syntax, 0))
    }

    fn message(
        &mut self,
        scope: &str,
        bytes: &'a [u8],
        syntax: Syntax,
        depth: u32,
    ) -> Result<(), FieldError> {
        if depth > DEEPEST {
            return Err(too_deep());
        }
        let (mut name, mut is_map_entry) = ("", false);
        let (mut fields, mut messages, mut enums) = (Vec::new(), Vec::new(), Vec::new());
        each(bytes, |number, raw| {
            match number {
                1 => name = text(raw)?,
                2 => fields.push(delimited(raw)?),
                3 => messages.push(delimited(raw)?),
                4 => enums.push(delimited(raw)?),
                7 => {
                    each(delimited(raw)?, |number, raw| {
                        if number == 7 {
                            is_map_entry = varint(raw)? != 0;
                        }
                        Ok(())
                    })?;
                }
                _ => {}
            }
            Ok(())
        })?;
        let full_name = qualified(scope, name);
        let index = self.schema.messages.len();
        self.declare(&full_name, Type::Message(index))?;
        let fields = fields.into_iter().map(|bytes| field(bytes, syntax));
        let mut fields =
            fields.collect::<Result<Vec<_>, _>>().map_err(|error| error.inside(name))?;
        fields.sort_by_key(|(field, _)| field.number);
        if let Some([(one, _), (other, _)]) =
            fields.array_windows().find(|[(one, _), (other, _)]| one.number == other.number)
        {
            let (one, other) = (&one.name, &other.name);
            return Err(FieldError::new(format!(
                "the fields `{one}` and `{other}` of `{full_name}` have the same number"
            )));
        }
        self.references.extend(fields.iter().enumerate().filter_map(|(at, (_, type_name))| {
            type_name.map(|type_name| Reference { message: index, field: at, type_name })
        }));
        let fields = fields.into_iter().map(|(field, _)| field).collect();
        self.schema.messages.push(Message { full_name: full_name.clone(), fields, is_map_entry });
        enums.into_iter().try_for_each(|bytes| self.symbols(&full_name, bytes))?;
        messages
            .into_iter()
            .try_for_each(|bytes| self.message(&full_name, bytes, syntax, depth + 1))
    }

    fn symbols(&mut self, scope: &str, bytes: &[u8]) -> Result<(), FieldError> {
        let (mut name, mut values) = ("", Vec::new());
        each(bytes, |number, raw| {
            match number {
                1 => name = text(raw)?,
                2 => {
                    let (mut name, mut own) = ("", 0);
                    each(delimited(raw)?, |number, raw| {
                        match number {
                            1 => name = text(raw)?,
                            2 => own = integer(raw)?,
                            _ => {}
                        }
                        Ok(())
                    })?;
                    values.push((own, name.to_owned()));
                }
                _ => {}
            }
            Ok(())
        })?;
        let default = values.first().map_or(0, |(number, _)| *number);
        values.sort_by_key(|(number, _)| *number);
        let full_name = qualified(scope, name);
        self.declare(&full_name, Type::Enum(self.schema.enums.len()))?;
        self.schema.enums.push(Symbols { full_name, values, default });
        Ok(())
    }

    fn declare(&mut self, full_name: &str, named: Type) -> Result<(), FieldError> {
        match self.named.insert(full_name.to_owned(), named) {
            None => Ok(()),
            Some(_) => Err(FieldError::new(format!("`{full_name}` is declared twice"))),
        }
    }

    /// Gives the fields the types that they name.
    fn resolve(mut self) -> Result<Schema, FieldError> {
        for Reference { message, field, type_name } in self.references {
            let Message { full_name: scope, fields, .. } = &mut self.schema.messages[message];
            let field = &mut fields[field];
            let found = scopes(scope, type_name).find_map(|name| self.named.get(&name));
            field.kind = match (field.kind, found) {
                (Type::Group(_), Some(Type::Message(index))) => Type::Group(*index),
                (_, Some(found)) => *found,
                (_, None) => {
                    let name = type_name.trim_start_matches('.');
                    return Err(FieldError::new(format!(
                        "the type `{name}` is not declared in it"
                    ))
                    .inside(&field.name));
                }
            };
            field.has_presence |= matches!(field.kind, Type::Message(_) | Type::Group(_));
            field.has_presence &= !field.is_repeated || field.choice.is_some();
            field.is_packed &= field.kind.is_packable();
        }
        Ok(self.schema)
    }
}

/// A field, and the name of its type where that is declared.
fn field(bytes: &[u8], syntax: Syntax) -> Result<(Field, Option<&str>), FieldError> {
    let (mut name, mut own, mut label, mut kind, mut type_name) = ("", 0, 0, 0, None);
    let (mut packed, mut choice, mut is_optional) = (syntax == Syntax::Proto3, None, false);
    each(bytes, |number, raw| {
        match number {
            1 => name = text(raw)?,
            3 => own = varint(raw)?,
            4 => label = varint(raw)?,
            5 => kind = varint(raw)?,
            6 => type_name = Some(text(raw)?),
            8 => each(delimited(raw)?, |number, raw| {
                if number == 2 {
                    packed = varint(raw)? != 0;
                }
                Ok(())
            })?,
            9 => choice = Some(integer(raw)?),
            17 => is_optional = varint(raw)? != 0,
            _ => {}
        }
        Ok(())
    })?;
    let number = u32::try_from(own)
        .ok()
        .filter(|_| (1..=LAST_FIELD).contains(&own))
        .ok_or_else(|| FieldError::new(format!("{own} is no number of a field")).inside(name))?;
    let kind = match (kind, type_name) {
        (1, _) => Type::Double,
        (2, _) => Type::Float,
        (3, _) => Type::Int64,
        (4, _) => Type::Uint64,
        (5, _) => Type::Int32,
        (6, _) => Type::Fixed64,
        (7, _) => Type::Fixed32,
        (8, _) => Type::Bool,
        (9, _) => Type::String,
        (10, Some(_)) => Type::Group(0),
        (0 | 11, Some(_)) => Type::Message(0),
        (12, _) => Type::Bytes,
        (13, _) => Type::Uint32,
        (14, Some(_)) => Type::Enum(0),
        (15, _) => Type::Sfixed32,
        (16, _) => Type::Sfixed64,
        (17, _) => Type::Sint32,
        (18, _) => Type::Sint64,
        _ => return Err(FieldError::new("expected a type").inside(name)),
    };
    let type_name =
        type_name.filter(|_| matches!(kind, Type::Enum(_) | Type::Message(_) | Type::Group(_)));
    let is_repeated = label == 3;
    let field = Field {
        name: name.to_owned(),
        number,
        kind,
        is_repeated,
        is_packed: packed && is_repeated && kind.is_packable(),
        has_presence: is_optional || choice.is_some() || (!is_repeated && syntax == Syntax::Proto2),
        choice,
    };
    Ok((field, type_name))
}

/// The full names that a name can stand for inside of a message, the nearest first.
fn scopes<'a>(scope: &'a str, name: &'a str) -> impl Iterator<Item = String> + 'a {
    let absolute = name.strip_prefix('.');
    let outer = std::iter::successors(Some(scope), |scope| {
        (!scope.is_empty()).then(|| scope.rsplit_once('.').map_or("", |(outer, _)| outer))
    });
    let relative = outer.filter(move |_| absolute.is_none());
    absolute.map(str::to_owned).into_iter().chain(relative.map(|scope| qualified(scope, name)))
}

fn qualified(scope: &str, name: &str) -> String {
    if scope.is_empty() { name.to_owned() } else { format!("{scope}.{name}") }
}

/// Hands the fields of a message on.
fn each<'a>(
    bytes: &'a [u8],
    mut take: impl FnMut(u32, Raw<'a>) -> Result<(), FieldError>,
) -> Result<(), FieldError> {
    let mut reader = Reader::new(bytes);
    while !reader.is_empty() {
        let (number, raw) = reader.field()?;
        match raw {
            Raw::StartGroup | Raw::EndGroup => reader.skip(number, raw, 0)?,
            Raw::Varint(_) | Raw::Eight(_) | Raw::Delimited(_) | Raw::Four(_) => take(number, raw)?,
        }
    }
    Ok(())
}

fn delimited(raw: Raw<'_>) -> Result<&[u8], FieldError> {
    match raw {
        Raw::Delimited(bytes) => Ok(bytes),
        Raw::Varint(_) | Raw::Eight(_) | Raw::StartGroup | Raw::EndGroup | Raw::Four(_) => {
            Err(FieldError::new("expected bytes with a length"))
        }
    }
}

fn text(raw: Raw<'_>) -> Result<&str, FieldError> {
    str::from_utf8(delimited(raw)?).map_err(|_| FieldError::new("a name is not UTF-8"))
}

fn varint(raw: Raw<'_>) -> Result<u64, FieldError> {
    match raw {
        Raw::Varint(number) => Ok(number),
        Raw::Eight(_) | Raw::Delimited(_) | Raw::StartGroup | Raw::EndGroup | Raw::Four(_) => {
            Err(FieldError::new("expected a number"))
        }
    }
}

/// A number of 32 bits, which is written as one of 64 where it is negative.
fn integer(raw: Raw<'_>) -> Result<i32, FieldError> {
    varint(raw).map(truncated)
}

/// The lowest 32 bits.
pub(super) fn truncated(number: u64) -> i32 {
    let [a, b, c, d, ..] = number.to_le_bytes();
    i32::from_le_bytes([a, b, c, d])
}

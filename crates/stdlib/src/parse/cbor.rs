//! The CBOR decoder (RFC 8949): from bytes straight to values.

use vrlet_function::prelude::*;

/// How deep arrays and maps may be nested.
const DEEPEST: usize = 127;

/// How many elements memory is reserved for before they are there.
const RESERVED: usize = 1024;

const UNKNOWN: &str = "a simple value is none of those that are known";

/// The majors of items: the upper three bits of their first byte.
mod major {
    pub const UNSIGNED: u8 = 0;
    pub const NEGATIVE: u8 = 1;
    pub const BYTES: u8 = 2;
    pub const TEXT: u8 = 3;
    pub const ARRAY: u8 = 4;
    pub const MAP: u8 = 5;
    pub const TAG: u8 = 6;
}

/// What follows the major where an item ends at a break, and the whole byte that is a break.
const INDEFINITE: u8 = 31;
const BREAK: u8 = 0xff;

/// The first value of some bytes; what follows it does not count.
pub(super) fn read(bytes: &[u8]) -> Result<Value, Failure> {
    Decoder { rest: bytes }.value(DEEPEST)
}

/// The bytes that are left.
struct Decoder<'a> {
    rest: &'a [u8],
}

impl<'a> Decoder<'a> {
    fn value(&mut self, depth: usize) -> Result<Value, Failure> {
        let (major, info) = self.head()?;
        Ok(match major {
            major::UNSIGNED => unsigned(self.argument(info)?)?,
            major::NEGATIVE => negative(self.argument(info)?)?,
            major::BYTES => Value::Bytes(Text::from_vec(self.string(major, info)?)),
            major::TEXT => text(self.string(major, info)?)?.into(),
            major::ARRAY => self.array(info, deeper(depth)?)?,
            major::MAP => self.map(info, deeper(depth)?)?,
            major::TAG => {
                return Err(Failure::fixed("a value is tagged, which has no meaning here"));
            }
            _ => self.simple(info)?,
        })
    }

    /// The first byte of an item, taken apart.
    fn head(&mut self) -> Result<(u8, u8), Failure> {
        let [byte] = self.take_array()?;
        Ok((byte >> 5, byte & 0x1f))
    }

    /// The number that stands in the first byte of an item or follows it.
    fn argument(&mut self, info: u8) -> Result<u64, Failure> {
        Ok(match info {
            0..24 => info.into(),
            24 => self.take_array().map(u8::from_be_bytes)?.into(),
            25 => self.take_array().map(u16::from_be_bytes)?.into(),
            26 => self.take_array().map(u32::from_be_bytes)?.into(),
            27 => self.take_array().map(u64::from_be_bytes)?,
            _ => return Err(no_cbor("an item has no length")),
        })
    }

    /// How many elements an item has; nothing where they end at a break.
    fn count(&mut self, info: u8) -> Result<Option<u64>, Failure> {
        if info == INDEFINITE { Ok(None) } else { self.argument(info).map(Some) }
    }

    /// The bytes of a string, which may come in pieces of the same major.
    fn string(&mut self, major: u8, info: u8) -> Result<Vec<u8>, Failure> {
        if let Some(length) = self.count(info)? {
            return Ok(self.take(length)?.to_vec());
        }
        let mut bytes = Vec::new();
        while !self.ends()? {
            let (piece, info) = self.head()?;
            if piece != major {
                return Err(no_cbor("a string has a piece of another kind"));
            }
            let length = self.argument(info)?;
            let piece = self.take(length)?;
            if major == major::TEXT {
                check_utf8(piece)?;
            }
            bytes.extend_from_slice(piece);
        }
        Ok(bytes)
    }

    fn array(&mut self, info: u8, depth: usize) -> Result<Value, Failure> {
        let count = self.count(info)?;
        let mut items = Vec::with_capacity(reserved(count));
        while !self.is_complete(count, items.len())? {
            items.push(self.value(depth)?);
        }
        Ok(items.into())
    }

    fn map(&mut self, info: u8, depth: usize) -> Result<Value, Failure> {
        let count = self.count(info)?;
        let mut fields = Object::with_capacity(reserved(count));
        let mut read = 0;
        while !self.is_complete(count, read)? {
            read += 1;
            let (major, info) = self.head()?;
            if major != major::TEXT {
                return Err(Failure::fixed("a map has a key that is no string"));
            }
            let key = text(self.string(major, info)?)?;
            fields.insert(Key::from(key), self.value(depth)?);
        }
        Ok(fields.into())
    }

    /// Booleans, null, and floats, which share a major.
    fn simple(&mut self, info: u8) -> Result<Value, Failure> {
        float(match info {
            20..24 => return constant(info),
            24 => return constant(u8::from_be_bytes(self.take_array()?)),
            25 => half(self.take_array().map(u16::from_be_bytes)?),
            26 => self.take_array().map(f32::from_be_bytes)?.into(),
            27 => self.take_array().map(f64::from_be_bytes)?,
            _ => return Err(no_cbor(UNKNOWN)),
        })
    }

    /// Whether an array or a map is read; the break at its end is taken.
    fn is_complete(&mut self, count: Option<u64>, read: usize) -> Result<bool, Failure> {
        match count {
            Some(count) => Ok(read as u64 == count),
            None => self.ends(),
        }
    }

    /// Takes the break, where it is next.
    fn ends(&mut self) -> Result<bool, Failure> {
        let ends = *self.rest.first().ok_or_else(too_short)? == BREAK;
        if ends {
            self.rest = &self.rest[1..];
        }
        Ok(ends)
    }

    fn take(&mut self, length: u64) -> Result<&'a [u8], Failure> {
        let parts = usize::try_from(length).ok().and_then(|at| self.rest.split_at_checked(at));
        let (bytes, rest) = parts.ok_or_else(too_short)?;
        self.rest = rest;
        Ok(bytes)
    }

    fn take_array<const N: usize>(&mut self) -> Result<[u8; N], Failure> {
        let (bytes, rest) = self.rest.split_first_chunk().ok_or_else(too_short)?;
        self.rest = rest;
        Ok(*bytes)
    }
}

/// A number; one beyond the range of `i64` is a float.
#[allow(clippy::cast_precision_loss, reason = "a float is as close as values come")]
fn unsigned(number: u64) -> Result<Value, Failure> {
    match i64::try_from(number) {
        Ok(number) => Ok(Value::Integer(number)),
        Err(_) => float(number as f64),
    }
}

/// -1 less the number.
fn negative(number: u64) -> Result<Value, Failure> {
    i64::try_from(number)
        .map(|number| Value::Integer(-1 - number))
        .map_err(|_| Failure::fixed("a negative number does not fit an integer of 64 bits"))
}

fn float(number: f64) -> Result<Value, Failure> {
    Value::float(number).ok_or(Failure::fixed("a number is NaN, which no value can be"))
}

fn text(bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|_| not_utf8())
}

fn check_utf8(bytes: &[u8]) -> Result<(), Failure> {
    std::str::from_utf8(bytes).map(drop).map_err(|_| not_utf8())
}

fn deeper(depth: usize) -> Result<usize, Failure> {
    depth.checked_sub(1).ok_or_else(|| no_cbor("arrays and maps are nested too deep"))
}

fn reserved(count: Option<u64>) -> usize {
    count.and_then(|count| usize::try_from(count).ok()).unwrap_or(0).min(RESERVED)
}

/// A boolean or null, which what CBOR calls undefined is too.
fn constant(number: u8) -> Result<Value, Failure> {
    match number {
        20 => Ok(false.into()),
        21 => Ok(true.into()),
        22 | 23 => Ok(Value::Null),
        _ => Err(no_cbor(UNKNOWN)),
    }
}

/// A float of 16 bits: a sign, five bits of exponent, ten of fraction.
fn half(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let size = match exponent {
        0 => fraction * 2_f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * 2_f64.powi(exponent - 25),
    };
    if bits >> 15 == 0 { size } else { -size }
}

fn too_short() -> Failure {
    no_cbor("they end within a value")
}

fn not_utf8() -> Failure {
    no_cbor("a text is not UTF-8")
}

fn no_cbor(reason: &'static str) -> Failure {
    Failure::new(format_args!("the bytes are no CBOR: {reason}"))
}

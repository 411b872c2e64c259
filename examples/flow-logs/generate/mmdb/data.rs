//! Values of the data section. Each begins with a control byte: the type in the upper three
//! bits, the size in the lower five. What was written once is pointed to from then on, so a
//! country that a hundred networks share stands in the file once.

use std::collections::HashMap;

const POINTER: u8 = 1;
const TEXT: u8 = 2;
const DOUBLE: u8 = 3;
const UINT16: u8 = 5;
const UINT32: u8 = 6;
const MAP: u8 = 7;
const UINT64: u8 = 9;
const ARRAY: u8 = 11;

/// The last type number that fits into three bits.
const LAST_SHORT_TYPE: u8 = 7;

/// A value that a record is made of.
pub enum Value {
    /// Text in UTF-8.
    Text(String),
    /// A floating-point number of 64 bits.
    Double(f64),
    /// An unsigned integer of 16 bits.
    Uint16(u16),
    /// An unsigned integer of 32 bits.
    Uint32(u32),
    /// An unsigned integer of 64 bits.
    Uint64(u64),
    /// Keys and their values.
    Map(Vec<(&'static str, Value)>),
    /// A list.
    Array(Vec<Value>),
}

impl Value {
    /// Text.
    pub fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    /// The value in bytes, without pointers.
    pub fn plain(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.encode(&mut bytes, &mut |value, bytes| bytes.extend_from_slice(&value.plain()));
        bytes
    }

    /// Writes the value; `nested` writes what is inside of a map or array.
    fn encode(&self, bytes: &mut Vec<u8>, nested: &mut impl FnMut(&Value, &mut Vec<u8>)) {
        match self {
            Value::Text(text) => {
                control(TEXT, text.len(), bytes);
                bytes.extend_from_slice(text.as_bytes());
            }
            Value::Double(number) => {
                control(DOUBLE, 8, bytes);
                bytes.extend_from_slice(&number.to_be_bytes());
            }
            Value::Uint16(number) => unsigned(UINT16, u64::from(*number), bytes),
            Value::Uint32(number) => unsigned(UINT32, u64::from(*number), bytes),
            Value::Uint64(number) => unsigned(UINT64, *number, bytes),
            Value::Map(entries) => {
                control(MAP, entries.len(), bytes);
                for (key, value) in entries {
                    nested(&Value::text(key), bytes);
                    nested(value, bytes);
                }
            }
            Value::Array(items) => {
                control(ARRAY, items.len(), bytes);
                items.iter().for_each(|item| nested(item, bytes));
            }
        }
    }
}

/// The data section, as it grows.
pub struct DataSection {
    bytes: Vec<u8>,
    /// Values written so far, by their plain bytes.
    offsets: HashMap<Vec<u8>, usize>,
}

impl DataSection {
    /// A section without values.
    pub fn new() -> DataSection {
        DataSection { bytes: Vec::new(), offsets: HashMap::new() }
    }

    /// What has been written.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The offset of a value, which is written unless it already was. Parts come before the
    /// whole, so a container holds nothing but pointers and values no longer than a pointer.
    pub fn add(&mut self, value: &Value) -> usize {
        let plain = value.plain();
        if let Some(offset) = self.offsets.get(&plain) {
            return *offset;
        }
        let mut bytes = Vec::new();
        value.encode(&mut bytes, &mut |part, bytes| self.refer(part, bytes));
        let offset = self.bytes.len();
        self.bytes.extend_from_slice(&bytes);
        self.offsets.insert(plain, offset);
        offset
    }

    /// Writes a pointer to the value, or the value itself where that is not longer.
    fn refer(&mut self, value: &Value, bytes: &mut Vec<u8>) {
        let plain = value.plain();
        let mut pointing = Vec::new();
        if plain.len() > 2 {
            pointer(self.add(value), &mut pointing);
        }
        let short = pointing.is_empty() || plain.len() <= pointing.len();
        bytes.extend_from_slice(if short { &plain } else { &pointing });
    }
}

/// The control byte, the type's second byte where it needs one, and the rest of the size.
fn control(kind: u8, size: usize, bytes: &mut Vec<u8>) {
    let (low, rest) = match size {
        0..29 => (size, Vec::new()),
        29..285 => (29, vec![(size - 29) as u8]),
        285..65_821 => (30, ((size - 285) as u16).to_be_bytes().to_vec()),
        _ => (31, ((size - 65_821) as u32).to_be_bytes()[1..].to_vec()),
    };
    if kind <= LAST_SHORT_TYPE {
        bytes.push(kind << 5 | low as u8);
    } else {
        bytes.extend_from_slice(&[low as u8, kind - LAST_SHORT_TYPE]);
    }
    bytes.extend_from_slice(&rest);
}

/// An unsigned integer, without its leading zero bytes.
fn unsigned(kind: u8, number: u64, bytes: &mut Vec<u8>) {
    let zeros = number.leading_zeros() as usize / 8;
    control(kind, 8 - zeros, bytes);
    bytes.extend_from_slice(&number.to_be_bytes()[zeros..]);
}

/// A pointer to an offset. Longer forms begin to count where the shorter ones end.
fn pointer(offset: usize, bytes: &mut Vec<u8>) {
    let (size, value, length) = match offset {
        0..2_048 => (0, offset, 2),
        2_048..526_336 => (1, offset - 2_048, 3),
        526_336..134_744_064 => (2, offset - 526_336, 4),
        _ => (3, offset, 5),
    };
    let start = bytes.len();
    bytes.extend_from_slice(&(value as u64).to_be_bytes()[8 - length..]);
    bytes[start] |= POINTER << 5 | size << 3;
}

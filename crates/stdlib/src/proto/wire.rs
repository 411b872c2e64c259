//! The wire format of protocol buffers: numbers of variable length, keys of fields, lengths.

use super::field_error::FieldError;

/// How deep messages may be nested; most readers accept no more.
pub(super) const DEEPEST: u32 = 100;

/// How the value of a field is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum WireType {
    Varint = 0,
    Eight = 1,
    Delimited = 2,
    StartGroup = 3,
    EndGroup = 4,
    Four = 5,
}

/// The value of a field as it is written, whatever its type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Raw<'a> {
    Varint(u64),
    Eight([u8; 8]),
    Delimited(&'a [u8]),
    StartGroup,
    EndGroup,
    Four([u8; 4]),
}

/// Reads bytes from the front.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The number and the value of the next field.
    pub(super) fn field(&mut self) -> Result<(u32, Raw<'a>), FieldError> {
        let key = u32::try_from(self.varint()?)
            .map_err(|_| FieldError::new("the number of a field is too large"))?;
        let number = key >> 3;
        if number == 0 {
            return Err(FieldError::new("a field has the number 0"));
        }
        let raw = match key & 7 {
            0 => Raw::Varint(self.varint()?),
            1 => Raw::Eight(self.fixed()?),
            2 => Raw::Delimited(self.delimited()?),
            3 => Raw::StartGroup,
            4 => Raw::EndGroup,
            5 => Raw::Four(self.fixed()?),
            _ => return Err(FieldError::new("a field is written in no way that there is")),
        };
        Ok((number, raw))
    }

    /// Passes over a field that nobody knows, which begins with `raw`.
    pub(super) fn skip(&mut self, number: u32, raw: Raw<'a>, depth: u32) -> Result<(), FieldError> {
        match raw {
            Raw::StartGroup if depth >= DEEPEST => Err(too_deep()),
            Raw::StartGroup => loop {
                match self.field()? {
                    (end, Raw::EndGroup) if end == number => break Ok(()),
                    (inner, raw) => self.skip(inner, raw, depth + 1)?,
                }
            },
            Raw::EndGroup => Err(FieldError::new("a group ends that does not begin")),
            Raw::Varint(_) | Raw::Eight(_) | Raw::Delimited(_) | Raw::Four(_) => Ok(()),
        }
    }

    /// A number of at most 64 bits, seven in a byte, the lowest first.
    pub(super) fn varint(&mut self) -> Result<u64, FieldError> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let [byte] = self.fixed()?;
            if shift == 63 && byte > 1 {
                break;
            }
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(FieldError::new("a number has more than 64 bits"))
    }

    /// So many bytes.
    pub(super) fn fixed<const N: usize>(&mut self) -> Result<[u8; N], FieldError> {
        let (bytes, rest) = self.rest.split_first_chunk().ok_or_else(cut_off)?;
        self.rest = rest;
        Ok(*bytes)
    }

    /// Bytes after their length.
    fn delimited(&mut self) -> Result<&'a [u8], FieldError> {
        let length = usize::try_from(self.varint()?).map_err(|_| cut_off())?;
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or_else(cut_off)?;
        self.rest = rest;
        Ok(bytes)
    }
}

fn cut_off() -> FieldError {
    FieldError::new("the bytes end too early")
}

pub(super) fn too_deep() -> FieldError {
    FieldError::new(format!("messages are nested deeper than {DEEPEST} levels"))
}

/// Writes what stands before the value of a field.
pub(super) fn write_key(number: u32, wire_type: WireType, out: &mut Vec<u8>) {
    write_varint(u64::from(number << 3 | wire_type as u32), out);
}

/// Writes a number of variable length.
pub(super) fn write_varint(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

/// Writes a field of bytes after their length.
pub(super) fn write_delimited(number: u32, bytes: &[u8], out: &mut Vec<u8>) {
    write_key(number, WireType::Delimited, out);
    write_varint(bytes.len() as u64, out);
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for number in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX >> 1, u64::MAX] {
            let mut bytes = Vec::new();
            write_varint(number, &mut bytes);
            let mut reader = Reader::new(&bytes);
            assert_eq!(reader.varint().expect("a number"), number);
            assert!(reader.is_empty());
        }
    }

    #[test]
    fn a_number_of_more_than_64_bits_is_refused() {
        let mut bytes = [0xff; 10];
        bytes[9] = 2;
        assert!(Reader::new(&bytes).varint().is_err());
        assert!(Reader::new(&[0x80; 11]).varint().is_err());
    }

    #[test]
    fn unknown_groups_are_passed_over_to_their_end() {
        let mut bytes = Vec::new();
        write_key(7, WireType::StartGroup, &mut bytes);
        write_delimited(1, b"inside", &mut bytes);
        write_key(7, WireType::EndGroup, &mut bytes);
        let mut reader = Reader::new(&bytes);
        let (number, raw) = reader.field().expect("a field");
        assert!(reader.skip(number, raw, 0).is_ok());
        assert!(reader.is_empty());
        let mut open = Reader::new(&bytes[..bytes.len() - 1]);
        let (number, raw) = open.field().expect("a field");
        assert!(open.skip(number, raw, 0).is_err());
    }
}

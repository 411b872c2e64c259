//! Hexadecimal encoding and decoding of bytes.

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Why a text does not say bytes.
pub(crate) enum HexError {
    /// A digit has no other.
    Odd,
    /// Something is no digit.
    NoDigit,
}

/// The digits of bytes, lower case.
pub(crate) fn lower(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        for digit in [byte >> 4, byte & 0xf] {
            text.push(char::from(DIGITS[usize::from(digit)]));
        }
    }
    text
}

/// The bytes that digits say, upper or lower case.
pub(crate) fn decode(text: &[u8]) -> Result<Vec<u8>, HexError> {
    let (pairs, []) = text.as_chunks::<2>() else { return Err(HexError::Odd) };
    let bytes = pairs.iter().map(|[high, low]| Some(value(*high)? << 4 | value(*low)?));
    bytes.collect::<Option<_>>().ok_or(HexError::NoDigit)
}

fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

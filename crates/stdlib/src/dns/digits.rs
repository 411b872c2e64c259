//! Bytes as digits.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn capital_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

pub(super) fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

/// Bytes as digits of five bits each, of the alphabet whose order is that of the bytes.
pub(super) fn base32(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHIJKLMNOPQRSTUV";
    let mut text = String::new();
    for chunk in bytes.chunks(5) {
        let bits = (0..5)
            .fold(0, |bits, at| bits << 8 | u64::from(chunk.get(at).copied().unwrap_or_default()));
        let count = (chunk.len() * 8).div_ceil(5);
        let digits = (0..count).map(|at| bits >> (35 - 5 * at) & 31);
        text.extend(digits.filter_map(|digit| Some(char::from(*DIGITS.get(digit as usize)?))));
    }
    text
}

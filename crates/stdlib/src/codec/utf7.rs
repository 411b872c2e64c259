//! UTF-7 (RFC 2152): ASCII, in which runs of Base64 after a `+` stand for UTF-16.

use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use encoding_rs::UTF_16BE;

/// The text that bytes say; what they can't say becomes U+FFFD.
pub(super) fn decode(mut bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    while let Some((first, rest)) = bytes.split_first() {
        bytes = rest;
        if *first == b'+' {
            let end = rest.iter().position(|byte| !is_base64(*byte)).unwrap_or(rest.len());
            let (run, rest) = rest.split_at(end);
            let without_minus = rest.strip_prefix(b"-");
            match without_minus {
                _ if !run.is_empty() => decode_run(run, &mut text),
                Some(_) => text.push('+'),
                None => text.push(char::REPLACEMENT_CHARACTER),
            }
            bytes = without_minus.unwrap_or(rest);
        } else if first.is_ascii() {
            text.push(char::from(*first));
        } else {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

/// Adds what a run of Base64 says, up to where it ends within a byte.
fn decode_run(run: &[u8], text: &mut String) {
    let readable = (0..=run.len())
        .rev()
        .find_map(|end| BASE64_STANDARD_NO_PAD.decode(&run[..end]).ok().map(|bytes| (end, bytes)));
    let (end, bytes) = readable.unwrap_or_default();
    text.push_str(&UTF_16BE.decode_without_bom_handling(&bytes).0);
    if end < run.len() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

//! Names of the DNS, as people write them and as they travel.

use std::fmt;

pub(super) const LONGEST_LABEL: usize = 63;
pub(super) const LONGEST_NAME: usize = 255;

/// A text is no name, with the reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NameError(&'static str);

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A name as it travels: labels after their lengths. A backslash takes the meaning from the character after
/// it, or stands with three digits for a byte; a dot at the end may be missing.
///
/// # Errors
/// Where the text is no name.
pub fn to_wire(text: &str) -> Result<Vec<u8>, NameError> {
    let mut wire = Vec::new();
    let mut label = Vec::new();
    let mut characters = text.chars();
    if text == "." {
        return Ok(vec![0]);
    }
    while let Some(character) = characters.next() {
        match character {
            '.' if label.is_empty() => return Err(NameError("a label is empty")),
            '.' => push(&mut wire, &mut label)?,
            '\\' => label.push(escaped(&mut characters)?),
            ' '..='~' => label.push(u8::try_from(character).unwrap_or_default()),
            _ => return Err(NameError("a character is not printable ASCII")),
        }
    }
    if !label.is_empty() {
        push(&mut wire, &mut label)?;
    }
    if wire.is_empty() {
        return Err(NameError("it is empty"));
    }
    wire.push(0);
    if wire.len() > LONGEST_NAME {
        return Err(NameError("it is longer than 255 bytes"));
    }
    Ok(wire)
}

/// Labels that are short, as they travel.
pub(super) fn wire_labels<'a>(labels: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut wire = Vec::new();
    for label in labels {
        let label = label.get(..LONGEST_LABEL).unwrap_or(label);
        wire.push(u8::try_from(label.len()).unwrap_or_default());
        wire.extend_from_slice(label.as_bytes());
    }
    wire
}

fn push(wire: &mut Vec<u8>, label: &mut Vec<u8>) -> Result<(), NameError> {
    let length = u8::try_from(label.len()).ok().filter(|length| *length <= 63);
    wire.push(length.ok_or(NameError("a label is longer than 63 bytes"))?);
    wire.append(label);
    Ok(())
}

/// The byte that stands after a backslash.
fn escaped(characters: &mut std::str::Chars<'_>) -> Result<u8, NameError> {
    const NO_ESCAPE: NameError = NameError("after a backslash stands a character or three digits");
    let first = characters.next().ok_or(NO_ESCAPE)?;
    let Some(digit) = first.to_digit(10) else {
        return u8::try_from(first)
            .ok()
            .filter(|byte| (b' '..=b'~').contains(byte))
            .ok_or(NO_ESCAPE);
    };
    let mut number = digit;
    for _ in 0..2 {
        let digit = characters.next().and_then(|character| character.to_digit(10));
        number = number * 10 + digit.ok_or(NO_ESCAPE)?;
    }
    u8::try_from(number).map_err(|_| NO_ESCAPE)
}

/// Appends a label as people write it.
pub(super) fn push_label(name: &mut String, label: &[u8]) {
    if !name.is_empty() {
        name.push('.');
    }
    push_escaped(name, label, |byte| matches!(byte, b' ' | b'.' | b'\\'));
}

/// Appends bytes with a backslash before those that have a meaning, and numbers for what is not printable.
pub(super) fn push_escaped(text: &mut String, bytes: &[u8], has_meaning: impl Fn(u8) -> bool) {
    for byte in bytes {
        match byte {
            byte if has_meaning(*byte) => text.extend(['\\', char::from(*byte)]),
            b' '..=b'~' => text.push(char::from(*byte)),
            byte => text.push_str(&format!("\\{byte:03}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::to_wire;

    #[test]
    fn labels_stand_after_their_lengths() {
        assert_eq!(to_wire("vrl.dev").as_deref(), Ok(&b"\x03vrl\x03dev\0"[..]));
        assert_eq!(to_wire("vrl.dev."), to_wire("vrl.dev"));
        assert_eq!(to_wire(".").as_deref(), Ok(&b"\0"[..]));
        assert_eq!(to_wire(r"a\.b.\100\032").as_deref(), Ok(&b"\x03a.b\x02d \0"[..]));
    }

    #[test]
    fn what_is_no_name() {
        let long = "a".repeat(64);
        let many = "a.".repeat(128);
        for text in ["", "..", ".a", "a..b", "é", "a\\", r"\25", r"\256", "a\n", &long, &many] {
            assert!(to_wire(text).is_err(), "{text}");
        }
        assert!(to_wire(&"a".repeat(63)).is_ok() && to_wire(&"a.".repeat(127)).is_ok());
    }
}

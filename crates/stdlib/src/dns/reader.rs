//! Reads a message from the front: numbers, texts, names that point back into it.

use std::fmt;

use super::name::{LONGEST_LABEL, LONGEST_NAME, push_label};

/// Bytes are no message of the DNS, with the reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Malformed(pub(super) &'static str);

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

const CUT_OFF: Malformed = Malformed("it ends too early");

/// A place in a message, and the end of what may be read there.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    message: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(message: &'a [u8]) -> Self {
        Self { message, at: 0, end: message.len() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.at >= self.end
    }

    /// So many bytes.
    pub(super) fn bytes(&mut self, count: usize) -> Result<&'a [u8], Malformed> {
        let end = self.at.checked_add(count).filter(|end| *end <= self.end).ok_or(CUT_OFF)?;
        let bytes = self.message.get(self.at..end).ok_or(CUT_OFF)?;
        self.at = end;
        Ok(bytes)
    }

    /// All that is left.
    pub(super) fn rest(&mut self) -> &'a [u8] {
        let rest = self.message.get(self.at..self.end).unwrap_or_default();
        self.at = self.end;
        rest
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        self.bytes(N)?.try_into().map_err(|_| CUT_OFF)
    }

    pub(super) fn u8(&mut self) -> Result<u8, Malformed> {
        self.array().map(u8::from_be_bytes)
    }

    pub(super) fn u16(&mut self) -> Result<u16, Malformed> {
        self.array().map(u16::from_be_bytes)
    }

    pub(super) fn u32(&mut self) -> Result<u32, Malformed> {
        self.array().map(u32::from_be_bytes)
    }

    /// Bytes after a byte with their count.
    pub(super) fn text(&mut self) -> Result<&'a [u8], Malformed> {
        let count = self.u8()?;
        self.bytes(count.into())
    }

    /// The next bytes as a reader of their own, in which names may still point outside.
    pub(super) fn part(&mut self, count: usize) -> Result<Self, Malformed> {
        let start = self.at;
        self.bytes(count)?;
        Ok(Self { at: start, end: self.at, ..*self })
    }

    /// A name, without the dot at its end; that of the root is empty.
    pub(super) fn name(&mut self) -> Result<String, Malformed> {
        let mut name = String::new();
        let mut length = 1;
        let mut there = *self;
        let mut follows_pointer = false;
        loop {
            let start = there.at;
            let count = usize::from(there.u8()?);
            match count {
                0 => break,
                1..=LONGEST_LABEL => {
                    let label = there.bytes(count)?;
                    length += count + 1;
                    if length > LONGEST_NAME {
                        return Err(Malformed("a name is longer than 255 bytes"));
                    }
                    push_label(&mut name, label);
                }
                0xc0.. => {
                    let target = (count & 0x3f) << 8 | usize::from(there.u8()?);
                    // Backwards only, so that it ends.
                    if target >= start {
                        return Err(Malformed("a name points to what does not stand before it"));
                    }
                    if !follows_pointer {
                        self.at = there.at;
                        follows_pointer = true;
                    }
                    there = Self { message: self.message, at: target, end: self.message.len() };
                }
                _ => return Err(Malformed("a name has a label of an unknown kind")),
            }
        }
        if !follows_pointer {
            self.at = there.at;
        }
        Ok(name)
    }
}

//! The characters of a string, and the bytes that are not UTF-8.

use vrlet_function::prelude::*;

/// The characters of a text, those at the front first; a byte that belongs to none stands for itself.
pub(super) fn letters(text: &Text) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    for chunk in text.as_bytes().utf8_chunks() {
        letters.extend(chunk.valid().chars().map(Letter::Character));
        letters.extend(chunk.invalid().iter().copied().map(Letter::Byte));
    }
    letters
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Letter {
    Character(char),
    Byte(u8),
}

impl Letter {
    pub(super) fn eq_ignore_case(self, other: Self) -> bool {
        match (self, other) {
            (Self::Character(a), Self::Character(b)) => {
                a == b || a.to_lowercase().eq(b.to_lowercase())
            }
            (a, b) => a == b,
        }
    }
}

//! Functions of texts.

mod contains;
mod downcase;
mod ends_with;
mod join;
mod r#match;
mod parse_float;
mod replace;
mod replace_with;
mod slice;
mod split;
mod starts_with;
mod strip_whitespace;
mod truncate;
mod upcase;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &contains::FUNCTION,
    &downcase::FUNCTION,
    &ends_with::FUNCTION,
    &join::FUNCTION,
    &r#match::FUNCTION,
    &parse_float::FUNCTION,
    &replace::FUNCTION,
    &replace_with::FUNCTION,
    &slice::FUNCTION,
    &split::FUNCTION,
    &starts_with::FUNCTION,
    &strip_whitespace::FUNCTION,
    &truncate::FUNCTION,
    &upcase::FUNCTION,
];

/// The characters of a text, those at the front first; a byte that belongs to none stands for itself.
fn letters(text: &Text) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    for chunk in text.as_bytes().utf8_chunks() {
        letters.extend(chunk.valid().chars().map(Letter::Character));
        letters.extend(chunk.invalid().iter().copied().map(Letter::Byte));
    }
    letters
}

#[derive(Clone, Copy, PartialEq)]
enum Letter {
    Character(char),
    Byte(u8),
}

impl Letter {
    fn is_alike(self, other: Self) -> bool {
        match (self, other) {
            (Self::Character(a), Self::Character(b)) => {
                a == b || a.to_lowercase().eq(b.to_lowercase())
            }
            (a, b) => a == b,
        }
    }
}

//! `ReadMode`: what becomes of JSON that is well formed and says more than values hold.

/// How numbers beyond the machine's and halves of surrogate pairs are read; all else is the same in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReadMode {
    /// For events, of which nothing may be lost: such a number is the nearest float and keeps its digits
    /// ([`Float::digits`](crate::Float::digits)), half of a surrogate pair becomes U+FFFD.
    #[default]
    Keep,
    /// As `parse_json` has it: the nearest float, and an error where that is infinite and for halves of
    /// surrogate pairs.
    Strict,
}

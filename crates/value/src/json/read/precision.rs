//! Numbers beyond 64 bits: kept digit by digit, or read as the nearest float.

/// What becomes of whole numbers that no integer can hold; all others are the same in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    /// A float where it is exactly the same number, otherwise an error: an event never changes silently.
    #[default]
    Exact,
    /// The nearest float, as `parse_json` has it.
    Nearest,
}

//! The contestants: each turns lines of NDJSON into lines of NDJSON.

#[cfg(feature = "reference")]
pub mod handwritten;
pub mod ours;
#[cfg(feature = "reference")]
pub mod reference;
#[cfg(feature = "reference")]
pub mod reference_tables;
pub mod tables;

/// Runs one program over lines, bytes in to bytes out.
pub trait Contestant {
    /// Appends the output for every line of `input`; an event that fails comes out unchanged.
    fn run(&mut self, input: &[u8], out: &mut Vec<u8>);
}

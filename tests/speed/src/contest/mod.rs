//! The contestants: each turns lines of NDJSON into lines of NDJSON.

pub mod handwritten;
pub mod ours;
pub mod reference;
pub mod reference_tables;
pub mod tables;

/// Runs one program over lines, bytes in to bytes out.
pub trait Contestant {
    /// Appends the output for every line of `input`; an event that fails comes out unchanged.
    fn run(&mut self, input: &[u8], out: &mut Vec<u8>);
}

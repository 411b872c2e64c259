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

/// The contestant of a name, with a program.
///
/// # Panics
/// Where there is none of the name, or it can't compile the program.
pub fn named(name: &str, source: &str, files: &tables::TableFiles) -> Box<dyn Contestant> {
    match name {
        #[cfg(feature = "reference")]
        "reference" => Box::new(reference::Reference::new(source, files)),
        "vrlet" => Box::new(ours::Ours::new(source, files)),
        #[cfg(feature = "reference")]
        "hand" => Box::new(handwritten::Handwritten::new(files)),
        other => panic!("no contestant {other}"),
    }
}

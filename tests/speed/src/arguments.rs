//! What `compare` is asked for.

/// The arguments of `compare`.
#[derive(Debug)]
pub struct Arguments {
    /// Which workloads: those of [`crate::workload::NAMES`], or those of another list.
    pub list: List,
    /// How many events a workload has.
    pub events: usize,
    /// Whether ratios are compared with those of the committed table.
    pub check: bool,
    /// Whether the committed table becomes what is measured.
    pub write: bool,
}

/// A list of workloads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum List {
    /// The main ones.
    Main,
    /// One for each family of functions.
    Families,
    /// Streams of other kinds: dropped events, escapes, long and short events.
    Streams,
    /// The longest scripts of the tests.
    Scripts,
}

/// How to call it.
pub const USAGE: &str = "\
usage: compare [families|streams|scripts] [EVENTS] [--allocator system|jemalloc] [--check | --write]
       compare --memory WORKLOAD CONTESTANT EVENTS

--allocator  the allocator of all contestants; jemalloc is what the reference's hosts use
--check      fail where a ratio is more than a tenth below that of ratios.txt
--write      write the ratios to ratios.txt";

impl Arguments {
    /// Reads arguments; which allocator is meant was decided by the program that runs.
    ///
    /// # Errors
    /// The one that is none.
    pub fn read(arguments: &[String], events: usize) -> Result<Self, String> {
        let mut read = Self { list: List::Main, events, check: false, write: false };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "families" => read.list = List::Families,
                "streams" => read.list = List::Streams,
                "scripts" => read.list = List::Scripts,
                "--check" => read.check = true,
                "--write" => read.write = true,
                "--allocator" => {
                    arguments.next();
                }
                number => read.events = number.parse().map_err(|_| number.to_owned())?,
            }
        }
        Ok(read)
    }
}

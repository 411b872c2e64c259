//! What a call touches besides its arguments: the contract says it, so that a host can ask a program.

/// Something that a call touches besides the values of its arguments and the place that it is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Name servers and HTTP servers.
    Network,
    /// Environment variables, the name of the machine.
    Environment,
    /// Files, read when the program is compiled.
    Files,
    /// The time.
    Clock,
    /// Random bytes.
    Random,
    /// The log of the host.
    Log,
    /// Everything around the place of its place argument.
    AroundPlace,
    /// The secret that a parameter names, to read it.
    ReadSecret(&'static str),
    /// The secret that a parameter names, to set or to remove it.
    WriteSecret(&'static str),
    /// The enrichment table that a parameter names. The fields of the call are the columns of the
    /// condition.
    Table {
        /// The parameter that names the table.
        name: &'static str,
        /// The parameter that lists the columns wanted.
        select: &'static str,
    },
}

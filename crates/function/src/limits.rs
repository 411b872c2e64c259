//! `Limits`: how many steps, how much nesting and how many bytes a run may take before the host stops it.

use crate::Failure;

/// Limits of one run of a program, which a host sets. What a run holds altogether is not counted: a script
/// that collects values takes as much memory as its steps allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Steps that one event may cost. A step is an instruction of the bytecode that ran, as `vrlet disasm`
    /// shows them: in straight lines, in branches that were taken, and in closures as often as they ran. A
    /// call is one step, whatever the function does inside.
    ///
    /// The same program over the same event takes the same steps; another version of the compiler may need
    /// more or fewer. Steps are counted and compared before each call, at each jump and at each end: a run
    /// goes over the limit by no more than a stretch of the program without a call.
    pub steps: u64,
    /// How deep arrays and objects may be nested in values.
    pub depth: u32,
    /// How large one value may become that a function makes out of less: by repeating, padding,
    /// decompressing.
    pub bytes: u64,
}

impl Default for Limits {
    /// No limit on steps; 512 levels of nesting, which every recursion over values can take; 64 MiB,
    /// the largest text that an operator makes.
    fn default() -> Self {
        Self { steps: u64::MAX, depth: 512, bytes: 64 << 20 }
    }
}

impl Limits {
    /// Sees to it that a value of `bytes` may be made.
    ///
    /// # Errors
    /// Where it is too large.
    pub fn admit(self, bytes: usize) -> Result<(), Failure> {
        if bytes as u64 <= self.bytes { Ok(()) } else { Err(self.too_large()) }
    }

    /// The failure of a function that would make a value which is too large.
    #[must_use]
    pub fn too_large(self) -> Failure {
        Failure::new(format_args!(
            "the result would take more than {} bytes; ask for less or raise the host's limit",
            self.bytes
        ))
    }
}

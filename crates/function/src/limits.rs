//! What a run may use up before the host stops it.

/// Limits of one run of a program; a host sets them so that no script and no event can take more than
/// its share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Instructions that one event may cost, closures included.
    pub steps: u64,
    /// How deep arrays and objects may be nested in values.
    pub depth: u32,
}

impl Default for Limits {
    /// No limit on steps; 512 levels of nesting, which every recursion over values can take.
    fn default() -> Self {
        Self { steps: u64::MAX, depth: 512 }
    }
}

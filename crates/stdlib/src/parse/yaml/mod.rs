//! The YAML reader.

mod compose;
mod scalar;

pub(super) use compose::compose;

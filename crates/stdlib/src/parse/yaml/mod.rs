//! YAML: what its scalars say, and how its events make values.

mod compose;
mod scalar;

pub(super) use compose::compose;

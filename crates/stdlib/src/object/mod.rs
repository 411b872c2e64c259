//! Functions of objects.

mod merge;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[&merge::FUNCTION];

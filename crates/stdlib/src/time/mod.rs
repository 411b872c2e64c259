//! Time functions.

mod format_timestamp;
mod now;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[&format_timestamp::FUNCTION, &now::FUNCTION];

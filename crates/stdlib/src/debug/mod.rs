//! Assertions and messages to the log.

mod assert;
mod assert_eq;
mod log;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] =
    &[&assert::FUNCTION, &assert_eq::FUNCTION, &log::FUNCTION];

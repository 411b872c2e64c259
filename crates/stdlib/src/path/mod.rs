//! Functions that read, write and remove at paths.

mod del;
mod exists;
mod get;
mod remove;
mod set;
mod steps;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] =
    &[&del::FUNCTION, &exists::FUNCTION, &get::FUNCTION, &remove::FUNCTION, &set::FUNCTION];

//! Functions of the event's secrets.

mod get_secret;
mod remove_secret;
mod set_secret;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] =
    &[&get_secret::FUNCTION, &remove_secret::FUNCTION, &set_secret::FUNCTION];

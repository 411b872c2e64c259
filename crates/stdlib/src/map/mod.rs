//! Functions of geographic coordinates.

mod haversine;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[&haversine::FUNCTION];

//! Functions of places on the globe.

mod haversine;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[&haversine::FUNCTION];

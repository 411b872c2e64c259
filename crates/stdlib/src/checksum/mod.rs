//! Checksum functions.

mod crc;
mod crc_algorithms;
mod xxhash;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[&crc::FUNCTION, &xxhash::FUNCTION];

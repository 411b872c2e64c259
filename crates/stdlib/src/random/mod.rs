//! Random numbers, bytes and UUIDs. All calls of a machine draw from one generator, which no other machine touches.

mod drawing;
mod random_bool;
mod random_bytes;
mod random_float;
mod random_int;
mod uuid;
mod uuid_from_friendly_id;
mod uuid_v4;
mod uuid_v7;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &random_bool::FUNCTION,
    &random_bytes::FUNCTION,
    &random_float::FUNCTION,
    &random_int::FUNCTION,
    &uuid_from_friendly_id::FUNCTION,
    &uuid_v4::FUNCTION,
    &uuid_v7::FUNCTION,
];

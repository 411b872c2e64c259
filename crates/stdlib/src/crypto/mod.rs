//! Hashes and ciphers.

mod cipher;
mod decrypt;
mod encrypt;
pub(crate) mod hash;
mod hmac;
mod md5;
mod seahash;
mod secretbox;
mod sha1;
mod sha2;
mod sha3;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &decrypt::FUNCTION,
    &encrypt::FUNCTION,
    &hmac::FUNCTION,
    &md5::FUNCTION,
    &seahash::FUNCTION,
    &sha1::FUNCTION,
    &sha2::FUNCTION,
    &sha3::FUNCTION,
];

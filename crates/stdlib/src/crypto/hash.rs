//! Hash algorithms by name.

use sha2::digest::Digest;
use sha2::{Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use vrlet_function::prelude::*;

use crate::hex;

/// A hash of bytes.
pub(crate) type Hash = fn(&[u8]) -> Vec<u8>;

/// The names of [`sha2`].
pub(super) const SHA2: &[&str] =
    &["SHA-224", "SHA-256", "SHA-384", "SHA-512", "SHA-512/224", "SHA-512/256"];

/// The names of [`sha3`].
pub(super) const SHA3: &[&str] = &["SHA3-224", "SHA3-256", "SHA3-384", "SHA3-512"];

/// A hash of the SHA-2 family.
pub(crate) fn sha2(variant: &str) -> Option<Hash> {
    Some(match variant {
        "SHA-224" => digest::<Sha224>,
        "SHA-256" => digest::<Sha256>,
        "SHA-384" => digest::<Sha384>,
        "SHA-512" => digest::<Sha512>,
        "SHA-512/224" => digest::<Sha512_224>,
        "SHA-512/256" => digest::<Sha512_256>,
        _ => return None,
    })
}

/// A hash of the SHA-3 family.
pub(crate) fn sha3(variant: &str) -> Option<Hash> {
    Some(match variant {
        "SHA3-224" => digest::<Sha3_224>,
        "SHA3-256" => digest::<Sha3_256>,
        "SHA3-384" => digest::<Sha3_384>,
        "SHA3-512" => digest::<Sha3_512>,
        _ => return None,
    })
}

/// A hash of bytes.
pub(super) fn digest<D: Digest>(bytes: &[u8]) -> Vec<u8> {
    D::digest(bytes).to_vec()
}

/// The parameter of what is hashed.
pub(super) const VALUE: Arg<Text> = Arg::required("value", "The bytes.");

/// The body of a function that writes a hash as hexadecimal digits.
pub(super) fn in_hex(hash: Hash) -> impl Fn(&mut Call<'_>) -> Result<Value, Failure> + Clone {
    move |call| Ok(hex::lower(&hash(call.take(VALUE).as_bytes())).into())
}

/// The hash that the `variant` of a call says.
pub(super) fn variant(
    context: &CallContext<'_>,
    variant: Arg<Text>,
    family: fn(&str) -> Option<Hash>,
) -> Hash {
    context
        .choice(variant)
        .and_then(family)
        .unwrap_or_else(|| unreachable!("checked: one of the words of the list"))
}

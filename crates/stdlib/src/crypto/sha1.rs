//! `sha1`: the SHA-1 hash.

use vrlet_function::prelude::*;

use super::hash::{VALUE, digest, in_hex};

pub const FUNCTION: Function = Function::new(Contract {
    name: "sha1",
    category: Category::Cryptography,
    about: "The SHA-1 hash of the bytes of a text, in hexadecimal digits. SHA-1 is broken: use it \
            to tell texts apart, not to protect them.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(|call| in_hex(digest::<sha1::Sha1>)(call)),
    examples: &[
        example("A text", r#"sha1("foo")"#, r#""0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33""#),
        example("Nothing", r#"sha1("")"#, r#""da39a3ee5e6b4b0d3255bfef95601890afd80709""#),
    ],
})
.folds();

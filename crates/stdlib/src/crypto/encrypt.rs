//! `encrypt`: make a text unreadable for who has no key.

use vrlet_function::prelude::*;

use super::cipher::{self, ALGORITHM, Direction};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "encrypt",
    category: Category::Cryptography,
    about: "Encrypts the bytes of a text. The initialization vector is no secret, but must never be \
            used twice with the same key; whoever decrypts needs it too.",
    params: &[
        required("plaintext", STRING, "The bytes to encrypt."),
        ALGORITHM,
        required("key", STRING, "The key, of exactly as many bytes as the algorithm wants."),
        required(
            "iv",
            STRING,
            "The initialization vector, of exactly as many bytes as the algorithm wants.",
        ),
    ],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "There is no algorithm of this name.",
        "The key or the initialization vector is of another size than the algorithm wants.",
    ],
    body: Body::Prepared(|site| cipher::prepare(site, Direction::Encrypt)),
    examples: &[
        example(
            "There and back",
            r#"key = "a key of 32 bytes, no more, less"
iv = "16 bytes or more"
secret = encrypt!("data", "AES-256-CFB", key: key, iv: iv)
decrypt!(secret, "AES-256-CFB", key: key, iv: iv)"#,
            r#""data""#,
        ),
        fails(
            "A key of another size",
            r#"encrypt!("data", "AES-256-CFB", key: "short", iv: "16 bytes or more")"#,
            "must have 32 bytes",
        ),
    ],
    ..Function::BASE
};

//! `encrypt`: encrypts a string.

use vrlet_function::prelude::*;

use super::cipher::{self, ALGORITHM, Direction};

const PLAINTEXT: Arg<Text> = Arg::required("plaintext", "The bytes to encrypt.");
const KEY: Arg<Text> =
    Arg::required("key", "The key, of exactly as many bytes as the algorithm wants.")
        .after(ALGORITHM);
const IV: Arg<Text> = Arg::required(
    "iv",
    "The initialization vector, of exactly as many bytes as the algorithm wants.",
)
.after(KEY);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encrypt",
    category: Category::Cryptography,
    about: "Encrypts the bytes of a text. The initialization vector is no secret, but must never \
            be used twice with the same key; whoever decrypts needs it too.",
    params: &[PLAINTEXT.param(), ALGORITHM.param(), KEY.param(), IV.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "There is no algorithm of this name.",
        "The key or the initialization vector is of another size than the algorithm wants.",
    ],
    body: Body::Prepared(|context| {
        cipher::prepare(context, Direction::Encrypt, [PLAINTEXT, KEY, IV])
    }),
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
});

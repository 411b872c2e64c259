//! `decrypt`: decrypts a string.

use vrlet_function::prelude::*;

use super::cipher::{self, ALGORITHM, Direction};

const CIPHERTEXT: Arg<Text> = Arg::required("ciphertext", "The encrypted bytes.");
const KEY: Arg<Text> =
    Arg::required("key", "The key that the text was encrypted with.").after(ALGORITHM);
const IV: Arg<Text> =
    Arg::required("iv", "The initialization vector that it was encrypted with.").after(KEY);

pub const FUNCTION: Function = Function::new(Contract {
    name: "decrypt",
    category: Category::Cryptography,
    about: "Decrypts bytes that `encrypt` encrypted. Algorithms with `SIV` or `POLY1305` notice \
            when the key, the initialization vector or the text has changed; the others give \
            wrong bytes, or a failure where the padding is broken.",
    params: &[CIPHERTEXT.param(), ALGORITHM.param(), KEY.param(), IV.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "There is no algorithm of this name.",
        "The key or the initialization vector is of another size than the algorithm wants.",
        "The text was not encrypted with this algorithm, key and initialization vector, where \
         that shows.",
    ],
    body: Body::Prepared(|context| {
        cipher::prepare(context, Direction::Decrypt, [CIPHERTEXT, KEY, IV])
    }),
    examples: &[
        example(
            "There and back",
            r#"key = "a key of 32 bytes, no more, less"
iv = "12 bytes now"
secret = encrypt!("data", "CHACHA20-POLY1305", key: key, iv: iv)
decrypt!(secret, "CHACHA20-POLY1305", key: key, iv: iv)"#,
            r#""data""#,
        ),
        fails(
            "Another text",
            r#"decrypt!("garbage", "AES-256-CBC-PKCS7", key: "a key of 32 bytes, no more, less", iv: "sixteen bytes iv")"#,
            "not encrypted with",
        ),
    ],
});

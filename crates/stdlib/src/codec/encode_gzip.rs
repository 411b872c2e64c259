//! `encode_gzip`: compresses with gzip.

use flate2::read::GzEncoder;
use vrlet_function::prelude::*;

use super::deflate::{FAILURE, LEVEL, VALUE, level, read_all, returns};

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_gzip",
    category: Category::Codec,
    about: "The bytes of a text, compressed with [gzip](https://www.rfc-editor.org/rfc/rfc1952).",
    params: &[VALUE.param(), LEVEL.param()],
    returns,
    failures: &[FAILURE],
    body: Body::Plain(|call| {
        let (bytes, level) = (call.take(VALUE), level(call.take(LEVEL))?);
        read_all(GzEncoder::new(bytes.as_bytes(), level))
    }),
    examples: &[
        example("There and back", r#"decode_gzip!(encode_gzip("a text"))"#, r#""a text""#),
        example(
            "As small as can be",
            r#"encode_base64(encode_gzip("aaaaaaaaaaaaaaaa", compression_level: 9))"#,
            r#""H4sIAAAAAAAC/0tMRAUA1WjWzxAAAAA=""#,
        ),
        fails(
            "No such level",
            r#"encode_gzip!("a text", compression_level: 12)"#,
            "expected 0 to 9",
        ),
    ],
});

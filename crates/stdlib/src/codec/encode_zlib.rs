//! `encode_zlib`: compresses with zlib.

use flate2::read::ZlibEncoder;
use vrlet_function::prelude::*;

use super::deflate::{FAILURE, LEVEL, VALUE, level, read_all, returns};

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_zlib",
    category: Category::Codec,
    about: "The bytes of a text, compressed with [zlib](https://www.rfc-editor.org/rfc/rfc1950).",
    params: &[VALUE.param(), LEVEL.param()],
    returns,
    failures: &[FAILURE],
    body: Body::Plain(|call| {
        let (bytes, level) = (call.take(VALUE), level(call.take(LEVEL))?);
        read_all(ZlibEncoder::new(bytes.as_bytes(), level))
    }),
    examples: &[
        example("There and back", r#"decode_zlib!(encode_zlib("a text"))"#, r#""a text""#),
        example(
            "As small as can be",
            r#"encode_base64(encode_zlib("aaaaaaaaaaaaaaaa", compression_level: 9))"#,
            r#""eNpLTEQFADOYBhE=""#,
        ),
        fails(
            "No such level",
            r#"encode_zlib!("a text", compression_level: 12)"#,
            "expected 0 to 9",
        ),
    ],
});

//! `encode_zlib`: bytes compressed with zlib.

use std::io::Read;

use flate2::read::ZlibEncoder;
use vrlet_function::prelude::*;

use super::compression_level::{FAILURE, LEVEL, level, returns};

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");

/// The contract.
pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_zlib",
    category: Category::Codec,
    about: "The bytes of a text, compressed with [zlib](https://www.rfc-editor.org/rfc/rfc1950).",
    params: &[VALUE.param(), LEVEL.param()],
    returns,
    body: Body::Plain(encode_zlib),
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
})
.failures(&[FAILURE]);

fn encode_zlib(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (bytes, number) = (call.take(VALUE), call.take(LEVEL));
    let mut compressed = Vec::new();
    ZlibEncoder::new(bytes.as_bytes(), level(number)?)
        .read_to_end(&mut compressed)
        .map_err(|error| Failure::new(format_args!("the text can't be compressed: {error}")))?;
    Ok(Value::Bytes(Text::from_vec(compressed)))
}

//! `encode_gzip`: bytes compressed with gzip.

use std::io::Read;

use flate2::read::GzEncoder;
use vrlet_function::prelude::*;

use super::compression_level::{FAILURE, LEVEL, level, returns};

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");

/// The contract.
pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_gzip",
    category: Category::Codec,
    about: "The bytes of a text, compressed with [gzip](https://www.rfc-editor.org/rfc/rfc1952).",
    params: &[VALUE.param(), LEVEL.param()],
    returns,
    body: Body::Plain(encode_gzip),
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
})
.failures(&[FAILURE]);

fn encode_gzip(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (bytes, number) = (call.take(VALUE), call.take(LEVEL));
    let mut compressed = Vec::new();
    GzEncoder::new(bytes.as_bytes(), level(number)?)
        .read_to_end(&mut compressed)
        .map_err(|error| Failure::new(format_args!("the text can't be compressed: {error}")))?;
    Ok(Value::Bytes(Text::from_vec(compressed)))
}

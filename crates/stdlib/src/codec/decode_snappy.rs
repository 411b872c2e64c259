//! `decode_snappy`: decompresses Snappy.

use snap::raw::{Decoder, decompress_len};
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The compressed bytes.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_snappy",
    category: Category::Codec,
    about: "The bytes that were compressed with \
            [Snappy](https://github.com/google/snappy/blob/main/format_description.txt): one \
            block without frames around it.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The bytes were not compressed with Snappy, or end too early.",
        "The result is larger than the host allows.",
    ],
    body: Body::Plain(decode_snappy),
    examples: &[
        example("A text", r#"decode_snappy!(decode_base64!("BhRhIHRleHQ="))"#, r#""a text""#),
        fails("Something else", r#"decode_snappy!("a text")"#, "no Snappy"),
    ],
});

/// How many bytes a byte of a block can stand for at most: a copy takes two bytes for 11, or three for 64.
const MOST_PER_BYTE: usize = 22;

fn decode_snappy(call: &mut Call<'_>) -> Result<Value, Failure> {
    let bytes = call.take(VALUE);
    let bytes = bytes.as_bytes();
    let fail = |error| Failure::new(format_args!("the bytes are no Snappy block: {error}"));
    // The block begins with the length of what is in it, which is made room for before anything is read.
    let length = decompress_len(bytes).map_err(fail)?;
    if length > bytes.len().saturating_mul(MOST_PER_BYTE) {
        return Err(Failure::fixed(
            "the bytes are no Snappy block: they are too few for the length that they begin with",
        ));
    }
    call.host().limits.admit(length)?;
    let text = Decoder::new().decompress_vec(bytes).map_err(fail)?;
    Ok(Value::Bytes(Text::from_vec(text)))
}

//! `decode_zstd`: decompresses Zstandard.

use vrlet_function::prelude::*;
use zstd::bulk::Decompressor;
use zstd::zstd_safe::zstd_sys::ZSTD_ErrorCode;
use zstd::zstd_safe::{decompress, get_error_name};

use super::within_limit::most;

const VALUE: Arg<Text> = Arg::required("value", "The compressed bytes.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_zstd",
    category: Category::Codec,
    about: "The bytes that were compressed with \
            [Zstandard](https://www.rfc-editor.org/rfc/rfc8878), in one frame or several.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The bytes were not compressed with Zstandard, or end too early.",
        "The result is larger than the host allows.",
    ],
    body: Body::Plain(decode_zstd),
    examples: &[
        example("A text", r#"decode_zstd!(decode_base64!("KLUv/SAGMQAAYSB0ZXh0"))"#, r#""a text""#),
        fails("Something else", r#"decode_zstd!("a text")"#, "no Zstandard"),
    ],
});

fn decode_zstd(call: &mut Call<'_>) -> Result<Value, Failure> {
    let bytes = call.take(VALUE);
    let (bytes, limits) = (bytes.as_bytes(), call.host().limits);
    if bytes.is_empty() {
        return Err(Failure::fixed("the bytes are no Zstandard: there are none"));
    }
    // The headers of all blocks say how much is in them at most. With room for that, decompressing needs
    // no window of a size that is the text's to choose.
    let bound = Decompressor::upper_bound(bytes)
        .ok_or(Failure::fixed("the bytes are no Zstandard, or end too early"))?;
    let mut text = Vec::new();
    text.try_reserve_exact(bound.min(most(limits))).map_err(|_| limits.too_large())?;
    match decompress(&mut text, bytes) {
        Ok(_) => {
            text.shrink_to_fit();
            Ok(Value::Bytes(Text::from_vec(text)))
        }
        Err(code) if code == TOO_LARGE && bound > most(limits) => Err(limits.too_large()),
        Err(code) => {
            let error = get_error_name(code);
            Err(Failure::new(format_args!("the bytes are no Zstandard: {error}")))
        }
    }
}

/// The code for a result without enough room: codes are the negative numbers of errors.
const TOO_LARGE: usize = (ZSTD_ErrorCode::ZSTD_error_dstSize_tooSmall as usize).wrapping_neg();

//! `decode_zlib`: decompresses zlib.

use flate2::bufread::ZlibDecoder;
use vrlet_function::prelude::*;

use super::within_limit::read_all;

const VALUE: Arg<Text> = Arg::required("value", "The compressed bytes.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_zlib",
    category: Category::Codec,
    about: "The bytes that were compressed with [zlib](https://www.rfc-editor.org/rfc/rfc1950).",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The bytes were not compressed with zlib, or end too early.",
        "The result is larger than the host allows.",
    ],
    body: Body::Plain(|call| {
        let bytes = call.take(VALUE);
        read_all(ZlibDecoder::new(bytes.as_bytes()), call.host().limits, |error| {
            Failure::new(format_args!("the bytes are no zlib: {error}"))
        })
    }),
    examples: &[
        example("A text", r#"decode_zlib!(decode_base64!("eJxLVChJrSgBAAdPAkc="))"#, r#""a text""#),
        fails("Something else", r#"decode_zlib!("a text")"#, "no zlib"),
    ],
});

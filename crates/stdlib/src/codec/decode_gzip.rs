//! `decode_gzip`: decompresses gzip.

use flate2::bufread::MultiGzDecoder;
use vrlet_function::prelude::*;

use super::within_limit::read_all;

const VALUE: Arg<Text> = Arg::required("value", "The compressed bytes.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_gzip",
    category: Category::Codec,
    about: "The bytes that were compressed with [gzip](https://www.rfc-editor.org/rfc/rfc1952), \
            in one member or several.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The bytes were not compressed with gzip, or end too early.",
        "The result is larger than the host allows.",
    ],
    body: Body::Plain(|call| {
        let bytes = call.take(VALUE);
        read_all(MultiGzDecoder::new(bytes.as_bytes()), call.host().limits, |error| {
            Failure::new(format_args!("the bytes are no gzip: {error}"))
        })
    }),
    examples: &[
        example(
            "A text",
            r#"decode_gzip!(decode_base64!("H4sIAAAAAAAA/0tUKEmtKAEAgypkqQYAAAA="))"#,
            r#""a text""#,
        ),
        fails("Something else", r#"decode_gzip!("a text")"#, "no gzip"),
    ],
});

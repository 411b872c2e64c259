//! `encode_zstd`: compresses with Zstandard.

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");
const COMPRESSION_LEVEL: Arg<i64> = Arg::optional(
    "compression_level",
    "How much work to make of it, up to 22; 0 is the usual level, those below make less and less. \
     A level beyond the last counts as the last.",
)
.default(Literal::Integer(3))
.after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_zstd",
    category: Category::Codec,
    about: "The bytes of a text, compressed with \
            [Zstandard](https://www.rfc-editor.org/rfc/rfc8878).",
    params: &[VALUE.param(), COMPRESSION_LEVEL.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(encode_zstd),
    examples: &[
        example("There and back", r#"decode_zstd!(encode_zstd("a text"))"#, r#""a text""#),
        example(
            "As small as can be",
            r#"encode_base64(encode_zstd("aaaaaaaaaaaaaaaa", compression_level: 22))"#,
            r#""KLUv/SAQRQAAEGFhAQAywAI=""#,
        ),
    ],
});

fn encode_zstd(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (bytes, level) = (call.take(VALUE), call.take(COMPRESSION_LEVEL));
    let level = i32::try_from(level).unwrap_or(if level < 0 { i32::MIN } else { i32::MAX });
    let compressed = zstd::bulk::compress(bytes.as_bytes(), level)
        .map_err(|error| Failure::new(format_args!("the text can't be compressed: {error}")))?;
    Ok(Value::Bytes(Text::from_vec(compressed)))
}

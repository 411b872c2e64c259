//! `encode_lz4`: compresses with LZ4.

use lz4_flex::block::{compress, compress_prepend_size};
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");
const PREPEND_SIZE: Arg<bool> = Arg::optional(
    "prepend_size",
    "Whether the block follows the size of the text, as four bytes, the lowest first.",
)
.default(Literal::Boolean(true))
.after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_lz4",
    category: Category::Codec,
    about: "The bytes of a text, compressed with \
            [LZ4](https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md): one block without \
            a frame around it.",
    params: &[VALUE.param(), PREPEND_SIZE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The size of the text does not fit the four bytes in front of the block."],
    body: Body::Plain(encode_lz4),
    examples: &[
        example(
            "There and back",
            r#"decode_lz4!(encode_lz4!("a text"), prepended_size: true)"#,
            r#""a text""#,
        ),
        example(
            "The block alone",
            r#"encode_base16(encode_lz4!("a text", prepend_size: false))"#,
            r#""60612074657874""#,
        ),
    ],
});

fn encode_lz4(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (bytes, prepend_size) = (call.take(VALUE), call.take(PREPEND_SIZE));
    let bytes = bytes.as_bytes();
    let compressed = if !prepend_size {
        compress(bytes)
    } else if u32::try_from(bytes.len()).is_ok() {
        compress_prepend_size(bytes)
    } else {
        return Err(Failure::fixed("the text is larger than the 4 GiB that a size can say"));
    };
    Ok(Value::Bytes(Text::from_vec(compressed)))
}

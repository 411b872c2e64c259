//! `decode_lz4`: decompresses LZ4.

use lz4_flex::block::{DecompressError, decompress_into, uncompressed_size};
use lz4_flex::frame::FrameDecoder;
use vrlet_function::prelude::*;

use super::within_limit::{most, read_all};

const VALUE: Arg<Text> = Arg::required("value", "The compressed bytes.");
const BUF_SIZE: Arg<i64> = Arg::optional(
    "buf_size",
    "How large the result of a block can be, which does not say it itself.",
)
.default(Literal::Integer(1_000_000))
.after(VALUE);
const PREPENDED_SIZE: Arg<bool> = Arg::optional(
    "prepended_size",
    "Whether a block follows the size of its result, as four bytes, the lowest first; `buf_size` \
     has no meaning then.",
)
.default(Literal::Boolean(false))
.after(BUF_SIZE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_lz4",
    category: Category::Codec,
    about: "The bytes that were compressed with LZ4: a \
            [frame](https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md), after which \
            nothing is looked at, or else a single \
            [block](https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md).",
    params: &[VALUE.param(), BUF_SIZE.param(), PREPENDED_SIZE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The bytes were not compressed with LZ4, or end too early.",
        "The result of a block is larger than was said.",
        "`buf_size` is negative where it has a meaning.",
        "The result is larger than the host allows.",
    ],
    body: Body::Plain(decode_lz4),
    examples: &[
        example(
            "A frame",
            r#"decode_lz4!(decode_base16!("04224d186440a7060000806120746578740000000004aadad9"))"#,
            r#""a text""#,
        ),
        example("A block", r#"decode_lz4!(decode_base16!("60612074657874"))"#, r#""a text""#),
        example(
            "A block after its size",
            r#"decode_lz4!(decode_base16!("0600000060612074657874"), prepended_size: true)"#,
            r#""a text""#,
        ),
        fails(
            "Too large",
            r#"decode_lz4!(decode_base16!("60612074657874"), buf_size: 5)"#,
            "expected 5 bytes at most",
        ),
    ],
});

/// What a frame begins with.
const FRAME: [u8; 4] = [0x04, 0x22, 0x4d, 0x18];

/// How many bytes a byte of a block can stand for at most.
const MOST_PER_BYTE: usize = 255;

fn decode_lz4(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (bytes, buf_size, prepended_size) =
        (call.take(VALUE), call.take(BUF_SIZE), call.take(PREPENDED_SIZE));
    let (bytes, limits) = (bytes.as_bytes(), call.host().limits);
    if bytes.starts_with(&FRAME) {
        return read_all(FrameDecoder::new(bytes), limits, |error| {
            Failure::new(format_args!("the bytes are no LZ4 frame: {error}"))
        });
    }
    let (size, block) = if prepended_size {
        uncompressed_size(bytes).map_err(|error| no_block(&error))?
    } else {
        let size = usize::try_from(buf_size).map_err(|_| {
            Failure::new(format_args!("`buf_size` is {buf_size}, expected a size of 0 or more"))
        })?;
        (size, bytes)
    };
    // No more room than the block can fill, whatever was said.
    let possible = size.min(block.len().saturating_mul(MOST_PER_BYTE));
    let mut text = vec![0; possible.min(most(limits))];
    match decompress_into(block, &mut text) {
        Ok(length) => {
            text.truncate(length);
            text.shrink_to_fit();
            Ok(Value::Bytes(Text::from_vec(text)))
        }
        Err(DecompressError::OutputTooSmall { .. }) if text.len() < possible => {
            Err(limits.too_large())
        }
        Err(DecompressError::OutputTooSmall { .. }) => Err(Failure::new(format_args!(
            "the result of the block is larger than was said, expected {size} bytes at most"
        ))),
        Err(error) => Err(no_block(&error)),
    }
}

fn no_block(error: &DecompressError) -> Failure {
    Failure::new(format_args!("the bytes are no LZ4 block: {error}"))
}

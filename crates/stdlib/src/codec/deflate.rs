//! What `encode_gzip` and `encode_zlib` share: Deflate and its compression levels.

use std::io::Read;

use flate2::Compression;
use vrlet_function::prelude::*;

/// The parameter of what is compressed.
pub(super) const VALUE: Arg<Text> = Arg::required("value", "The bytes.");

/// The parameter of how much work is made of it.
pub(super) const LEVEL: Arg<i64> = Arg::optional(
    "compression_level",
    "How much work to make of it, from 0, which stores the bytes as they are, to 9.",
)
.default(Literal::Integer(6))
.after(VALUE);

/// The failure of a call with another level.
pub(super) const FAILURE: &str = "`compression_level` is not from 0 to 9.";

/// The type of the result: what is known to be a level can't fail.
pub(super) fn returns(context: &CallContext<'_>) -> TypeDef {
    let level = context.constant(LEVEL).map(level);
    TypeDef::string().fallible_if(!matches!(level, Some(Ok(_))))
}

/// The level of a number.
///
/// # Errors
/// Where there is no such level.
pub(super) fn level(number: i64) -> Result<Compression, Failure> {
    match u32::try_from(number) {
        Ok(level @ 0..=9) => Ok(Compression::new(level)),
        _ => Err(Failure::new(format_args!(
            "there is no compression level {number}, expected 0 to 9"
        ))),
    }
}

/// All that a compressor gives.
///
/// # Errors
/// Where it fails.
pub(super) fn read_all(mut compressor: impl Read) -> Result<Value, Failure> {
    let mut compressed = Vec::new();
    compressor
        .read_to_end(&mut compressed)
        .map_err(|error| Failure::new(format_args!("the text can't be compressed: {error}")))?;
    Ok(Value::Bytes(Text::from_vec(compressed)))
}

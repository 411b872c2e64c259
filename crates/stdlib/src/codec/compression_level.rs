//! How much work gzip and zlib make of a text.

use flate2::Compression;
use vrlet_function::prelude::*;

/// The parameter.
pub(super) const LEVEL: Arg<i64> = Arg::optional(
    "compression_level",
    "How much work to make of it, from 0, which stores the bytes as they are, to 9.",
)
.default(Literal::Integer(6))
.second();

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

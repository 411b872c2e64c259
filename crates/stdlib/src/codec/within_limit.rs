//! Bounded decompression: output is held to the host's limit while it grows, since a few bytes can expand
//! to more than a machine has.

use std::io::{self, Read};

use vrlet_function::Limits;
use vrlet_function::prelude::*;

/// How much room the output gets at first.
const FIRST: usize = 4 << 10;

/// The largest size that the limits allow.
pub(super) fn most(limits: Limits) -> usize {
    usize::try_from(limits.bytes).unwrap_or(usize::MAX)
}

/// All that a decompressor gives; `about` says what failed where it can't go on.
///
/// The room doubles, but never beyond the limit.
///
/// # Errors
/// Where there is more than the limit, or the reader fails.
pub(super) fn read_all(
    mut reader: impl Read,
    limits: Limits,
    about: impl Fn(io::Error) -> Failure,
) -> Result<Value, Failure> {
    let most = most(limits);
    let mut output = Vec::new();
    loop {
        let room = output.len().max(FIRST).min(most - output.len());
        output.reserve_exact(room);
        let read = reader.by_ref().take(room as u64).read_to_end(&mut output).map_err(&about)?;
        if read < room {
            return Ok(Value::Bytes(Text::from_vec(output)));
        }
        if output.len() == most {
            // Whether this was all shows when more is asked for.
            return match reader.read(&mut [0]).map_err(&about)? {
                0 => Ok(Value::Bytes(Text::from_vec(output))),
                _ => Err(limits.too_large()),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(reader: impl Read, bytes: u64) -> Result<Value, Failure> {
        read_all(reader, Limits { bytes, ..Limits::default() }, Failure::new)
    }

    /// Counts the bytes that were asked for.
    struct Counting<'a>(io::Repeat, &'a mut usize);

    impl Read for Counting<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            *self.1 += buffer.len();
            self.0.read(buffer)
        }
    }

    #[test]
    fn nothing_is_asked_for_beyond_the_limit() {
        for bytes in [0, 1, 100, 4096, 4097, 8192, 100_000] {
            let mut asked = 0;
            let result = read(Counting(io::repeat(b'a'), &mut asked), bytes);
            assert!(matches!(result, Err(Failure::Error(_))), "{bytes}: {result:?}");
            assert_eq!(asked as u64, bytes + 1);
        }
    }

    #[test]
    fn as_much_as_the_limit_is_fine() {
        for length in [0, 1, 4095, 4096, 4097, 8192, 100_000] {
            let bytes = vec![b'a'; length];
            let text = Value::Bytes(Text::from_vec(bytes.clone()));
            assert_eq!(read(&*bytes, length as u64), Ok(text.clone()));
            assert_eq!(read(&*bytes, u64::MAX), Ok(text));
            if length > 0 {
                assert!(read(&*bytes, length as u64 - 1).is_err());
            }
        }
    }
}

//! `Signature`: the bytes at the start of a file by which its format is known.

use std::fmt;

/// What an input is, if it is not text in UTF-8.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signature {
    /// Compressed with gzip.
    Gzip,
    /// Compressed with Zstandard.
    Zstd,
    /// Compressed with xz.
    Xz,
    /// Compressed with bzip2.
    Bzip2,
    /// Compressed with LZ4.
    Lz4,
    /// An archive in zip's format.
    Zip,
    /// Columns in Apache Parquet's format.
    Parquet,
    /// Text in UTF-16.
    Utf16,
    /// Text in UTF-32.
    Utf32,
}

/// An input is in a format that this build does not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnreadableContent(pub Signature);

/// The longer ones first, where one begins with another. After the four letters of Parquet stands a byte
/// that no text has there.
const SIGNATURES: [(&[u8], Signature); 15] = [
    (b"\x1f\x8b\x08", Signature::Gzip),
    (b"\x28\xb5\x2f\xfd", Signature::Zstd),
    (b"\xfd7zXZ\x00", Signature::Xz),
    (b"BZh", Signature::Bzip2),
    (b"\x04\x22\x4d\x18", Signature::Lz4),
    (b"PK\x03\x04", Signature::Zip),
    (b"PAR1\x00", Signature::Parquet),
    (b"PAR1\x04", Signature::Parquet),
    (b"PAR1\x15", Signature::Parquet),
    (b"PAR1\x19", Signature::Parquet),
    (b"PAR1\x1c", Signature::Parquet),
    (b"\xff\xfe\x00\x00", Signature::Utf32),
    (b"\x00\x00\xfe\xff", Signature::Utf32),
    (b"\xff\xfe", Signature::Utf16),
    (b"\xfe\xff", Signature::Utf16),
];
/// What follows the level of compression in bzip2.
const BZIP2_BLOCK: &[u8] = b"1AY&SY";

/// What the first bytes of an input say.
pub(super) enum Detected {
    /// What the input is.
    Known(Signature),
    /// More bytes are needed to tell.
    Open,
    /// It is text, as far as can be told.
    Text,
}

impl Signature {
    /// Looks at the first bytes of an input; `is_all` says that there are no more.
    pub(super) fn detect(bytes: &[u8], is_all: bool) -> Detected {
        for (signature, format) in SIGNATURES {
            if bytes.starts_with(signature) {
                return match format {
                    Self::Bzip2 => Self::detect_bzip2(&bytes[signature.len()..], is_all),
                    known => Detected::Known(known),
                };
            }
            if !is_all && signature.starts_with(bytes) {
                return Detected::Open;
            }
        }
        Detected::Text
    }

    /// Three letters are not enough to tell bzip2 from text.
    fn detect_bzip2(rest: &[u8], is_all: bool) -> Detected {
        match rest.split_first() {
            None if !is_all => Detected::Open,
            Some((b'1'..=b'9', block)) if block.starts_with(BZIP2_BLOCK) => {
                Detected::Known(Self::Bzip2)
            }
            Some((b'1'..=b'9', block)) if !is_all && BZIP2_BLOCK.starts_with(block) => {
                Detected::Open
            }
            _ => Detected::Text,
        }
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gzip => "compressed with gzip",
            Self::Zstd => "compressed with Zstandard",
            Self::Xz => "compressed with xz",
            Self::Bzip2 => "compressed with bzip2",
            Self::Lz4 => "compressed with LZ4",
            Self::Zip => "a zip archive",
            Self::Parquet => "a Parquet file",
            Self::Utf16 => "text in UTF-16",
            Self::Utf32 => "text in UTF-32",
        })
    }
}

impl fmt::Display for UnreadableContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected text in UTF-8, this is {}", self.0)
    }
}

impl std::error::Error for UnreadableContent {}

#[cfg(test)]
mod tests {
    use super::{Detected, Signature};

    fn detected(bytes: &[u8], is_all: bool) -> &'static str {
        match Signature::detect(bytes, is_all) {
            Detected::Known(_) => "known",
            Detected::Open => "open",
            Detected::Text => "text",
        }
    }

    #[test]
    fn texts_that_begin_like_a_format_are_texts() {
        for text in ["", "{}", "1\n", "(", "PAR1 one\n", "BZh9 x", "BZ", "PK", "P"] {
            assert_eq!(detected(text.as_bytes(), true), "text", "{text}");
        }
        for text in ["{}", "1\n", "PAR1 one\n", "BZhx", "BZh91 "] {
            assert_eq!(detected(text.as_bytes(), false), "text", "{text}: nobody waits for more");
        }
    }

    #[test]
    fn a_beginning_is_not_enough() {
        for bytes in
            [b"".as_slice(), b"\x1f", b"\x1f\x8b", b"P", b"PAR1", b"BZh", b"BZh91AY", b"\xff\xfe"]
        {
            assert_eq!(detected(bytes, false), "open", "{bytes:?}");
        }
        for bytes in [b"BZh91AY&SY".as_slice(), b"PAR1\x15", b"\xff\xfe{\x00", b"\x1f\x8b\x08"] {
            assert_eq!(detected(bytes, false), "known", "{bytes:?}");
        }
    }
}

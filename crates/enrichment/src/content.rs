//! The bytes of a table file: decompressed, and transcoded to UTF-8.

use std::borrow::Cow;

/// The text of a file, without a byte order mark; the error is the reason in one line.
pub fn text<'a>(bytes: &'a [u8], encoding: Option<&str>) -> Result<Cow<'a, [u8]>, String> {
    let bytes = decompressed(bytes)?;
    match encoding {
        Some(label) => Ok(Cow::Owned(decoded(&bytes, label)?.into_bytes())),
        None if is_utf16(&bytes) => Ok(Cow::Owned(decoded(&bytes, "utf-16")?.into_bytes())),
        None => Ok(without_mark(bytes)),
    }
}

fn without_mark(bytes: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(bytes.strip_prefix(MARK).unwrap_or(bytes)),
        Cow::Owned(mut bytes) => {
            if bytes.starts_with(MARK) {
                bytes.drain(..MARK.len());
            }
            Cow::Owned(bytes)
        }
    }
}

/// Whether a file begins with a byte order mark of UTF-16.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
}

/// The bytes of a file that may be compressed, as its first bytes tell; the error is the reason in one
/// line.
pub fn decompressed(bytes: &[u8]) -> Result<Cow<'_, [u8]>, String> {
    match bytes {
        [0x1f, 0x8b, ..] => gzip(bytes).map(Cow::Owned),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => zstd(bytes).map(Cow::Owned),
        [b'B', b'Z', b'h', ..] => Err(other_compression("bzip2")),
        [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Err(other_compression("xz")),
        [b'P', b'K', 3, 4, ..] => Err("this is a ZIP archive (a workbook such as `.xlsx` is one, too), expected the table inside".to_owned()),
        _ => Ok(Cow::Borrowed(bytes)),
    }
}

fn other_compression(name: &str) -> String {
    format!(
        "the file is compressed with {name}, expected plain text, gzip or Zstandard; decompress it first"
    )
}

#[cfg(feature = "compress")]
fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut text = Vec::new();
    std::io::Read::read_to_end(&mut flate2::bufread::MultiGzDecoder::new(bytes), &mut text)
        .map_err(|error| damaged("gzip", &error))?;
    Ok(text)
}

#[cfg(feature = "compress")]
fn zstd(bytes: &[u8]) -> Result<Vec<u8>, String> {
    zstd::decode_all(bytes).map_err(|error| damaged("Zstandard", &error))
}

#[cfg(feature = "compress")]
fn damaged(name: &str, error: &std::io::Error) -> String {
    format!("the file can't be decompressed as {name}: {error}")
}

#[cfg(not(feature = "compress"))]
fn gzip(_: &[u8]) -> Result<Vec<u8>, String> {
    Err(needs_feature("compressed with gzip", "compress"))
}

#[cfg(not(feature = "compress"))]
fn zstd(_: &[u8]) -> Result<Vec<u8>, String> {
    Err(needs_feature("compressed with Zstandard", "compress"))
}

#[cfg(feature = "charset")]
fn decoded(bytes: &[u8], label: &str) -> Result<String, String> {
    let label = label.trim();
    let is_either = label.eq_ignore_ascii_case("utf-16") || label.eq_ignore_ascii_case("utf16");
    let encoding = match bytes {
        [0xfe, 0xff, ..] if is_either => encoding_rs::UTF_16BE,
        _ if is_either => encoding_rs::UTF_16LE,
        _ => encoding_rs::Encoding::for_label(label.as_bytes()).ok_or_else(|| {
            format!("`{label}` is no encoding, expected a label such as `utf-8`, `latin1`, `windows-1252` or `utf-16`")
        })?,
    };
    let (text, used, has_errors) = encoding.decode(bytes);
    if has_errors {
        return Err(format!("the file is not {}, expected what `encoding` says", used.name()));
    }
    Ok(text.into_owned())
}

#[cfg(not(feature = "charset"))]
fn decoded(_: &[u8], label: &str) -> Result<String, String> {
    Err(needs_feature(&format!("in the encoding `{label}`"), "charset"))
}

#[cfg(any(not(feature = "compress"), not(feature = "charset")))]
fn needs_feature(what: &str, feature: &str) -> String {
    format!("the file is {what}, which needs the cargo feature `{feature}`")
}

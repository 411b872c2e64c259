//! Encoded words of mail headers (RFC 2047): `=?utf-8?q?…?=`.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::base64_charset::reason;
use super::mail_charset::MailCharset;

/// The parts of a word: `charset?encoding?text`.
#[derive(Clone, Copy)]
pub(super) struct EncodedWord<'a> {
    charset: &'a str,
    encoding: &'a str,
    text: &'a str,
}

impl<'a> EncodedWord<'a> {
    /// Cuts a word off that stands between `=?` and `?=`, with what is before it and after it.
    pub fn find(text: &'a str) -> Option<(&'a str, Self, &'a str)> {
        let (before, rest) = text.split_once("=?")?;
        let (word, rest) = Self::begin(rest)?;
        let (text, after) = rest.split_once("?=")?;
        Some((before, Self { text, ..word }, after))
    }

    /// Takes a text for a word that lost its `=?`; what follows begins with its `?=`, if there is one.
    pub fn bare(text: &'a str) -> Option<(Self, &'a str)> {
        let (word, rest) = Self::begin(text)?;
        let (text, after) = rest.split_at(rest.find("?=").unwrap_or(rest.len()));
        Some((Self { text, ..word }, after))
    }

    fn begin(text: &'a str) -> Option<(Self, &'a str)> {
        let (charset, rest) = text.split_once('?')?;
        let (encoding, text) = rest.split_once('?')?;
        Some((Self { charset, encoding, text: "" }, text))
    }

    /// The text that the word stands for.
    ///
    /// # Errors
    /// Where charset or encoding are not known, or the text is not in it.
    pub fn decode(self) -> Result<String, String> {
        let charset = self.charset()?;
        let bytes = match self.encoding {
            "b" | "B" => BASE64_STANDARD
                .decode(self.text)
                .map_err(|error| format!("a word is not in Base64: {}", reason(&error)))?,
            "q" | "Q" => quoted(&self.text.replace('_', " ")),
            other => {
                return Err(format!("`{other}` is no encoding of a word, expected `b` or `q`"));
            }
        };
        Ok(charset.decode(&bytes))
    }

    /// The charset, UTF-8 where a word leaves it out.
    fn charset(self) -> Result<MailCharset, String> {
        let label = if self.charset.is_empty() { "utf-8" } else { self.charset };
        MailCharset::of_label(label).ok_or_else(|| {
            format!("`{label}` is no charset of a word, expected one such as `utf-8`")
        })
    }
}

/// The bytes that a text in quoted-printable says. What says none stands for itself, and what is not printable
/// for nothing.
fn quoted(text: &str) -> Vec<u8> {
    // Blanks at the end of a line mean nothing there, but at the end of a word they do.
    let (text, blanks) = text.split_at(text.trim_end().len());
    let text: String =
        text.chars().filter(|it| matches!(it, '\t' | '\r' | '\n' | ' '..='~')).collect();
    let mut bytes = Vec::new();
    let mut has_ended = false;
    for line in text.lines() {
        if has_ended {
            bytes.extend_from_slice(b"\r\n");
        }
        has_ended = push_line(line.trim_end().as_bytes(), &mut bytes);
    }
    if has_ended && text.ends_with('\n') {
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(blanks.as_bytes());
    bytes
}

/// Appends what a line says; it does not end where a `=` stands last.
fn push_line(mut line: &[u8], bytes: &mut Vec<u8>) -> bool {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|it| u8::try_from(it).ok());
    loop {
        line = match line {
            [] => return true,
            [b'='] => return false,
            [b'=', high, low, rest @ ..] => {
                match (digit(*high), digit(*low)) {
                    (Some(high), Some(low)) => bytes.push(high << 4 | low),
                    _ => bytes.extend([b'=', *high, *low]),
                }
                rest
            }
            [byte, rest @ ..] => {
                bytes.push(*byte);
                rest
            }
        };
    }
}

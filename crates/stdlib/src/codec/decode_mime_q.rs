//! `decode_mime_q`: decodes the encoded words of a mail header (RFC 2047).

use vrlet_function::prelude::*;

use super::encoded_word::EncodedWord;
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The text.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_mime_q",
    category: Category::Codec,
    about: "A text with its [encoded words](https://www.rfc-editor.org/rfc/rfc2047), \
            `=?charset?encoding?text?=`, as what they stand for; all else stays as it is. The \
            encoding is `b`, Base64, or `q`, quoted-printable; a charset left out is UTF-8. A \
            text without such a word may itself be one that lost its `=?`, if it can be read so.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "A word between `=?` and `?=` is in a charset or an encoding that is not known.",
        "A word in Base64 is none.",
    ],
    body: Body::Plain(decode_mime_q),
    examples: &[
        example(
            "A subject",
            r#"decode_mime_q!("Re: =?utf-8?b?R3LDvMOfZQ==?=, =?iso-8859-1?q?J=FCrgen?=")"#,
            r#""Re: Grüße, Jürgen""#,
        ),
        example("A word alone", r#"decode_mime_q!("?q?Gr=C3=BC=C3=9Fe")"#, r#""Grüße""#),
        fails("No encoding", r#"decode_mime_q!("=?utf-8?x?abc?=")"#, "expected `b` or `q`"),
    ],
});

fn decode_mime_q(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text = to_utf8(call.take(VALUE));
    let source = text.to_str();
    let mut decoded = String::new();
    let mut rest = &*source;
    while let Some((before, word, after)) = EncodedWord::find(rest) {
        decoded.push_str(before);
        decoded.push_str(&word.decode().map_err(Failure::new)?);
        rest = after;
    }
    if rest.len() < source.len() {
        decoded.push_str(rest);
        return Ok(decoded.into());
    }
    let bare = EncodedWord::bare(rest).map(|(word, after)| (word.decode(), after));
    Ok(match bare {
        Some((Ok(word), after)) => (word + after).into(),
        Some((Err(_), _)) | None => Value::Bytes(text),
    })
}

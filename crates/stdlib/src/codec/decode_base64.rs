//! `decode_base64`: decodes Base64 to bytes.

use base64::Engine;
use vrlet_function::prelude::*;

use super::base64_charset::{CHARSET, engine, reason};

const VALUE: Arg<Text> = Arg::required("value", "The text in Base64.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_base64",
    category: Category::Codec,
    about: "The bytes that a text in [Base64](https://www.rfc-editor.org/rfc/rfc4648) says. The \
            padding at its end may be missing, or be more than it should.",
    params: &[VALUE.param(), CHARSET.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The text holds a character that the alphabet lacks, or ends within a byte.",
        "`charset` is known only when the program runs, and is no name of an alphabet.",
    ],
    body: Body::Plain(decode_base64),
    examples: &[
        example("A text", r#"decode_base64!("YSB0ZXh0")"#, r#""a text""#),
        example("Without padding", r#"decode_base64!("dnJsZXQ")"#, r#""vrlet""#),
        fails("No Base64", r#"decode_base64!("a text")"#, "no Base64"),
    ],
});

fn decode_base64(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, charset) = (call.take(VALUE), call.take(CHARSET));
    let text = text.as_bytes();
    let length = text.iter().rposition(|byte| *byte != b'=').map_or(0, |last| last + 1);
    if length == 0 && !text.is_empty() {
        return Err(Failure::fixed("the text is no Base64: there is nothing but padding"));
    }
    let bytes = engine(&charset, false)?
        .decode(&text[..length])
        .map_err(|error| Failure::new(format_args!("the text is no Base64: {}", reason(&error))))?;
    Ok(Value::Bytes(Text::from_vec(bytes)))
}

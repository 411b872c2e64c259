//! `encode_base64`: bytes as letters, digits and two characters more.

use base64::Engine;
use vrlet_function::prelude::*;

use super::base64_charset::{CHARSET, engine};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "encode_base64",
    category: Category::Codec,
    about: "The bytes of a text in [Base64](https://www.rfc-editor.org/rfc/rfc4648), four characters for three bytes.",
    params: &[
        required("value", STRING, "The bytes."),
        optional("padding", BOOLEAN, "Whether `=` fills up the last four characters.")
            .default(Literal::Boolean(true)),
        CHARSET,
    ],
    // As VRL sees it: nothing can fail.
    returns: |_| TypeDef::string(),
    failures: &["There is no alphabet of this name."],
    body: Body::Plain(encode_base64),
    examples: &[
        example("A text", r#"encode_base64("a text")"#, r#""YSB0ZXh0""#),
        example("Without padding", r#"encode_base64("vrlet", padding: false)"#, r#""dnJsZXQ""#),
        example("For URLs", r#"encode_base64("ÿÿ", charset: "url_safe")"#, r#""w7_Dvw==""#),
    ],
    ..Function::BASE
};

fn encode_base64(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (bytes, padding, charset) = call.unpack::<(Text, bool, Text)>();
    Ok(engine(&charset, padding)?.encode(bytes.as_bytes()).into())
}

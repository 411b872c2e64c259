//! `encode_base64`: encodes bytes as Base64.

use base64::Engine;
use vrlet_function::prelude::*;

use super::base64_charset::{self, engine};

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");
const PADDING: Arg<bool> =
    Arg::optional("padding", "Whether `=` fills up the last four characters.")
        .default(Literal::Boolean(true))
        .after(VALUE);
const CHARSET: Arg<Text> = base64_charset::CHARSET.after(PADDING);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_base64",
    category: Category::Codec,
    about: "The bytes of a text in [Base64](https://www.rfc-editor.org/rfc/rfc4648), four \
            characters for three bytes.",
    params: &[VALUE.param(), PADDING.param(), CHARSET.param()],
    // As VRL sees it: nothing can fail.
    returns: |_| TypeDef::string(),
    failures: &["There is no alphabet of this name."],
    body: Body::Plain(encode_base64),
    examples: &[
        example("A text", r#"encode_base64("a text")"#, r#""YSB0ZXh0""#),
        example("Without padding", r#"encode_base64("vrlet", padding: false)"#, r#""dnJsZXQ""#),
        example("For URLs", r#"encode_base64("ÿÿ", charset: "url_safe")"#, r#""w7_Dvw==""#),
    ],
})
.fails_untyped(|context| {
    let charset = context.constant(CHARSET);
    charset.is_none_or(|charset| engine(&charset, true).is_err())
});

fn encode_base64(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (bytes, padding, charset) = (call.take(VALUE), call.take(PADDING), call.take(CHARSET));
    Ok(engine(&charset, padding)?.encode(bytes.as_bytes()).into())
}

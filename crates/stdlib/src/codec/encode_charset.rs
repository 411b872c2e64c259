//! `encode_charset`: transcodes UTF-8 to a legacy charset.

use vrlet_function::prelude::*;

use super::decode_charset::charset;

const VALUE: Arg<Text> =
    Arg::required("value", "The text; what is not UTF-8 in it counts as U+FFFD.");
const TO_CHARSET: Arg<Text> = Arg::required(
    "to_charset",
    "A label of the [encoding \
        standard](https://encoding.spec.whatwg.org/#names-and-labels), such as `iso-8859-1`.",
)
.after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_charset",
    category: Category::Codec,
    about: "The bytes of a text in a charset. A character that the charset lacks is written as \
            `&#`, its number and `;`. As on the web, nothing is written in UTF-16: its labels \
            give UTF-8.",
    params: &[VALUE.param(), TO_CHARSET.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["There is no charset of this label."],
    body: Body::Plain(encode_charset),
    examples: &[
        example("Korean", r#"encode_base16(encode_charset!("한글", "euc-kr"))"#, r#""c7d1b1db""#),
        example("What is not in it", r#"encode_charset!("5 €", "iso-8859-2")"#, r#""5 &#8364;""#),
        fails("No charset", r#"encode_charset!("a", "euc-xy")"#, "no label of a charset"),
    ],
});

fn encode_charset(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, label) = (call.take(VALUE), call.take(TO_CHARSET));
    let text = text.to_str();
    let (bytes, ..) = charset(&label)?.encode(&text);
    Ok(Value::Bytes(Text::from_vec(bytes.into_owned())))
}

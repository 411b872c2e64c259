//! `decode_percent`: decodes percent-encoded text.

use percent_encoding::percent_decode;
use vrlet_function::prelude::*;

use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The escaped text.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_percent",
    category: Category::Codec,
    about: "A text with the bytes that `%` and two hexadecimal digits stand for. What is no such \
            escape stays as it is, as does `+`; what is not UTF-8 afterwards becomes U+FFFD.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(decode_percent),
    examples: &[
        example("Blanks and umlauts", r#"decode_percent("a%20%C3%BC")"#, r#""a ü""#),
        example("No escapes", r#"decode_percent("100%, a+b")"#, r#""100%, a+b""#),
    ],
});

fn decode_percent(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text = call.take(VALUE);
    let decoded: Vec<u8> = percent_decode(text.as_bytes()).collect();
    Ok(Value::Bytes(to_utf8(Text::from_vec(decoded))))
}

//! `encode_base16`: bytes as hexadecimal digits.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "encode_base16",
    category: Category::Codec,
    about: "The bytes of a text as hexadecimal digits, two a byte, in lower case.",
    params: &[required("value", STRING, "The bytes.")],
    returns: |_| TypeDef::string(),
    body: Body::Plain(encode_base16),
    examples: &[example("A word", r#"encode_base16("vrlet")"#, r#""76726c6574""#)],
    ..Function::BASE
};

fn encode_base16(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (bytes,) = call.unpack::<(Text,)>();
    Ok(base16ct::lower::encode_string(bytes.as_bytes()).into())
}

//! `encode_base16`: encodes bytes as hexadecimal digits.

use vrlet_function::prelude::*;

use crate::hex;

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_base16",
    category: Category::Codec,
    about: "The bytes of a text as hexadecimal digits, two a byte, in lower case.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(encode_base16),
    examples: &[example("A word", r#"encode_base16("vrlet")"#, r#""76726c6574""#)],
});

fn encode_base16(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(hex::lower(call.take(VALUE).as_bytes()).into())
}

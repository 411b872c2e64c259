//! `parse_cbor`: a value in the Concise Binary Object Representation.

use vrlet_function::prelude::*;

use super::cbor;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_cbor",
    category: Category::Parse,
    about: "The value of a text in [CBOR](https://www.rfc-editor.org/rfc/rfc8949). Byte strings \
            become strings.",
    params: &[required("value", STRING, "The bytes.")],
    returns: |_| TypeDef::new(Kind::json()).fallible(),
    failures: &[
        "The bytes are not CBOR, or end too early.",
        "A map has a key that is not a string, or a value is tagged.",
        "A number does not fit an integer of 64 bits, or is NaN.",
    ],
    body: Body::Plain(parse_cbor),
    examples: &[
        example("A string", r#"parse_cbor!("eabcde")"#, r#""abcde""#),
        example("An integer", r#"parse_cbor!("\u{17}")"#, "23"),
        fails("Nothing", r#"parse_cbor!("")"#, "no CBOR"),
    ],
    ..Function::BASE
};

fn parse_cbor(call: &mut Call<'_>) -> Result<Value, Failure> {
    let bytes: Text = call.take(0);
    cbor::read(bytes.as_bytes())
}

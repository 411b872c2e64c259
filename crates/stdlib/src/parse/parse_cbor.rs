//! `parse_cbor`: decodes CBOR, the Concise Binary Object Representation.

use vrlet_function::prelude::*;

use super::cbor;

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_cbor",
    category: Category::Parse,
    about: "The value of a text in [CBOR](https://www.rfc-editor.org/rfc/rfc8949). Byte strings \
            become strings, integers beyond 9223372036854775807 floats.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::new(Kind::json()).fallible(),
    failures: &[
        "The bytes are not CBOR, or end too early.",
        "A map has a key that is not a string, or a value is tagged.",
        "A negative number does not fit an integer of 64 bits, or a number is NaN.",
    ],
    body: Body::Plain(parse_cbor),
    examples: &[
        example("A string", r#"parse_cbor!("eabcde")"#, r#""abcde""#),
        example("An integer", r#"parse_cbor!("\u{17}")"#, "23"),
        fails("Nothing", r#"parse_cbor!("")"#, "no CBOR"),
    ],
});

fn parse_cbor(call: &mut Call<'_>) -> Result<Value, Failure> {
    cbor::read(call.take(VALUE).as_bytes())
}

//! `parse_cbor`: a value in the Concise Binary Object Representation.

use ciborium::Value as Cbor;
use vrlet_function::prelude::*;

/// How deep arrays and maps may be nested.
const DEEPEST: usize = 127;

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
    let cbor = ciborium::de::from_reader_with_recursion_limit(bytes.as_bytes(), DEEPEST)
        .map_err(|error| Failure::new(format!("the bytes are no CBOR: {error}")))?;
    value(cbor)
}

fn value(cbor: Cbor) -> Result<Value, Failure> {
    Ok(match cbor {
        Cbor::Null => Value::Null,
        Cbor::Bool(boolean) => boolean.into(),
        Cbor::Integer(number) => i64::try_from(i128::from(number))
            .map(Value::Integer)
            .map_err(|_| Failure::fixed("a number does not fit an integer of 64 bits"))?,
        Cbor::Float(number) => {
            Value::float(number).ok_or(Failure::fixed("a number is NaN, which no value can be"))?
        }
        Cbor::Bytes(bytes) => Value::Bytes(Text::from_vec(bytes)),
        Cbor::Text(text) => text.into(),
        Cbor::Array(items) => items.into_iter().map(value).collect::<Result<Vec<_>, _>>()?.into(),
        Cbor::Map(fields) => {
            let fields = fields.into_iter().map(|(key, item)| match key {
                Cbor::Text(key) => Ok((Key::from(key), value(item)?)),
                _ => Err(Failure::fixed("a map has a key that is no string")),
            });
            fields.collect::<Result<Object, _>>()?.into()
        }
        _ => return Err(Failure::fixed("a value is tagged, which has no meaning here")),
    })
}

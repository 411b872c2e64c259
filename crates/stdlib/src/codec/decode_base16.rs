//! `decode_base16`: decodes hexadecimal digits to bytes.

use vrlet_function::prelude::*;

use crate::hex::{self, HexError};

const VALUE: Arg<Text> = Arg::required("value", "The digits.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_base16",
    category: Category::Codec,
    about: "The bytes that hexadecimal digits say, two a byte, in lower or upper case.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["There is something else than digits in the text.", "The number of digits is odd."],
    body: Body::Plain(decode_base16),
    examples: &[
        example("A word", r#"decode_base16!("76726C6574")"#, r#""vrlet""#),
        fails("Half a byte", r#"decode_base16!("767")"#, "even number of digits"),
    ],
});

fn decode_base16(call: &mut Call<'_>) -> Result<Value, Failure> {
    let digits = call.take(VALUE);
    let bytes = hex::decode(digits.as_bytes()).map_err(|error| match error {
        HexError::Odd => {
            Failure::fixed("hexadecimal digits come in pairs, expected an even number of digits")
        }
        HexError::NoDigit => Failure::fixed(
            "the text holds something else than the hexadecimal digits `0` to `9` and `a` to `f`",
        ),
    })?;
    Ok(Value::Bytes(Text::from_vec(bytes)))
}

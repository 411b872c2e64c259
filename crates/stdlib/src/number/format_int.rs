//! `format_int`: write an integer in another base.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "format_int",
    category: Category::Number,
    about: "The digits of an integer in a base from 2 to 36: `0` to `9`, then `a` to `z`.",
    params: &[
        required("value", INTEGER, "The integer."),
        optional("base", INTEGER, "The base: how many different digits there are.")
            .default(Literal::Integer(10)),
    ],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The base is not from 2 to 36."],
    body: Body::Plain(format_int),
    examples: &[
        example("Hexadecimal", "format_int!(42, 16)", r#""2a""#),
        example("A negative number", "format_int!(-42, base: 2)", r#""-101010""#),
        example("Decimal", "format_int!(42)", r#""42""#),
        fails("No such base", "format_int!(42, 37)", "from 2 to 36"),
    ],
    ..Function::BASE
};

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

fn format_int(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (number, base) = call.unpack::<(i64, i64)>();
    let base = match u64::try_from(base) {
        Ok(base @ 2..=36) => base,
        _ => return Err(Failure::new(format!("a base must be from 2 to 36, it is {base}"))),
    };
    let mut text = Vec::new();
    let mut rest = number.unsigned_abs();
    loop {
        text.push(DIGITS[usize::try_from(rest % base).expect("less than 36")]);
        rest /= base;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        text.push(b'-');
    }
    text.reverse();
    Ok(Value::Bytes(Text::from_vec(text)))
}

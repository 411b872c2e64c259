//! `format_int`: formats an integer in a base.

use vrlet_function::prelude::*;

const VALUE: Arg<i64> = Arg::required("value", "The integer.");
const BASE: Arg<i64> = Arg::optional("base", "The base: how many different digits there are.")
    .default(Literal::Integer(10))
    .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "format_int",
    category: Category::Number,
    about: "The digits of an integer in a base from 2 to 36: `0` to `9`, then `a` to `z`.",
    params: &[VALUE.param(), BASE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The base is not from 2 to 36."],
    body: Body::Plain(format_int),
    examples: &[
        example("Hexadecimal", "format_int!(42, 16)", r#""2a""#),
        example("A negative number", "format_int!(-42, base: 2)", r#""-101010""#),
        example("Decimal", "format_int!(42)", r#""42""#),
        fails("No such base", "format_int!(42, 37)", "from 2 to 36"),
    ],
});

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

fn format_int(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (number, base) = (call.take(VALUE), call.take(BASE));
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

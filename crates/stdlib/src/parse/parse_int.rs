//! `parse_int`: parses an integer in a base.

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text of an integer.");
const BASE: Arg<Option<i64>> =
    Arg::optional("base", "The base, from 2 to 36; then no prefix is understood.").after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_int",
    category: Category::Parse,
    about: "The integer that a text stands for. Without `base` its prefix tells the base: `0b` is \
            binary, `0o` or `0` octal, `0x` hexadecimal, and anything else is decimal.",
    params: &[VALUE.param(), BASE.param()],
    returns: |_| TypeDef::integer().fallible(),
    failures: &[
        "The text is not an integer of 64 bits in the base.",
        "The base is not between 2 and 36.",
    ],
    body: Body::Plain(parse_int),
    examples: &[
        example("Decimal", r#"parse_int!("-42")"#, "-42"),
        example("By its prefix", r#"parse_int!("0x1f")"#, "31"),
        example("In a base", r#"parse_int!("1f", 16)"#, "31"),
        fails("No integer", r#"parse_int!("12s")"#, "is no integer"),
    ],
});

fn parse_int(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (value, base) = (call.take(VALUE), call.take(BASE));
    let text = value.to_str();
    let (base, digits) = match base {
        None => by_prefix(&text),
        Some(base) => match u32::try_from(base) {
            Ok(base @ 2..=36) => (base, &*text),
            _ => {
                return Err(Failure::new(format!(
                    "{base} is no base, it must be between 2 and 36"
                )));
            }
        },
    };
    match i64::from_str_radix(digits, base) {
        Ok(number) => Ok(Value::Integer(number)),
        Err(_) => Err(Failure::new(format!("`{text}` is no integer of 64 bits in base {base}"))),
    }
}

fn by_prefix(text: &str) -> (u32, &str) {
    match text.as_bytes() {
        [b'0', b'b', ..] => (2, &text[2..]),
        [b'0', b'o', ..] => (8, &text[2..]),
        [b'0', b'x', ..] => (16, &text[2..]),
        [b'0', ..] => (8, text),
        _ => (10, text),
    }
}

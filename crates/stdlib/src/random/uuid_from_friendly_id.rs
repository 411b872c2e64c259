//! `uuid_from_friendly_id`: decodes a short identifier (base 62) to its UUID.

use uuid::Uuid;
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The Friendly ID.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "uuid_from_friendly_id",
    category: Category::Random,
    about: "The UUID of a Friendly ID, which is its number in base 62 with the digits `0-9A-Za-z`.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "`value` is empty or has a character that is no digit of base 62.",
        "The number is larger than a UUID.",
    ],
    body: Body::Plain(|call| {
        let id = call.take(VALUE);
        Ok(super::uuid::text(Uuid::from_u128(decode(&id)?)))
    }),
    examples: &[
        example(
            "A Friendly ID",
            r#"uuid_from_friendly_id!("3s87yEvnmkiPBMHsj8bwwc")"#,
            r#""7f41deed-d5e2-8b5e-7a13-ab4ff93cfad2""#,
        ),
        fails("Not one", r#"uuid_from_friendly_id!("a-b")"#, "`-` is no digit"),
    ],
});

fn decode(id: &Text) -> Result<u128, Failure> {
    if id.is_empty() {
        return Err(Failure::fixed("an empty string is no Friendly ID"));
    }
    let mut number = 0_u128;
    for byte in id.as_bytes() {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'A'..=b'Z' => byte - b'A' + 10,
            b'a'..=b'z' => byte - b'a' + 36,
            other => {
                let shown = other.escape_ascii();
                return Err(Failure::new(format_args!(
                    "`{shown}` is no digit of a Friendly ID, expected `0-9`, `A-Z` or `a-z`"
                )));
            }
        };
        number = number
            .checked_mul(62)
            .and_then(|number| number.checked_add(digit.into()))
            .ok_or(Failure::fixed("the Friendly ID is larger than a UUID"))?;
    }
    Ok(number)
}

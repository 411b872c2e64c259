//! `is_ipv4`: whether a string is an IPv4 address.

use std::net::Ipv4Addr;

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_ipv4",
    category: Category::Ip,
    about: "Whether a text is an IPv4 address.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        Ok(Value::Boolean(super::address::parse::<Ipv4Addr>(&text).is_some()))
    }),
    examples: &[
        example("It is", r#"is_ipv4("10.0.102.37")"#, "true"),
        example("It is not", r#"is_ipv4("2001:db8::1")"#, "false"),
    ],
});

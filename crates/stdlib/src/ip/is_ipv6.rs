//! `is_ipv6`: whether a string is an IPv6 address.

use std::net::Ipv6Addr;

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "is_ipv6",
    category: Category::Ip,
    about: "Whether a text is an IPv6 address; one with a zone or in brackets is not.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        Ok(Value::Boolean(super::address::parse::<Ipv6Addr>(&text).is_some()))
    }),
    examples: &[
        example("It is", r#"is_ipv6("2001:db8::1")"#, "true"),
        example("It is not", r#"is_ipv6("10.0.102.37")"#, "false"),
    ],
});

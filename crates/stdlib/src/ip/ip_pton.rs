//! `ip_pton`: converts an address to its bytes.

use std::net::IpAddr;

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The address.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "ip_pton",
    category: Category::Ip,
    about: "The 4 bytes of an IPv4 address, or the 16 of an IPv6 address.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The text is not an address."],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        Ok(Value::Bytes(match super::address::address(&text)? {
            IpAddr::V4(address) => Text::from_bytes(&address.octets()),
            IpAddr::V6(address) => Text::from_bytes(&address.octets()),
        }))
    }),
    examples: &[
        example("Four bytes", r#"ip_pton!("97.98.99.100")"#, r#""abcd""#),
        fails("Not an address", r#"ip_pton!("localhost")"#, "no IP address"),
    ],
});

//! `ip_to_ipv6`: converts any address to IPv6.

use std::net::IpAddr;

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The address.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "ip_to_ipv6",
    category: Category::Ip,
    about: "An IPv4 address as an IPv4-mapped IPv6 address; an IPv6 address in its usual notation.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The text is not an address."],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        Ok(match super::address::address(&text)? {
            IpAddr::V4(address) => address.to_ipv6_mapped().to_string().into(),
            IpAddr::V6(address) => address.to_string().into(),
        })
    }),
    examples: &[
        example("Mapped", r#"ip_to_ipv6!("192.168.10.32")"#, r#""::ffff:192.168.10.32""#),
        example("Already IPv6", r#"ip_to_ipv6!("2404:6800:0::64")"#, r#""2404:6800::64""#),
    ],
});

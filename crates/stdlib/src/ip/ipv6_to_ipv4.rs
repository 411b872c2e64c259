//! `ipv6_to_ipv4`: extracts the IPv4 address of a mapped IPv6 address.

use std::net::IpAddr;

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The address.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "ipv6_to_ipv4",
    category: Category::Ip,
    about: "The IPv4 address inside of an IPv6 address that is mapped (`::ffff:1.2.3.4`) or \
            compatible (`::1.2.3.4`). An IPv4 address stays as it is. There is none inside of \
            `::` and `::1`.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The text is not an address.", "There is no IPv4 address inside."],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        let inside = match super::address::address(&text)? {
            IpAddr::V4(address) => Some(address),
            // The unspecified address and the loopback address are none that is compatible.
            IpAddr::V6(address) if address.is_unspecified() || address.is_loopback() => None,
            IpAddr::V6(address) => address.to_ipv4(),
        };
        let inside = inside
            .ok_or_else(|| Failure::new(format!("there is no IPv4 address inside of `{text}`")))?;
        Ok(inside.to_string().into())
    }),
    examples: &[
        example("Mapped", r#"ipv6_to_ipv4!("::ffff:192.168.0.1")"#, r#""192.168.0.1""#),
        fails("Nothing inside", r#"ipv6_to_ipv4!("2404:6800::64")"#, "no IPv4 address inside"),
    ],
});

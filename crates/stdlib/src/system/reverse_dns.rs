//! `reverse_dns`: the host name of an address.

use std::net::IpAddr;

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The address, IPv4 or IPv6.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "reverse_dns",
    category: Category::System,
    about: "The host name of an IP address, from the name service of the machine. Each call waits \
            for its answer, so use it only where few events come.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "`value` is not an IP address.",
        "There is no name, or no server answers in time.",
        "The host gives programs no network.",
    ],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        let address: IpAddr =
            text.as_str().and_then(|text| text.parse().ok()).ok_or_else(|| {
                Failure::new(format_args!(
                    "`{}` is no IP address, expected one such as `192.0.2.1`",
                    text.to_str()
                ))
            })?;
        call.host().network.name_of(address).map(Value::Bytes)
    }),
    examples: &[
        example("With a default", r#"reverse_dns("203.0.113.1") ?? "unknown""#, r#""unknown""#),
        fails("Not an address", r#"reverse_dns!("localhost")"#, "no IP address"),
    ],
})
.reaches(&[Reach::Network]);

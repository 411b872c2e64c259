//! `ip_ntoa`: converts a number to an IPv4 address.

use std::net::Ipv4Addr;

use vrlet_function::prelude::*;

const VALUE: Arg<i64> = Arg::required("value", "The number.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "ip_ntoa",
    category: Category::Ip,
    about: "The IPv4 address of a number of 32 bits.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The number is negative, or has more than 32 bits."],
    body: Body::Plain(|call| {
        let number: i64 = call.take(VALUE);
        let address = u32::try_from(number).map_err(|_| {
            Failure::new(format!(
                "an IPv4 address is a number from 0 to {}, this is {number}",
                u32::MAX
            ))
        })?;
        Ok(Ipv4Addr::from(address).to_string().into())
    }),
    examples: &[
        example("An address", "ip_ntoa!(16909060)", r#""1.2.3.4""#),
        fails("Too large", "ip_ntoa!(4294967296)", "from 0 to"),
    ],
});

//! `ip_subnet`: the network address for a subnet mask or prefix.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The address.");
const SUBNET: Arg<Text> =
    Arg::required("subnet", "The mask: an address, or `/` and a number of bits.").after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "ip_subnet",
    category: Category::Ip,
    about: "The part of an address that a mask keeps; the other bits become 0.",
    params: &[VALUE.param(), SUBNET.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The text is not an address.",
        "The mask is none, or one for the other version of addresses.",
        "The mask has more bits than the address.",
    ],
    body: Body::Plain(ip_subnet),
    examples: &[
        example("A number of bits", r#"ip_subnet!("192.168.10.32", "/24")"#, r#""192.168.10.0""#),
        example("A mask", r#"ip_subnet!("192.168.10.32", "255.255.0.0")"#, r#""192.168.0.0""#),
        example("IPv6", r#"ip_subnet!("2404:6800:4003:c02::64", "/32")"#, r#""2404:6800::""#),
        fails("Too many bits", r#"ip_subnet!("192.168.10.32", "/33")"#, "up to 32"),
    ],
});

fn ip_subnet(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (address, mask) = (call.take(VALUE), call.take(SUBNET));
    let subnet = match super::address::address(&address)? {
        IpAddr::V4(address) => {
            let mask = match bits(&mask, Ipv4Addr::BITS)? {
                Some(bits) => high_bits(bits, Ipv4Addr::BITS) as u32,
                None => super::address::v4_address(&mask)?.to_bits(),
            };
            IpAddr::from(Ipv4Addr::from_bits(address.to_bits() & mask))
        }
        IpAddr::V6(address) => {
            let mask = match bits(&mask, Ipv6Addr::BITS)? {
                Some(bits) => high_bits(bits, Ipv6Addr::BITS),
                None => super::address::v6_address(&mask)?.to_bits(),
            };
            IpAddr::from(Ipv6Addr::from_bits(address.to_bits() & mask))
        }
    };
    Ok(subnet.to_string().into())
}

/// The number of bits that a mask says, unless it is written as an address.
fn bits(mask: &Text, most: u32) -> Result<Option<u32>, Failure> {
    let Some(bits) = mask.as_str().and_then(|mask| mask.strip_prefix('/')) else {
        return Ok(None);
    };
    match bits.parse() {
        Ok(bits) if bits <= most => Ok(Some(bits)),
        _ => Err(Failure::new(format!(
            "a mask of this address is `/` and a number of bits up to {most}, not `{mask}`"
        ))),
    }
}

/// A mask of so many bits from the left of a width; as VRL sees it, none keeps all.
fn high_bits(bits: u32, width: u32) -> u128 {
    let all = u128::MAX >> (u128::BITS - width);
    if bits == 0 { all } else { all & !(all.checked_shr(bits).unwrap_or(0)) }
}

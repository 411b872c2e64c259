//! Functions of addresses.

#[cfg(feature = "crypto")]
mod decrypt_ip;
#[cfg(feature = "crypto")]
mod encrypt_ip;
mod ip_aton;
mod ip_cidr_contains;
#[cfg(feature = "crypto")]
mod ip_cipher;
mod ip_ntoa;
mod ip_ntop;
mod ip_pton;
mod ip_subnet;
mod ip_to_ipv6;
mod ipv6_to_ipv4;
mod is_ipv4;
mod is_ipv6;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    #[cfg(feature = "crypto")]
    &decrypt_ip::FUNCTION,
    #[cfg(feature = "crypto")]
    &encrypt_ip::FUNCTION,
    &ip_aton::FUNCTION,
    &ip_cidr_contains::FUNCTION,
    &ip_ntoa::FUNCTION,
    &ip_ntop::FUNCTION,
    &ip_pton::FUNCTION,
    &ip_subnet::FUNCTION,
    &ip_to_ipv6::FUNCTION,
    &ipv6_to_ipv4::FUNCTION,
    &is_ipv4::FUNCTION,
    &is_ipv6::FUNCTION,
];

/// The address that a text says.
pub(crate) fn address(text: &Text) -> Result<IpAddr, Failure> {
    parse(text).ok_or_else(|| Failure::new(format!("`{text}` is no IP address")))
}

/// The IPv4 address that a text says.
fn v4_address(text: &Text) -> Result<Ipv4Addr, Failure> {
    parse(text).ok_or_else(|| Failure::new(format!("`{text}` is no IPv4 address")))
}

/// The IPv6 address that a text says.
fn v6_address(text: &Text) -> Result<Ipv6Addr, Failure> {
    parse(text).ok_or_else(|| Failure::new(format!("`{text}` is no IPv6 address")))
}

fn parse<T: FromStr>(text: &Text) -> Option<T> {
    text.as_str().and_then(|text| text.parse().ok())
}

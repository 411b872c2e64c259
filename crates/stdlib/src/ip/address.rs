//! Parsing of IP addresses, with the errors of those that are none.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;
use vrlet_function::prelude::*;

/// The address that a text says.
pub(crate) fn address(text: &Text) -> Result<IpAddr, Failure> {
    parse(text).ok_or_else(|| Failure::new(format!("`{text}` is no IP address")))
}

/// The IPv4 address that a text says.
pub(super) fn v4_address(text: &Text) -> Result<Ipv4Addr, Failure> {
    parse(text).ok_or_else(|| Failure::new(format!("`{text}` is no IPv4 address")))
}

/// The IPv6 address that a text says.
pub(super) fn v6_address(text: &Text) -> Result<Ipv6Addr, Failure> {
    parse(text).ok_or_else(|| Failure::new(format!("`{text}` is no IPv6 address")))
}

pub(super) fn parse<T: FromStr>(text: &Text) -> Option<T> {
    text.as_str().and_then(|text| text.parse().ok())
}

//! IP address functions.

mod address;
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
mod network;

use vrlet_function::prelude::*;

#[cfg(feature = "crypto")]
pub(crate) use self::address::address;

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

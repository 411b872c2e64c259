//! The parameters of a service in records of the types SVCB and HTTPS.

use std::fmt::Display;
use std::net::{Ipv4Addr, Ipv6Addr};

use super::digits::base64;
use super::name::push_escaped;
use super::reader::{Malformed, Reader};

const NAMES: [&str; 13] = [
    "mandatory",
    "alpn",
    "no-default-alpn",
    "port",
    "ipv4hint",
    "ech",
    "ipv6hint",
    "dohpath",
    "ohttp",
    "tls-supported-groups",
    "docpath",
    "pvd",
    "oots",
];

fn name(key: u16) -> String {
    NAMES.get(usize::from(key)).map_or_else(|| format!("key{key}"), |name| (*name).to_owned())
}

/// All parameters, in the order of their keys.
pub(super) fn parameters(data: &mut Reader<'_>) -> Result<String, Malformed> {
    let mut shown = Vec::new();
    let mut last = None;
    while !data.is_empty() {
        let key = data.u16()?;
        if last >= Some(key) {
            return Err(Malformed("the parameters of a service are out of order"));
        }
        last = Some(key);
        let length = data.u16()?;
        let value = data.bytes(length.into())?;
        shown.push(known(key, value).unwrap_or_else(|| unknown(key, value)));
    }
    Ok(shown.join(" "))
}

/// A parameter whose value is as its key says.
fn known(key: u16, value: &[u8]) -> Option<String> {
    let numbers = || chunks(value).map(u16::from_be_bytes);
    Some(match key {
        0 if value.len().is_multiple_of(2) => list("mandatory", numbers().map(name)),
        1 => list("alpn", protocols(value)?.into_iter()),
        2 => "nodefaultalpn".to_owned(),
        3 => format!("port={}", u16::from_be_bytes(*value.first_chunk()?)),
        4 if value.len().is_multiple_of(4) => {
            list("ipv4hint", chunks::<4>(value).map(Ipv4Addr::from))
        }
        5 if value.is_empty() => "ech".to_owned(),
        5 => format!("ech={}", base64(value)),
        6 if value.len().is_multiple_of(16) => {
            list("ipv6hint", chunks::<16>(value).map(Ipv6Addr::from))
        }
        7 if value.is_empty() => "dohpath".to_owned(),
        7 => format!("dohpath={}", String::from_utf8_lossy(value)),
        8 => "ohttp".to_owned(),
        9 if !value.is_empty() && value.len().is_multiple_of(2) => {
            list("tls-supported-groups", numbers())
        }
        _ => return None,
    })
}

fn unknown(key: u16, value: &[u8]) -> String {
    let mut shown = name(key);
    if !value.is_empty() {
        shown.push('=');
        push_escaped(&mut shown, value, |byte| matches!(byte, b' ' | b'"' | b'\\' | b';'));
    }
    shown
}

fn list(name: &str, values: impl Iterator<Item = impl Display>) -> String {
    let values: Vec<_> = values.map(|value| value.to_string()).collect();
    if values.is_empty() { String::new() } else { format!("{name}={}", values.join(",")) }
}

fn chunks<const N: usize>(value: &[u8]) -> impl Iterator<Item = [u8; N]> + '_ {
    value.as_chunks().0.iter().copied()
}

/// The names of protocols, each after its length.
fn protocols(value: &[u8]) -> Option<Vec<String>> {
    let mut reader = Reader::new(value);
    let mut names = Vec::new();
    while !reader.is_empty() {
        names.push(reader.text().ok()?.iter().copied().map(char::from).collect());
    }
    Some(names)
}

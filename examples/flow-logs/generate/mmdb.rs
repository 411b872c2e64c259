//! A writer for MaxMind DB files, version 2.0 of the format: enough for small sample
//! databases. A file is a binary search tree over address bits, sixteen zero bytes, a data
//! section that the tree's leaves point into, a marker, and a map of metadata.

mod data;
mod tree;

use std::net::Ipv6Addr;

use data::DataSection;
pub use data::Value;
use tree::Tree;

/// Zero bytes between the tree and the data section.
const SEPARATOR: [u8; 16] = [0; 16];

/// What the metadata begins after.
const METADATA_MARKER: &[u8] = b"\xab\xcd\xefMaxMind.com";

/// Where IPv4 addresses can be found besides `::/96`: mapped addresses and 6to4.
const IPV4_ALIASES: [(u128, u32); 2] = [(0xffff << 32, 96), (0x2002 << 112, 16)];

/// What the metadata says about a database.
pub struct Description {
    /// The kind by which readers know the records, such as `GeoLite2-City`.
    pub database_type: &'static str,
    /// Languages of the names in the records.
    pub languages: &'static [&'static str],
    /// One sentence in English.
    pub about: &'static str,
    /// Unix seconds of the build: a constant, or no two builds are alike.
    pub build_epoch: u64,
}

/// The bytes of a database that gives each network its record. Of nested networks the
/// smallest wins, whatever their order here.
pub fn write(description: &Description, networks: &[(u128, u32, Value)]) -> Vec<u8> {
    let mut tree = Tree::new();
    let mut data = DataSection::new();
    let mut widest_first: Vec<_> = networks.iter().collect();
    widest_first.sort_by_key(|(_, prefix, _)| *prefix);
    for (address, prefix, record) in widest_first {
        tree.insert(*address, *prefix, data.add(record));
    }
    for (address, prefix) in IPV4_ALIASES {
        tree.alias(address, prefix, (0, 96));
    }
    let mut file = tree.bytes(SEPARATOR.len());
    file.extend_from_slice(&SEPARATOR);
    file.extend_from_slice(data.bytes());
    file.extend_from_slice(METADATA_MARKER);
    file.extend_from_slice(&metadata(description, tree.node_count()).plain());
    file
}

/// An address as the 128 bits that the tree is searched by; IPv4 lies in `::/96`.
pub fn bits(address: std::net::IpAddr) -> u128 {
    match address {
        std::net::IpAddr::V4(v4) => u128::from(v4.to_bits()),
        std::net::IpAddr::V6(v6) => Ipv6Addr::to_bits(v6),
    }
}

fn metadata(description: &Description, node_count: u32) -> Value {
    let languages = description.languages.iter().map(|code| Value::text(code)).collect();
    Value::Map(vec![
        ("binary_format_major_version", Value::Uint16(2)),
        ("binary_format_minor_version", Value::Uint16(0)),
        ("build_epoch", Value::Uint64(description.build_epoch)),
        ("database_type", Value::text(description.database_type)),
        ("description", Value::Map(vec![("en", Value::text(description.about))])),
        ("ip_version", Value::Uint16(6)),
        ("languages", Value::Array(languages)),
        ("node_count", Value::Uint32(node_count)),
        ("record_size", Value::Uint16(tree::RECORD_BITS)),
    ])
}

//! A writer of small MaxMind databases, for tests that need records of their own: every type of data,
//! every size of tree nodes, IPv4 alone or both versions, and data that is damaged on purpose.

use std::net::IpAddr;

/// The zeros between the search tree and the data.
const SEPARATOR: usize = 16;
const MARKER: &[u8] = b"\xab\xcd\xefMaxMind.com";

/// A value of the data section.
#[derive(Clone)]
pub enum Data {
    Text(&'static str),
    Bytes(&'static [u8]),
    Boolean(bool),
    Double(f64),
    Float(f32),
    Int32(i32),
    Uint16(u16),
    Uint32(u32),
    Uint64(u64),
    Uint128(u128),
    Map(Vec<(&'static str, Data)>),
    Array(Vec<Data>),
    /// Bytes as they are, control byte included.
    Raw(Vec<u8>),
}

use Data::{Array, Boolean, Double, Map, Text, Uint16, Uint32, Uint64};

impl Data {
    /// Names in languages: `names([("en", "London")])`.
    pub fn names<const N: usize>(names: [(&'static str, &'static str); N]) -> Self {
        Map(names.into_iter().map(|(language, name)| (language, Text(name))).collect())
    }

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Text(text) => whole(2, text.as_bytes(), out),
            Self::Bytes(bytes) => whole(4, bytes, out),
            Boolean(boolean) => control(14, usize::from(*boolean), out),
            Double(number) => whole(3, &number.to_be_bytes(), out),
            Self::Float(number) => whole(15, &number.to_be_bytes(), out),
            Self::Int32(number) => whole(8, &number.to_be_bytes(), out),
            Uint16(number) => whole(5, &number.to_be_bytes(), out),
            Uint32(number) => whole(6, &number.to_be_bytes(), out),
            Uint64(number) => whole(9, &number.to_be_bytes(), out),
            Self::Uint128(number) => whole(10, &number.to_be_bytes(), out),
            Map(entries) => {
                control(7, entries.len(), out);
                for (key, value) in entries {
                    Text(key).write(out);
                    value.write(out);
                }
            }
            Array(items) => {
                control(11, items.len(), out);
                items.iter().for_each(|item| item.write(out));
            }
            Self::Raw(bytes) => out.extend_from_slice(bytes),
        }
    }
}

/// The control byte with type and size, and the bytes that follow it where one is not enough.
fn control(kind: u8, size: usize, out: &mut Vec<u8>) {
    let (low, rest) = match size {
        0..29 => (size as u8, None),
        _ => (29, Some(u8::try_from(size - 29).expect("no test needs more"))),
    };
    if kind < 8 {
        out.push(kind << 5 | low);
    } else {
        out.extend([low, kind - 7]);
    }
    out.extend(rest);
}

fn whole(kind: u8, bytes: &[u8], out: &mut Vec<u8>) {
    control(kind, bytes.len(), out);
    out.extend_from_slice(bytes);
}

#[derive(Clone, Copy, PartialEq)]
enum Entry {
    Nothing,
    Node(usize),
    Record(usize),
}

/// A database that is being made.
pub struct Database {
    kind: &'static str,
    /// 4 for addresses of IPv4 alone, 6 for both.
    version: u16,
    /// Bits of an entry of a node: 24, 28 or 32.
    bits: u16,
    nodes: Vec<[Entry; 2]>,
    data: Vec<u8>,
}

impl Database {
    /// A database of a type such as `GeoLite2-City`, of both versions, with entries of 28 bits.
    pub fn new(kind: &'static str) -> Self {
        let data = Vec::new();
        Self { kind, version: 6, bits: 28, nodes: vec![[Entry::Nothing; 2]], data }
    }

    pub fn of_ipv4(self) -> Self {
        Self { version: 4, ..self }
    }

    pub fn entry_bits(self, bits: u16) -> Self {
        Self { bits, ..self }
    }

    /// Adds the record of a network, such as `192.0.2.0/24`; no network may contain another.
    pub fn network(mut self, network: &str, record: &Data) -> Self {
        let (address, prefix) = network.split_once('/').expect("an address and a length");
        let (address, prefix): (IpAddr, u32) =
            (address.parse().expect("an address"), prefix.parse().expect("a length"));
        let (address, prefix) = match (address, self.version) {
            (IpAddr::V4(address), 4) => (u128::from(address.to_bits()) << 96, prefix),
            (IpAddr::V4(address), _) => (address.to_bits().into(), prefix + 96),
            (IpAddr::V6(address), _) => (address.to_bits(), prefix),
        };
        let offset = self.data.len();
        record.write(&mut self.data);
        let mut node = 0;
        for depth in 0..prefix {
            let side = (address >> (127 - depth) & 1) as usize;
            if depth + 1 == prefix {
                self.nodes[node][side] = Entry::Record(offset);
                break;
            }
            node = match self.nodes[node][side] {
                Entry::Node(next) => next,
                Entry::Nothing => {
                    self.nodes.push([Entry::Nothing; 2]);
                    self.nodes[node][side] = Entry::Node(self.nodes.len() - 1);
                    self.nodes.len() - 1
                }
                Entry::Record(_) => panic!("{network} lies inside of another network"),
            };
        }
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        self.with_metadata(&self.metadata())
    }

    /// The file with metadata of a test's own.
    pub fn with_metadata(&self, metadata: &Data) -> Vec<u8> {
        let mut file = Vec::new();
        for node in &self.nodes {
            let [left, right] = node.map(|entry| match entry {
                Entry::Nothing => self.nodes.len(),
                Entry::Node(node) => node,
                Entry::Record(offset) => self.nodes.len() + SEPARATOR + offset,
            });
            let [left, right] = [left as u32, right as u32].map(u32::to_be_bytes);
            match self.bits {
                24 => file.extend([&left[1..], &right[1..]].concat()),
                28 => {
                    let middle = left[0] << 4 | right[0];
                    file.extend([&left[1..], &[middle], &right[1..]].concat());
                }
                _ => file.extend([left, right].concat()),
            }
        }
        file.extend([0; SEPARATOR]);
        file.extend_from_slice(&self.data);
        file.extend_from_slice(MARKER);
        metadata.write(&mut file);
        file
    }

    /// What stands at the end of the file.
    pub fn metadata(&self) -> Data {
        Map(vec![
            ("binary_format_major_version", Uint16(2)),
            ("binary_format_minor_version", Uint16(0)),
            ("build_epoch", Uint64(1_700_000_000)),
            ("database_type", Text(self.kind)),
            ("description", Data::names([("en", "made by a test")])),
            ("ip_version", Uint16(self.version)),
            ("languages", Array(vec![Text("en")])),
            ("node_count", Uint32(self.nodes.len() as u32)),
            ("record_size", Uint16(self.bits)),
        ])
    }
}

//! A question to a server, as it travels.

use std::net::IpAddr;

use super::code::{Class, RecordType};
use super::name::wire_labels;

/// What is asked, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Query {
    /// The name, as it travels.
    pub name: Vec<u8>,
    /// The type of the records.
    pub record_type: RecordType,
    /// Their class.
    pub class: Class,
    /// Whether the server should ask others.
    pub wants_recursion: bool,
    /// Whether only a server may answer that knows best.
    pub wants_authority: bool,
    /// How many bytes the answer may have in one packet, where that is said.
    pub payload: Option<u16>,
}

impl Query {
    /// Asks for the name of an address.
    #[must_use]
    pub fn name_of(address: IpAddr) -> Self {
        let labels = match address {
            IpAddr::V4(address) => {
                let octets = address.octets().into_iter().rev().map(|octet| octet.to_string());
                octets.chain(["in-addr".to_owned()]).collect::<Vec<_>>()
            }
            IpAddr::V6(address) => {
                let octets = address.octets().into_iter().rev();
                let digits = octets.flat_map(|octet| [octet & 15, octet >> 4]);
                digits.map(|digit| format!("{digit:x}")).chain(["ip6".to_owned()]).collect()
            }
        };
        let labels = labels.iter().map(String::as_str).chain(["arpa", ""]);
        Self {
            name: wire_labels(labels),
            record_type: RecordType::PTR,
            class: Class::IN,
            wants_recursion: true,
            wants_authority: false,
            payload: None,
        }
    }

    /// The message; who sends it gives it its number.
    #[must_use]
    pub fn to_message(&self) -> Vec<u8> {
        let bits = u16::from(self.wants_authority) << 10 | u16::from(self.wants_recursion) << 8;
        let counts = [1, 0, 0, u16::from(self.payload.is_some())];
        let mut message = Vec::new();
        push(&[&[0, bits][..], &counts].concat(), &mut message);
        message.extend_from_slice(&self.name);
        push(&[self.record_type.0, self.class.0], &mut message);
        if let Some(payload) = self.payload {
            // The name of the root, then a record without data in which the class is a size.
            message.push(0);
            push(&[RecordType::OPT.0, payload, 0, 0, 0], &mut message);
        }
        message
    }
}

fn push(words: &[u16], message: &mut Vec<u8>) {
    message.extend(words.iter().flat_map(|word| word.to_be_bytes()));
}

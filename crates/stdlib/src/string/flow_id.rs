//! The Community ID (version 1) of a network flow: SHA-1 over what both directions of it have in common.

use std::mem::swap;
use std::net::IpAddr;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha1::{Digest, Sha1};

const ICMP: u8 = 1;
const TCP: u8 = 6;
const UDP: u8 = 17;
const ICMP_V6: u8 = 58;
const SCTP: u8 = 132;

/// Types of ICMP messages that answer each other.
const ICMP_PAIRS: [[u16; 2]; 5] = [[8, 0], [10, 9], [13, 14], [15, 16], [17, 18]];

/// Types of ICMPv6 messages that answer each other.
const ICMP_V6_PAIRS: [[u16; 2]; 6] =
    [[128, 129], [130, 131], [133, 134], [135, 136], [139, 140], [144, 145]];

/// A flow as one of its packets shows it.
pub(super) struct Flow {
    pub source: IpAddr,
    pub destination: IpAddr,
    pub protocol: u8,
    pub source_port: Option<u16>,
    pub destination_port: Option<u16>,
}

impl Flow {
    /// The ID of a flow between addresses of one version.
    ///
    /// # Errors
    /// Where the protocol needs ports that are missing, or does not go over this version of IP.
    pub fn id(&self, seed: u16) -> Result<String, &'static str> {
        let mut from = (self.source, self.source_port);
        let mut to = (self.destination, self.destination_port);
        let mut is_one_way = false;
        let pairs: Option<&[[u16; 2]]> = match self.protocol {
            TCP | UDP | SCTP if from.1.is_none() || to.1.is_none() => {
                return Err("TCP, UDP and SCTP need both ports");
            }
            ICMP_V6 if self.source.is_ipv4() => return Err("ICMPv6 goes over IPv6 only"),
            ICMP => Some(&ICMP_PAIRS),
            ICMP_V6 => Some(&ICMP_V6_PAIRS),
            _ => None,
        };
        if let Some(pairs) = pairs {
            let (message, code) = (from.1.unwrap_or(0), to.1.unwrap_or(0));
            let answer = counterpart(pairs, message);
            is_one_way = answer.is_none();
            (from.1, to.1) = (Some(message), Some(answer.unwrap_or(code)));
        }
        if !is_one_way && to < from {
            swap(&mut from, &mut to);
        }

        let mut hash = Sha1::new();
        hash.update(seed.to_be_bytes());
        for (address, _) in [from, to] {
            match address {
                IpAddr::V4(address) => hash.update(address.octets()),
                IpAddr::V6(address) => hash.update(address.octets()),
            }
        }
        hash.update([self.protocol, 0]);
        if let (Some(from), Some(to)) = (from.1, to.1) {
            hash.update(from.to_be_bytes());
            hash.update(to.to_be_bytes());
        }
        Ok(format!("1:{}", BASE64_STANDARD.encode(hash.finalize())))
    }
}

/// The type of the message that answers a message, or that it answers.
fn counterpart(pairs: &[[u16; 2]], message: u16) -> Option<u16> {
    pairs.iter().find_map(|[question, answer]| match message {
        it if it == *question => Some(*answer),
        it if it == *answer => Some(*question),
        _ => None,
    })
}

//! One record of a flow log, and its text in the order that the console gives to "all
//! fields": alphabetical.

use std::fmt::{Display, Formatter, Result};
use std::net::IpAddr;

use crate::vpc::{ACCOUNT, CallContext, Host, REGION, VPC};

/// The highest version among the fields.
const VERSION: u8 = 5;

/// One end of a conversation, as the packets name it.
#[derive(Clone, Copy)]
pub struct End {
    pub address: IpAddr,
    pub port: u64,
    /// The AWS service that the address belongs to.
    pub service: Option<&'static str>,
}

/// The packets that went one way.
#[derive(Clone, Copy)]
pub struct Leg {
    pub from: End,
    pub to: End,
    pub protocol: u16,
    pub packets: u64,
    pub bytes: u64,
    /// FIN 1, SYN 2, RST 4, SYN-ACK 18, of all packets together.
    pub tcp_flags: u8,
}

/// Into the interface or out of it.
#[derive(Clone, Copy)]
pub enum Direction {
    Ingress,
    /// With the code of the way that the packets took.
    Egress(u8),
}

/// What an interface has to tell about an interval.
pub enum Report {
    /// Packets that it let through or refused.
    Flow { leg: Leg, direction: Direction, accepted: bool },
    /// Nothing was seen (`NODATA`), or records were lost (`SKIPDATA`).
    Gap(&'static str),
}

/// A record.
pub struct Record {
    pub host: &'static Host,
    /// Unix seconds.
    pub start: u64,
    pub end: u64,
    pub report: Report,
}

impl Display for Record {
    fn fmt(&self, line: &mut Formatter) -> Result {
        let (zone, outpost) = match self.host.subnet.context {
            CallContext::Zone(zone) => (Some(zone), None),
            CallContext::Outpost(outpost) => (None, Some(outpost)),
        };
        let (flow, log_status) = match &self.report {
            Report::Flow { leg, direction, accepted } => (Some((leg, direction, accepted)), "OK"),
            Report::Gap(status) => (None, *status),
        };
        let leg = flow.map(|(leg, ..)| leg);
        let action = flow.map(|(.., accepted)| if *accepted { "ACCEPT" } else { "REJECT" });
        let (direction, path) = match flow {
            Some((_, Direction::Ingress, _)) => (Some("ingress"), None),
            Some((_, Direction::Egress(path), _)) => (Some("egress"), Some(path)),
            None => (None, None),
        };
        let columns = [
            ACCOUNT.to_owned(),
            shown(action),
            shown(zone),
            shown(leg.map(|leg| leg.bytes)),
            shown(flow.map(|(leg, direction, _)| self.destination(leg, direction))),
            shown(leg.map(|leg| leg.to.port)),
            self.end.to_string(),
            shown(direction),
            shown(self.host.instance),
            self.host.interface.to_owned(),
            log_status.to_owned(),
            shown(leg.map(|leg| leg.packets)),
            shown(leg.and_then(|leg| leg.to.service)),
            shown(leg.map(|leg| leg.to.address)),
            shown(leg.and_then(|leg| leg.from.service)),
            shown(leg.map(|leg| leg.from.address)),
            shown(leg.map(|leg| leg.protocol)),
            REGION.to_owned(),
            shown(flow.map(|(leg, direction, _)| self.source(leg, direction))),
            shown(leg.map(|leg| leg.from.port)),
            self.start.to_string(),
            shown(outpost),
            shown(outpost.map(|_| "outpost")),
            self.host.subnet.id.to_owned(),
            shown(leg.map(|leg| leg.tcp_flags)),
            shown(path),
            shown(leg.map(|leg| if leg.from.address.is_ipv4() { "IPv4" } else { "IPv6" })),
            VERSION.to_string(),
            VPC.to_owned(),
        ];
        line.write_str(&columns.join(" "))
    }
}

impl Record {
    /// What `srcaddr` says: whatever stands behind the interface, its own address goes out.
    fn source(&self, leg: &Leg, direction: &Direction) -> IpAddr {
        match direction {
            Direction::Ingress => leg.from.address,
            Direction::Egress(_) => self.host.primary(leg.from.address),
        }
    }

    /// What `dstaddr` says: whatever stands behind the interface, its own address is reached.
    fn destination(&self, leg: &Leg, direction: &Direction) -> IpAddr {
        match direction {
            Direction::Ingress => self.host.primary(leg.to.address),
            Direction::Egress(_) => leg.to.address,
        }
    }
}

/// A field's text; `-` where it has none.
fn shown(field: Option<impl Display>) -> String {
    field.map_or_else(|| "-".to_owned(), |field| field.to_string())
}

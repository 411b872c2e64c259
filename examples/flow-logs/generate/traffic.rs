//! Conversations, and the records that they leave at each interface on their way.

use std::net::IpAddr;

use crate::flow::{Direction, End, Leg, Record, Report};
use crate::networks::{Network, Role, host};
use crate::random::Random;
use crate::scenarios::SCENARIOS;
use crate::vpc::Host;

/// The record that OpenObserve's article shows.
const ARTICLE: &str = "068194857476 ACCEPT use2-az1 384 10.1.84.181 58398 1710730062 ingress \
    i-034d383d7984e0e7b eni-0265f0f4e6a412339 OK 4 - 10.1.73.251 - 10.1.6.88 6 us-east-2 \
    10.1.6.88 2380 1710730004 - - subnet-04312ec519e831d36 19 - IPv4 5 vpc-03e33fe1eae7002e8";

/// One second after the article's record.
const START: u64 = 1_710_730_005;

/// IP protocol numbers.
pub const ICMP: u16 = 1;
pub const TCP: u16 = 6;
pub const UDP: u16 = 17;
pub const ICMPV6: u16 = 58;

/// Ways out of an interface, by their codes in flow logs.
pub const SAME_VPC: u8 = 1;
pub const VIRTUAL_PRIVATE_GATEWAY: u8 = 3;
pub const PEER_IN_REGION: u8 = 4;
pub const PEER_ELSEWHERE: u8 = 5;
pub const LOCAL_GATEWAY: u8 = 6;
pub const GATEWAY_ENDPOINT: u8 = 7;
pub const INTERNET_GATEWAY: u8 = 8;

/// Flags of a whole TCP connection, and of parts of one: as the client and as the server
/// sent them, and how often of 100.
const TCP_FLAGS: [(u64, u8, u8); 6] =
    [(45, 3, 19), (25, 0, 0), (12, 2, 18), (10, 1, 1), (5, 7, 19), (3, 4, 4)];

/// Networks that nobody announces: documentation addresses stand for the part of the
/// internet that the sample databases don't know.
const UNLISTED: [(&str, u32); 3] =
    [("203.0.113.0", 24), ("198.51.100.0", 24), ("2001:db8:51a7::", 48)];

/// How much went one way: the least number of packets, how often that may double, and
/// the least and greatest mean size of a packet.
pub struct Volume(pub u64, pub u32, pub u64, pub u64);

/// A conversation between two ends.
#[derive(Clone, Copy)]
pub struct Conversation {
    pub request: Leg,
    pub reply: Leg,
}

/// Records in the making.
pub struct Traffic<'a> {
    pub random: Random,
    networks: &'a [Network],
    clock: u64,
    records: Vec<Record>,
}

/// `count` lines of a flow log, by their start.
pub fn lines(networks: &[Network], seed: u64, count: usize) -> Vec<String> {
    let mut traffic =
        Traffic { random: Random::new(seed), networks, clock: START, records: Vec::new() };
    let weights: u64 = SCENARIOS.iter().map(|(weight, _)| weight).sum();
    while traffic.records.len() < count {
        let mut ticket = traffic.random.between(1, weights);
        for (weight, scenario) in SCENARIOS {
            if ticket <= *weight {
                scenario(&mut traffic);
                break;
            }
            ticket -= weight;
        }
        traffic.clock += traffic.random.between(0, 5);
    }
    traffic.records.sort_by_key(|record| record.start);
    let lines = traffic.records.iter().map(Record::to_string);
    std::iter::once(ARTICLE.to_owned()).chain(lines).take(count).collect()
}

impl Traffic<'_> {
    /// A machine of one of the networks that play the role.
    pub fn machine(&mut self, role: Role, port: u64) -> End {
        let candidates: Vec<_> =
            self.networks.iter().filter(|network| network.role == role).collect();
        let network = *self.random.pick(&candidates);
        End { address: network.host(&mut self.random), port, service: network.aws_service }
    }

    /// A machine that no list knows.
    pub fn stranger(&mut self, port: u64) -> End {
        let (network, prefix) = *self.random.pick(&UNLISTED);
        let network: IpAddr = network.parse().expect("the table holds addresses");
        End { address: host(network, prefix, &mut self.random), port, service: None }
    }

    /// A port that a client may have been given.
    pub fn client_port(&mut self) -> u64 {
        self.random.between(32_768, 60_999)
    }

    /// One of the flags that a TCP connection may leave on each side.
    pub fn tcp_flags(&mut self) -> (u8, u8) {
        let mut ticket = self.random.between(1, 100);
        for (share, client, server) in TCP_FLAGS {
            if ticket <= share {
                return (client, server);
            }
            ticket -= share;
        }
        (0, 0)
    }

    /// The packets that go from one end to the other.
    pub fn leg(&mut self, protocol: u16, from: End, to: End, volume: &Volume) -> Leg {
        let packets = self.random.heavy(volume.0, volume.1);
        let bytes = packets * self.random.between(volume.2, volume.3);
        Leg { from, to, protocol, packets, bytes, tcp_flags: 0 }
    }

    /// Packets both ways, with flags if it is TCP.
    pub fn converse(
        &mut self,
        protocol: u16,
        client: End,
        server: End,
        [sent, received]: [Volume; 2],
    ) -> Conversation {
        let mut request = self.leg(protocol, client, server, &sent);
        let mut reply = self.leg(protocol, server, client, &received);
        if protocol == TCP {
            (request.tcp_flags, reply.tcp_flags) = self.tcp_flags();
        }
        Conversation { request, reply }
    }

    /// Both ways of a conversation at the interface of its server.
    pub fn at_server(&mut self, host: &'static Host, talk: &Conversation, path: u8) {
        self.flow(host, Direction::Ingress, true, talk.request);
        self.flow(host, Direction::Egress(path), true, talk.reply);
    }

    /// Both ways of a conversation at the interface of its client.
    pub fn at_client(&mut self, host: &'static Host, talk: &Conversation, path: u8) {
        self.flow(host, Direction::Egress(path), true, talk.request);
        self.flow(host, Direction::Ingress, true, talk.reply);
    }

    /// A conversation with the world at a NAT gateway, which puts its own address and port in
    /// the place of the client's: four records.
    pub fn at_nat(&mut self, nat: &'static Host, talk: &Conversation) {
        let outside = End { address: nat.v4.into(), port: self.client_port(), service: None };
        let request = Leg { from: outside, ..talk.request };
        let reply = Leg { to: outside, ..talk.reply };
        self.flow(nat, Direction::Ingress, true, talk.request);
        self.flow(nat, Direction::Egress(INTERNET_GATEWAY), true, request);
        self.flow(nat, Direction::Ingress, true, reply);
        self.flow(nat, Direction::Egress(SAME_VPC), true, talk.reply);
    }

    /// A record of what went one way at an interface.
    pub fn flow(&mut self, host: &'static Host, direction: Direction, accepted: bool, leg: Leg) {
        let start = self.clock + self.random.between(0, 3);
        let end = start + self.random.between(5, 59);
        let report = Report::Flow { leg, direction, accepted };
        self.records.push(Record { host, start, end, report });
    }

    /// A record of an interval without data.
    pub fn gap(&mut self, host: &'static Host, status: &'static str) {
        let (start, end) = (self.clock, self.clock + 60);
        self.records.push(Record { host, start, end, report: Report::Gap(status) });
    }
}

//! The sample traffic: one function for each scenario (port scans, downloads, …).

use std::net::{IpAddr, Ipv4Addr};

use crate::flow::{Direction, End};
use crate::networks::{Role, host};
use crate::traffic::{
    GATEWAY_ENDPOINT, ICMP, ICMPV6, INTERNET_GATEWAY, LOCAL_GATEWAY, PEER_ELSEWHERE,
    PEER_IN_REGION, SAME_VPC, TCP, Traffic, UDP, VIRTUAL_PRIVATE_GATEWAY, Volume,
};
use crate::vpc::{DATABASES, Host, JUMP_HOST, NATS, PLANT_HOST, WEB, WORKERS};

/// A story, told by the records that it leaves.
type Scenario = fn(&mut Traffic);

/// Every story, with how often it happens.
pub const SCENARIOS: &[(u64, Scenario)] = &[
    (34, visit),
    (8, hand_over),
    (8, query),
    (6, resolve),
    (2, set_clock),
    (10, call),
    (7, store),
    (20, scan),
    (6, ping),
    (5, rare_protocol),
    (2, impossible_protocol),
    (3, spam),
    (5, neighbour),
    (5, silence),
    (1, loss),
];

/// Ports that scanners try.
const TCP_DOORS: [u64; 12] = [22, 23, 25, 445, 1433, 2375, 3306, 3389, 5900, 6379, 8080, 8443];
const UDP_DOORS: [u64; 5] = [53, 123, 161, 1900, 5060];

/// GRE, ESP, OSPF, SCTP, and numbers that have no keyword.
const RARE_PROTOCOLS: [u16; 8] = [47, 50, 89, 132, 61, 99, 253, 254];

/// Numbers that don't fit into an IP header: no real log has them, and no table.
const IMPOSSIBLE_PROTOCOLS: [u16; 3] = [256, 300, 4242];

/// Networks beyond the VPC, and the way to them: two peers, the office, the plant.
const NEIGHBOURS: [([u8; 2], u8); 4] = [
    ([10, 2], PEER_IN_REGION),
    ([10, 3], PEER_ELSEWHERE),
    ([192, 168], VIRTUAL_PRIVATE_GATEWAY),
    ([172, 20], LOCAL_GATEWAY),
];

/// Somebody reads the web site.
fn visit(traffic: &mut Traffic) {
    let client_port = traffic.client_port();
    let client = match traffic.random.between(1, 100) {
        1..=8 => traffic.stranger(client_port),
        9..=20 => traffic.machine(Role::Cloud, client_port),
        _ => traffic.machine(Role::Visitor, client_port),
    };
    let web = traffic.random.pick(&WEB);
    let port = if traffic.random.chance(90) { 443 } else { 80 };
    let server = own(web, client.address, port);
    let volumes = [Volume(5, 6, 60, 420), Volume(5, 10, 300, 1_400)];
    let talk = traffic.converse(TCP, client, server, volumes);
    traffic.at_server(web, &talk, INTERNET_GATEWAY);
}

/// A web server passes work to a container behind a worker's interface.
fn hand_over(traffic: &mut Traffic) {
    let (web, worker) = (traffic.random.pick(&WEB), traffic.random.pick(&WORKERS));
    let client = inside(web.v4, traffic.client_port());
    let server = inside(*traffic.random.pick(worker.pods), 8080);
    let volumes = [Volume(4, 6, 80, 900), Volume(4, 7, 120, 1_300)];
    let talk = traffic.converse(TCP, client, server, volumes);
    traffic.at_client(web, &talk, SAME_VPC);
    traffic.at_server(worker, &talk, SAME_VPC);
}

/// A worker asks a database.
fn query(traffic: &mut Traffic) {
    let (worker, database) = (traffic.random.pick(&WORKERS), traffic.random.pick(&DATABASES));
    let client = inside(worker.v4, traffic.client_port());
    let volumes = [Volume(6, 8, 70, 400), Volume(6, 9, 90, 1_400)];
    let talk = traffic.converse(TCP, client, inside(database.v4, 5432), volumes);
    traffic.at_client(worker, &talk, SAME_VPC);
    traffic.at_server(database, &talk, SAME_VPC);
}

/// A name is looked up.
fn resolve(traffic: &mut Traffic) {
    let server = traffic.machine(Role::Resolver, 53);
    let protocol = if traffic.random.chance(95) { UDP } else { TCP };
    reach(traffic, protocol, server, [Volume(1, 2, 55, 90), Volume(1, 2, 90, 420)]);
}

/// A clock is set. NTP answers are as long as its questions.
fn set_clock(traffic: &mut Traffic) {
    let server = traffic.machine(Role::Time, 123);
    reach(traffic, UDP, server, [Volume(1, 1, 76, 76), Volume(1, 1, 76, 76)]);
}

/// Another service is called, or something downloaded.
fn call(traffic: &mut Traffic) {
    let download = traffic.random.chance(30);
    let role = if download { Role::Cdn } else { Role::Cloud };
    let server = traffic.machine(role, 443);
    let doublings = if download { 13 } else { 7 };
    reach(traffic, TCP, server, [Volume(6, 7, 60, 500), Volume(6, doublings, 400, 1_450)]);
}

/// A worker uses S3 or DynamoDB, through a gateway endpoint.
fn store(traffic: &mut Traffic) {
    let worker = traffic.random.pick(&WORKERS);
    let server = traffic.machine(Role::Aws, 443);
    let client = inside(worker.v4, traffic.client_port());
    let volumes = [Volume(8, 12, 80, 1_440), Volume(8, 10, 60, 1_440)];
    let talk = traffic.converse(TCP, client, server, volumes);
    traffic.at_client(worker, &talk, GATEWAY_ENDPOINT);
}

/// Somebody tries doors; security groups let nothing in.
fn scan(traffic: &mut Traffic) {
    let port = traffic.random.between(1_024, 65_535);
    let unlisted = traffic.random.chance(30);
    let client =
        if unlisted { traffic.stranger(port) } else { traffic.machine(Role::Scanner, port) };
    let tcp = traffic.random.chance(85);
    let (protocol, doors) = if tcp { (TCP, &TCP_DOORS[..]) } else { (UDP, &UDP_DOORS[..]) };
    let door = *traffic.random.pick(doors);
    for web in WEB.iter().take(traffic.random.between(1, 3) as usize) {
        let server = own(web, client.address, door);
        let mut leg = traffic.leg(protocol, client, server, &Volume(1, 2, 40, 60));
        leg.tcp_flags = if tcp { 2 } else { 0 };
        traffic.flow(web, Direction::Ingress, false, leg);
    }
}

/// Somebody asks whether a web server is there. ICMP has no ports.
fn ping(traffic: &mut Traffic) {
    let client = traffic.machine(Role::Visitor, 0);
    let web = traffic.random.pick(&WEB);
    let protocol = if client.address.is_ipv4() { ICMP } else { ICMPV6 };
    let server = own(web, client.address, 0);
    let talk =
        traffic.converse(protocol, client, server, [Volume(1, 4, 84, 84), Volume(1, 4, 84, 84)]);
    traffic.at_server(web, &talk, INTERNET_GATEWAY);
}

/// Packets that are neither TCP nor UDP nor ICMP.
fn rare_protocol(traffic: &mut Traffic) {
    let protocol = *traffic.random.pick(&RARE_PROTOCOLS);
    refuse(traffic, protocol);
}

/// A record that must have been damaged on its way.
fn impossible_protocol(traffic: &mut Traffic) {
    let protocol = *traffic.random.pick(&IMPOSSIBLE_PROTOCOLS);
    refuse(traffic, protocol);
}

fn refuse(traffic: &mut Traffic, protocol: u16) {
    let unlisted = traffic.random.chance(30);
    let client = if unlisted { traffic.stranger(0) } else { traffic.machine(Role::Scanner, 0) };
    let web = traffic.random.pick(&WEB);
    let server = own(web, client.address, 0);
    let leg = traffic.leg(protocol, client, server, &Volume(1, 3, 48, 600));
    traffic.flow(web, Direction::Ingress, false, leg);
}

/// A worker tries to send mail, which a network ACL forbids.
fn spam(traffic: &mut Traffic) {
    let worker = traffic.random.pick(&WORKERS);
    let server = traffic.stranger(25);
    let client = own(worker, server.address, traffic.client_port());
    let mut leg = traffic.leg(TCP, client, server, &Volume(1, 2, 60, 60));
    leg.tcp_flags = 2;
    let path = if server.address.is_ipv4() { SAME_VPC } else { INTERNET_GATEWAY };
    traffic.flow(worker, Direction::Egress(path), false, leg);
}

/// A machine talks to a network beyond the VPC that is private too.
fn neighbour(traffic: &mut Traffic) {
    let ([first, second], path) = *traffic.random.pick(&NEIGHBOURS);
    let ours = if path == LOCAL_GATEWAY { &PLANT_HOST } else { traffic.random.pick(&WORKERS) };
    let network = IpAddr::V4(Ipv4Addr::new(first, second, 0, 0));
    let address = host(network, 16, &mut traffic.random);
    let port = *traffic.random.pick(&[443, 9092, 2049]);
    let client = inside(ours.v4, traffic.client_port());
    let server = End { address, port, service: None };
    let talk =
        traffic.converse(TCP, client, server, [Volume(4, 8, 60, 1_400), Volume(4, 8, 60, 1_400)]);
    traffic.at_client(ours, &talk, path);
}

/// An interface has nothing to tell.
fn silence(traffic: &mut Traffic) {
    let host = *traffic.random.pick(&[&JUMP_HOST, &JUMP_HOST, &PLANT_HOST, &NATS[1]]);
    traffic.gap(host, "NODATA");
}

/// Records of an interface were lost.
fn loss(traffic: &mut Traffic) {
    let host = *traffic.random.pick(&[&WEB[0], &WORKERS[2], &NATS[0]]);
    traffic.gap(host, "SKIPDATA");
}

/// A conversation with the world that we begin: web servers and IPv6 go straight to the
/// internet, workers through a NAT gateway.
fn reach(traffic: &mut Traffic, protocol: u16, server: End, volumes: [Volume; 2]) {
    let worker = traffic.random.chance(40);
    let ours = traffic.random.pick(if worker { &WORKERS } else { &WEB });
    let client = own(ours, server.address, traffic.client_port());
    let talk = traffic.converse(protocol, client, server, volumes);
    if worker && server.address.is_ipv4() {
        traffic.at_client(ours, &talk, SAME_VPC);
        let nat = traffic.random.pick(&NATS);
        traffic.at_nat(nat, &talk);
    } else {
        traffic.at_client(ours, &talk, INTERNET_GATEWAY);
    }
}

/// An end at one of our hosts, with an address of the family that `other` has. Our IPv6
/// addresses are public ones, of EC2.
fn own(host: &Host, other: IpAddr, port: u64) -> End {
    let address = host.primary(other);
    End { address, port, service: address.is_ipv6().then_some("EC2") }
}

/// An end within the VPC.
fn inside(address: Ipv4Addr, port: u64) -> End {
    End { address: address.into(), port, service: None }
}

//! The network that the sample traffic is seen in: the one of the article's record, with
//! neighbours. Three zones and an Outpost; web servers with public addresses, workers that
//! reach the world through NAT gateways, databases.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The account, region and VPC of every record.
pub const ACCOUNT: &str = "068194857476";
pub const REGION: &str = "us-east-2";
pub const VPC: &str = "vpc-03e33fe1eae7002e8";

/// Where a subnet lies.
pub enum CallContext {
    /// An availability zone, by its id.
    Zone(&'static str),
    /// An Outpost: records name it and no availability zone.
    Outpost(&'static str),
}

/// A subnet.
pub struct Subnet {
    pub id: &'static str,
    pub context: CallContext,
}

/// A network interface and what it belongs to.
pub struct Host {
    pub interface: &'static str,
    /// None for what AWS itself runs: NAT gateways and databases.
    pub instance: Option<&'static str>,
    pub subnet: Subnet,
    /// The primary private address.
    pub v4: Ipv4Addr,
    pub v6: Option<Ipv6Addr>,
    /// Addresses of containers behind the interface.
    pub pods: &'static [Ipv4Addr],
}

impl Host {
    /// The primary address of the same family as `other`.
    pub fn primary(&self, other: IpAddr) -> IpAddr {
        match (other, self.v6) {
            (IpAddr::V6(_), Some(v6)) => v6.into(),
            (IpAddr::V4(_), _) | (IpAddr::V6(_), None) => self.v4.into(),
        }
    }

    const fn new(
        interface: &'static str,
        instance: Option<&'static str>,
        subnet: Subnet,
        v4: Ipv4Addr,
    ) -> Host {
        Host { interface, instance, subnet, v4, v6: None, pods: &[] }
    }

    const fn with_v6(self, subnet: u16, interface: u16) -> Host {
        let v6 = Ipv6Addr::new(0x2600, 0x1f16, 0x0b2d, 0x7c00 | subnet, 0, 0, 0, interface);
        Host { v6: Some(v6), ..self }
    }

    const fn with_pods(self, pods: &'static [Ipv4Addr]) -> Host {
        Host { pods, ..self }
    }
}

const fn ip(third: u8, fourth: u8) -> Ipv4Addr {
    Ipv4Addr::new(10, 1, third, fourth)
}

const PUBLIC_1: Subnet = zone("subnet-0b71c05d2e6f4a918", "use2-az1");
const PUBLIC_2: Subnet = zone("subnet-05d9e2f3071cb84a6", "use2-az2");
const PUBLIC_3: Subnet = zone("subnet-0e8a41b6d37c5920f", "use2-az3");
const PRIVATE_1: Subnet = zone("subnet-04312ec519e831d36", "use2-az1");
const PRIVATE_2: Subnet = zone("subnet-0a6f3c8d9e1b2754c", "use2-az2");
const PRIVATE_3: Subnet = zone("subnet-01c7b95e4f82d6a3e", "use2-az3");
const PLANT: Subnet = Subnet {
    id: "subnet-09f4d2a7c6b1e8035",
    context: CallContext::Outpost("op-0c81edf9b3a6d4572"),
};

const fn zone(id: &'static str, zone: &'static str) -> Subnet {
    Subnet { id, context: CallContext::Zone(zone) }
}

/// Web servers, with public addresses.
pub static WEB: [Host; 3] = [
    Host::new("eni-07c4d1e9a25b8f360", Some("i-0d4be5f2a9c73816e"), PUBLIC_1, ip(6, 88))
        .with_v6(0x10, 0x588),
    Host::new("eni-0b93f6a7c2e40d815", Some("i-0728a1c5d4e9fb603"), PUBLIC_2, ip(22, 41))
        .with_v6(0x11, 0x629),
    Host::new("eni-01d8e5b4f7c63a92e", Some("i-0f5c9d3e81a7426bb"), PUBLIC_3, ip(38, 173))
        .with_v6(0x12, 0x7ad),
];

/// Workers, in private subnets. The first is the one of the article's record.
pub static WORKERS: [Host; 3] = [
    Host::new("eni-0265f0f4e6a412339", Some("i-034d383d7984e0e7b"), PRIVATE_1, ip(84, 181))
        .with_v6(0x20, 0x4b5)
        .with_pods(&[ip(73, 251), ip(73, 14), ip(90, 6)]),
    Host::new("eni-0e1f7a83b5d2c4960", Some("i-0b6e24f8d7c1a5930"), PRIVATE_2, ip(101, 32))
        .with_v6(0x21, 0x520)
        .with_pods(&[ip(104, 77), ip(117, 200)]),
    Host::new("eni-04ac92d6e8f1b3750", Some("i-05e7d8c3b9f4a2161"), PRIVATE_3, ip(140, 9))
        .with_v6(0x22, 0x609)
        .with_pods(&[ip(133, 58)]),
];

/// Databases.
pub static DATABASES: [Host; 2] = [
    Host::new("eni-0f2b8c7d5a9e61430", None, PRIVATE_1, ip(70, 20)),
    Host::new("eni-08d5e1a6c3f7b9240", None, PRIVATE_2, ip(99, 20)),
];

/// NAT gateways.
pub static NATS: [Host; 2] = [
    Host::new("eni-0c6a9e4f1b7d38250", None, PUBLIC_1, ip(4, 220)),
    Host::new("eni-03f8b2d7e5c1a6940", None, PUBLIC_2, ip(20, 113)),
];

/// A machine in a plant, on an Outpost.
pub static PLANT_HOST: Host =
    Host::new("eni-0d71c3b5e9f8a2460", Some("i-0a9c6e4d2b8f71553"), PLANT, ip(200, 15));

/// A jump host that is hardly ever used.
pub static JUMP_HOST: Host =
    Host::new("eni-06b4e8d1f3a7c5920", Some("i-0e3d7b1c5f9a84262"), PUBLIC_3, ip(38, 8));

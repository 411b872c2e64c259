//! Loads the lists that the samples are made from: `networks.csv` (who announces a network, and where it
//! is), `places.csv`, `countries.csv`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::random::Random;

/// A country.
pub struct Country {
    /// ISO 3166-1 code.
    pub code: &'static str,
    /// Code of the continent, such as `EU`.
    pub continent: &'static str,
    /// English and German name.
    pub names: [&'static str; 2],
}

/// A city, or a country as a whole.
pub struct Place {
    key: &'static str,
    /// The country it lies in.
    pub country: &'static Country,
    /// English and German name of the city; empty for a country as a whole.
    pub names: [&'static str; 2],
    /// Code and name of each region around it, the largest first.
    pub subdivisions: Vec<(&'static str, &'static str)>,
    /// Postal code, or nothing.
    pub postal_code: &'static str,
    /// Media market in the United States.
    pub metro_code: Option<u16>,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Name in the tz database, or nothing where a country has several.
    pub time_zone: &'static str,
}

/// What a network is in the sample traffic.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Answers DNS queries.
    Resolver,
    /// Tells the time.
    Time,
    /// A service of AWS in the region, reached through a gateway endpoint.
    Aws,
    /// Hosts servers that our instances call.
    Cloud,
    /// Hosts downloads.
    Cdn,
    /// People who visit the web servers.
    Visitor,
    /// Knocks at every port.
    Scanner,
}

/// A public network.
pub struct Network {
    /// The first address.
    pub address: IpAddr,
    /// How many bits all of its addresses share.
    pub prefix: u32,
    /// The number of the autonomous system that announces it.
    pub asn: u32,
    /// Who runs that system.
    pub organisation: &'static str,
    /// Where it is; nowhere for an anycast network.
    pub place: Option<&'static Place>,
    /// Where it is registered.
    pub registered: &'static Country,
    /// What it does in the sample traffic.
    pub role: Role,
    /// How flow logs name the AWS service that uses it.
    pub aws_service: Option<&'static str>,
    /// The one address that it is known for.
    famous: Option<IpAddr>,
}

impl Network {
    /// An address in the network: the famous one where there is one, else any.
    pub fn host(&self, random: &mut Random) -> IpAddr {
        self.famous.unwrap_or_else(|| host(self.address, self.prefix, random))
    }
}

/// Any address in a network but its first and last.
pub fn host(network: IpAddr, prefix: u32, random: &mut Random) -> IpAddr {
    match network {
        IpAddr::V4(first) => {
            let last = u64::from(u32::MAX >> prefix);
            let offset = random.between(1, last - 1) as u32;
            Ipv4Addr::from_bits(first.to_bits() + offset).into()
        }
        IpAddr::V6(first) => {
            // A subnet chosen among the network's own, and an interface in it.
            let subnet = u128::from(random.next()) << 64 & u128::MAX >> prefix;
            let interface = u128::from(random.between(1, 0xffff_ffff));
            Ipv6Addr::from_bits(first.to_bits() | subnet | interface).into()
        }
    }
}

/// All networks of the lists. They live as long as the program.
pub fn load() -> Vec<Network> {
    let countries: &[Country] = rows(include_str!("countries.csv"))
        .map(|[code, continent, name, name_de]| Country { code, continent, names: [name, name_de] })
        .collect::<Vec<_>>()
        .leak();
    let places: &[Place] = rows(include_str!("places.csv"))
        .map(|row| place(row, countries))
        .collect::<Vec<_>>()
        .leak();
    rows(include_str!("networks.csv")).map(|row| network(row, countries, places)).collect()
}

fn place(row: [&'static str; 10], countries: &'static [Country]) -> Place {
    let [key, code, name, name_de, regions, postal_code, metro, latitude, longitude, time_zone] =
        row;
    Place {
        key,
        country: country(code, countries),
        names: [name, name_de],
        subdivisions: regions.split('|').filter_map(|region| region.split_once('=')).collect(),
        postal_code,
        metro_code: (!metro.is_empty()).then(|| parse(metro)),
        latitude: parse(latitude),
        longitude: parse(longitude),
        time_zone,
    }
}

fn network(
    row: [&'static str; 8],
    countries: &'static [Country],
    places: &'static [Place],
) -> Network {
    let [cidr, asn, organisation, key, registered, role, service, famous] = row;
    let (address, prefix) = cidr.split_once('/').unwrap_or_else(|| fail("no `/` in", cidr));
    let find = || places.iter().find(|place| place.key == key);
    Network {
        address: parse(address),
        prefix: parse(prefix),
        asn: parse(asn),
        organisation,
        place: (!key.is_empty()).then(|| find().unwrap_or_else(|| fail("no such place", key))),
        registered: country(registered, countries),
        role: match role {
            "resolver" => Role::Resolver,
            "time" => Role::Time,
            "aws" => Role::Aws,
            "cloud" => Role::Cloud,
            "cdn" => Role::Cdn,
            "visitor" => Role::Visitor,
            "scanner" => Role::Scanner,
            other => fail("no such role", other),
        },
        aws_service: (!service.is_empty()).then_some(service),
        famous: (!famous.is_empty()).then(|| parse(famous)),
    }
}

fn country(code: &str, countries: &'static [Country]) -> &'static Country {
    let found = countries.iter().find(|country| country.code == code);
    found.unwrap_or_else(|| fail("no such country", code))
}

/// The cells of each line after the header. No cell of ours holds a comma or a quote.
fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().skip(1).map(|line| {
        let cells: Vec<_> = line.split(',').collect();
        cells.try_into().unwrap_or_else(|_| fail("wrong number of cells in", line))
    })
}

fn parse<T: std::str::FromStr>(cell: &str) -> T {
    cell.parse().unwrap_or_else(|_| fail("can't read the cell", cell))
}

/// The lists are part of the program: a mistake in them is one of ours.
fn fail(problem: &str, text: &str) -> ! {
    panic!("{problem} `{text}`: correct the lists beside this generator")
}

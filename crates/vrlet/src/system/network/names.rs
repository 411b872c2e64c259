//! Reverse DNS: the host names of addresses.

use std::fs;
use std::net::IpAddr;

use vrlet_function::{DnsOptions, Failure};
use vrlet_stdlib::dns::{Answer, Query, RecordType};
use vrlet_value::Text;

use super::deadline::Deadline;
use super::dns::Resolver;

/// The name that `/etc/hosts` gives to an address, else the DNS.
pub(super) fn name_of(
    address: IpAddr,
    resolver: &Resolver,
    deadline: Deadline,
) -> Result<Text, Failure> {
    let hosts = fs::read_to_string("/etc/hosts").unwrap_or_default();
    if let Some(name) = listed(&hosts, address) {
        return Ok(Text::from(name));
    }
    let query = Query::name_of(address).to_message();
    let answer = resolver.resolve(&query, &DnsOptions::default(), deadline)?;
    pointer(&answer)
        .ok_or_else(|| Failure::new(format_args!("the DNS knows no name of `{address}`")))
}

fn listed(hosts: &str, address: IpAddr) -> Option<&str> {
    hosts.lines().find_map(|line| {
        let mut words = line.split('#').next()?.split_whitespace();
        let listed: IpAddr = words.next()?.parse().ok()?;
        if listed == address { words.next() } else { None }
    })
}

fn pointer(answer: &[u8]) -> Option<Text> {
    let answer = Answer::read(answer).ok()?;
    let record = answer.answers.iter().find(|it| it.record_type == RecordType::PTR)?;
    Some(Text::from(record.data.strip_suffix('.').unwrap_or(&record.data)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found_by_address() {
        let hosts = "# 10.0.0.1 no\n127.0.0.1\tlocalhost  alias\n::1 six # 10.0.0.1 no\n10.0.0.2\n";
        let name = |address: &str| listed(hosts, address.parse().expect("an address"));
        assert_eq!(name("127.0.0.1"), Some("localhost"));
        assert_eq!(name("0:0::1"), Some("six"));
        assert_eq!((name("10.0.0.1"), name("10.0.0.2")), (None, None));
    }
}

//! Reverse DNS: the host names of addresses.

use std::fs;
use std::net::IpAddr;

use domain::base::iana::Rtype;
use domain::base::{Message, MessageBuilder, Name};
use domain::rdata::Ptr;
use vrlet_function::{DnsOptions, Failure};
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
    let query = query(address).ok_or(Failure::fixed("the query is too long"))?;
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

fn query(address: IpAddr) -> Option<Vec<u8>> {
    let mut message = MessageBuilder::new_vec();
    message.header_mut().set_rd(true);
    let mut message = message.question();
    message.push((Name::<Vec<u8>>::reverse_from_addr(address).ok()?, Rtype::PTR)).ok()?;
    Some(message.finish())
}

fn pointer(answer: &[u8]) -> Option<Text> {
    let message = Message::from_octets(answer).ok()?;
    let mut pointers = message.answer().ok()?.limit_to::<Ptr<_>>();
    let record = pointers.next()?.ok()?;
    Some(Text::from(record.data().ptrdname().to_string()))
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

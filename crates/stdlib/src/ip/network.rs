//! Networks in CIDR notation.

use std::net::IpAddr;

/// The addresses that begin with the same bits.
#[derive(Clone, Copy)]
pub(super) struct Network {
    first: IpAddr,
    /// How many bits that are.
    length: u8,
}

impl Network {
    /// Reads `10.0.0.0/8`; an address without a length is a network of one.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let (address, length) =
            text.split_once('/').map_or((text, None), |(start, length)| (start, Some(length)));
        let no = |reason: &str| format!("`{text}` is no network: {reason}");
        let first: IpAddr = address
            .parse()
            .map_err(|_| no("expected an address, or one with a length such as `10.0.0.0/8`"))?;
        let all = if first.is_ipv4() { 32 } else { 128 };
        let length = match length.map(str::parse::<u8>) {
            None => all,
            Some(Ok(length)) if length <= all => length,
            Some(_) => return Err(no(&format!("expected a length of at most {all} bits"))),
        };
        let network = Self { first, length };
        if network.beyond(bits(first)) != 0 {
            return Err(no("the address has bits set beyond the length"));
        }
        Ok(network)
    }

    pub(super) fn contains(self, address: IpAddr) -> bool {
        let address_bits = bits(address);
        self.first.is_ipv4() == address.is_ipv4()
            && address_bits - self.beyond(address_bits) == bits(self.first)
    }

    /// The bits after those that all addresses share.
    fn beyond(self, address: u128) -> u128 {
        address & u128::MAX.checked_shr(self.length.into()).unwrap_or_default()
    }
}

/// The bits of an address, from the highest on.
fn bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u128::from(address.to_bits()) << 96,
        IpAddr::V6(address) => address.to_bits(),
    }
}

#[cfg(test)]
mod tests {
    use super::Network;

    #[test]
    fn the_length_decides() {
        for (network, inside, outside) in [
            ("10.0.0.0/8", "10.255.255.255", "11.0.0.0"),
            ("1.2.3.4", "1.2.3.4", "1.2.3.5"),
            ("0.0.0.0/0", "255.255.255.255", "::"),
            ("2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::"),
            ("::/0", "ffff::", "0.0.0.0"),
        ] {
            let network = Network::read(network).expect("a network");
            assert!(network.contains(inside.parse().expect("an address")), "{inside}");
            assert!(!network.contains(outside.parse().expect("an address")), "{outside}");
        }
        for text in ["10.0.0.1/8", "10.0.0.0/33", "::/129", "10.0.0.0/", "10/8", ""] {
            assert!(Network::read(text).is_err(), "{text}");
        }
    }
}

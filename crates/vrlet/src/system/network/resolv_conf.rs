//! `/etc/resolv.conf`: the name servers of a machine, and how patient one is with them.

use std::net::IpAddr;
use std::time::Duration;

/// What the file says, of what matters here.
pub(super) struct ResolvConf {
    pub servers: Vec<IpAddr>,
    pub timeout: Duration,
    pub attempts: u32,
}

impl ResolvConf {
    /// Reads the file; a line that says nothing sensible is passed over, as the system does.
    pub(super) fn read(text: &str) -> Self {
        let mut conf = Self { servers: Vec::new(), timeout: Duration::from_secs(5), attempts: 2 };
        for line in text.lines() {
            let mut words = line.split([';', '#']).next().unwrap_or_default().split_whitespace();
            match words.next() {
                Some("nameserver") => conf.servers.extend(words.next().and_then(address)),
                Some("options") => words.for_each(|option| conf.set(option)),
                _ => {}
            }
        }
        conf
    }

    fn set(&mut self, option: &str) {
        let number = |text: &str| text.parse::<u32>().ok();
        match option.split_once(':').map(|(name, value)| (name, number(value))) {
            Some(("timeout", Some(seconds))) => {
                self.timeout = Duration::from_secs(seconds.into());
            }
            Some(("attempts", Some(attempts))) => self.attempts = attempts,
            _ => {}
        }
    }
}

/// An address; the interface that one of IPv6 may name is left out.
fn address(word: &str) -> Option<IpAddr> {
    word.split('%').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_and_patience_are_read() {
        let text = "# a comment\nsearch example.com\nnameserver 10.0.0.1 ; the first\n\
                    nameserver fe80::1%eth0\nnameserver what\n\
                    options ndots:5 timeout:3 attempts:4 rotate\n";
        let conf = ResolvConf::read(text);
        let servers: Vec<_> = conf.servers.iter().map(ToString::to_string).collect();
        assert_eq!(servers, ["10.0.0.1", "fe80::1"]);
        assert_eq!((conf.timeout, conf.attempts), (Duration::from_secs(3), 4));
        let empty = ResolvConf::read("");
        assert!(empty.servers.is_empty());
        assert_eq!((empty.timeout, empty.attempts), (Duration::from_secs(5), 2));
    }
}

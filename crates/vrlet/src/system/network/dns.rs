//! DNS resolver: which name servers are asked, in which order, how often.

use std::fs;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use vrlet_function::{DnsOptions, Failure};

use super::deadline::Deadline;
use super::exchange;
use super::resolv_conf::ResolvConf;

/// Where servers listen.
const PORT: u16 = 53;

/// The name servers of this machine.
pub(super) struct Resolver {
    servers: Vec<SocketAddr>,
    timeout: Duration,
    attempts: u32,
    turn: AtomicUsize,
}

impl Resolver {
    pub fn of_system() -> Self {
        let text = fs::read("/etc/resolv.conf").unwrap_or_default();
        let conf = ResolvConf::read(&String::from_utf8_lossy(&text));
        Self {
            servers: conf.servers.into_iter().map(|ip| SocketAddr::new(ip, PORT)).collect(),
            timeout: conf.timeout,
            attempts: conf.attempts,
            turn: AtomicUsize::new(0),
        }
    }

    pub fn resolve(
        &self,
        query: &[u8],
        how: &DnsOptions,
        deadline: Deadline,
    ) -> Result<Vec<u8>, Failure> {
        let mut servers = self.servers(how)?;
        if how.rotate {
            let turn = self.turn.fetch_add(1, Ordering::Relaxed) % servers.len();
            servers.rotate_left(turn);
        }
        let (timeout, attempts) =
            (how.timeout.unwrap_or(self.timeout), how.attempts.unwrap_or(self.attempts).max(1));
        let mut reason = io::Error::from(io::ErrorKind::TimedOut);
        for server in (0..attempts).flat_map(|_| &servers) {
            if deadline.left().is_none() {
                break;
            }
            match exchange::ask(*server, query, how.tcp, deadline.within(timeout)) {
                Ok(answer) => return Ok(answer),
                Err(error) => reason = error,
            }
        }
        let asked: Vec<String> = servers.iter().map(ToString::to_string).collect();
        let asked = asked.join(", ");
        Err(Failure::new(match reason.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => {
                format!("no DNS server answered in time, asked {asked}")
            }
            _ => format!("no DNS server answered, asked {asked}: {reason}"),
        }))
    }

    fn servers(&self, how: &DnsOptions) -> Result<Vec<SocketAddr>, Failure> {
        let mut servers = Vec::new();
        for name in &how.servers {
            let found = addresses(name).map_err(|error| {
                Failure::new(format_args!("the DNS server `{name}` has no address: {error}"))
            })?;
            servers.extend(found);
        }
        if how.servers.is_empty() {
            servers.clone_from(&self.servers);
        }
        if servers.is_empty() {
            return Err(Failure::fixed(
                "this machine names no DNS servers; name some with the option `servers`",
            ));
        }
        Ok(servers)
    }
}

/// The addresses of a server that is named as people do.
fn addresses(name: &str) -> io::Result<Vec<SocketAddr>> {
    if let Ok(ip) = name.parse::<IpAddr>() {
        return Ok(vec![SocketAddr::new(ip, PORT)]);
    }
    if name.contains(':') {
        return Ok(name.to_socket_addrs()?.collect());
    }
    Ok((name, PORT).to_socket_addrs()?.collect())
}

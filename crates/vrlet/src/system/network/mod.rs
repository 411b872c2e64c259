//! Network access of this machine (DNS and HTTP) for programs, always with a time limit.

mod deadline;
mod dns;
mod exchange;
mod http;
mod names;
mod resolv_conf;

use std::net::IpAddr;
use std::time::Duration;

use vrlet_function::{DnsOptions, Failure, HttpRequest, HttpResponse, Network};
use vrlet_value::Text;

use deadline::Deadline;
use dns::Resolver;
use http::Client;

/// Name servers and HTTP servers, as this machine reaches them: the servers of `/etc/resolv.conf`, the
/// names of `/etc/hosts`, the proxies of the environment.
pub struct SystemNetwork {
    resolver: Resolver,
    client: Client,
    timeout: Duration,
}

impl SystemNetwork {
    /// The network, with 30 seconds for whatever a call does and three more attempts where an HTTP
    /// server is busy or out of reach.
    #[must_use]
    pub fn new() -> Self {
        Self {
            resolver: Resolver::of_system(),
            client: Client::new(),
            timeout: Duration::from_secs(30),
        }
    }

    /// How long one call may take, all of its attempts and redirections included.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// How often an HTTP request is repeated at most.
    #[must_use]
    pub fn retries(mut self, retries: u32) -> Self {
        self.client.retries = retries;
        self
    }

    fn deadline(&self) -> Deadline {
        Deadline::after(self.timeout)
    }
}

impl Default for SystemNetwork {
    fn default() -> Self {
        Self::new()
    }
}

impl Network for SystemNetwork {
    fn resolve(&self, query: &[u8], how: &DnsOptions) -> Result<Vec<u8>, Failure> {
        self.resolver.resolve(query, how, self.deadline())
    }

    fn name_of(&self, address: IpAddr) -> Result<Text, Failure> {
        names::name_of(address, &self.resolver, self.deadline())
    }

    fn request(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, Failure> {
        self.client.request(request, self.deadline())
    }
}

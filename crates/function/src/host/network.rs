//! The network: name servers and HTTP servers.

use std::net::IpAddr;
use std::time::Duration;

use vrlet_value::Text;

use crate::Failure;

/// How programs reach other machines. Whatever it does must end: an implementation has time-outs.
pub trait Network: Send + Sync {
    /// Sends a DNS query, a message as RFC 1035 has it, and gives the answer's message back. The query's
    /// ID is for the implementation to choose.
    ///
    /// # Errors
    /// Where the host forbids it, or no server answers in time.
    fn resolve(&self, query: &[u8], how: &DnsOptions) -> Result<Vec<u8>, Failure>;

    /// The name of the machine with an address.
    ///
    /// # Errors
    /// Where the host forbids it, there is none, or no server answers in time.
    fn name_of(&self, address: IpAddr) -> Result<Text, Failure>;

    /// Sends an HTTP request. An answer of any status is one.
    ///
    /// # Errors
    /// Where the host forbids it, or there is no answer in time.
    fn request(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, Failure>;
}

/// How a DNS query is sent, as far as the program says.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct DnsOptions {
    /// The servers to ask, names or addresses, with a port or without; none for those of the host.
    pub servers: Vec<String>,
    /// How long to wait for one answer.
    pub timeout: Option<Duration>,
    /// How often to ask all servers.
    pub attempts: Option<u32>,
    /// Whether to ask over TCP from the first.
    pub tcp: bool,
    /// Whether to begin with another server each time.
    pub rotate: bool,
}

/// An HTTP request, checked: the method is a token, the URL has a scheme and a host, names and values
/// of headers are what they may be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HttpRequest<'a> {
    /// The method, in capitals.
    pub method: &'a str,
    /// The URL.
    pub url: &'a str,
    /// The headers; names are in small letters.
    pub headers: &'a [(String, Vec<u8>)],
    /// What is sent.
    pub body: &'a [u8],
    /// The URL of the proxy for `http`, where the program names one.
    pub http_proxy: Option<&'a str>,
    /// The URL of the proxy for `https`, where the program names one.
    pub https_proxy: Option<&'a str>,
    /// How long an answer's body may be.
    pub most_bytes: u64,
}

/// An answer to an HTTP request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HttpResponse {
    /// The status.
    pub status: u16,
    /// What came back.
    pub body: Vec<u8>,
}

/// A host that lets programs reach nobody.
#[derive(Clone, Copy, Debug)]
pub struct NoNetwork;

const REFUSED: Failure = Failure::fixed("the host gives programs no network");

impl Network for NoNetwork {
    fn resolve(&self, _: &[u8], _: &DnsOptions) -> Result<Vec<u8>, Failure> {
        Err(REFUSED)
    }

    fn name_of(&self, _: IpAddr) -> Result<Text, Failure> {
        Err(REFUSED)
    }

    fn request(&self, _: &HttpRequest<'_>) -> Result<HttpResponse, Failure> {
        Err(REFUSED)
    }
}

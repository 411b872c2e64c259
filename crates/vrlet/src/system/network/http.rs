//! HTTP client: redirects, retries and time limits.

use std::thread;
use std::time::Duration;

use ureq::http::header::LOCATION;
use ureq::http::{self, Method, Request, Response, StatusCode};
use ureq::{Agent, AsSendBody, Body, Error, Proxy};
use url::Url;
use vrlet_function::{Failure, HttpRequest, HttpResponse};

use super::deadline::Deadline;

/// How many requests one call makes at most, redirections included.
const MOST_HOPS: usize = 11;
/// How long the first pause is before a request is tried again; each later one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(250);

/// Sends requests; connections are kept and used again.
pub(super) struct Client {
    agent: Agent,
    pub retries: u32,
}

/// Why there is no answer.
struct HttpError {
    reason: String,
    /// Whether another attempt may do better.
    is_temporary: bool,
}

/// A request on its way from server to server.
#[derive(Clone)]
struct Hop<'a> {
    request: &'a HttpRequest<'a>,
    method: Method,
    url: Url,
    body: &'a [u8],
    /// Whether the server is still the one that the program named, so that it gets credentials.
    is_trusted: bool,
}

impl Client {
    pub fn new() -> Self {
        let config = Agent::config_builder()
            .allow_non_standard_methods(true)
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent(concat!("vrlet/", env!("CARGO_PKG_VERSION")));
        Self { agent: config.build().into(), retries: 3 }
    }

    pub fn request(
        &self,
        request: &HttpRequest<'_>,
        deadline: Deadline,
    ) -> Result<HttpResponse, Failure> {
        let start = Hop::new(request)?;
        let mut pause = FIRST_PAUSE;
        for _ in 0..self.retries {
            match self.follow(start.clone(), deadline) {
                Ok(response) if !is_busy(response.status) => return Ok(response),
                Err(error) if !error.is_temporary => return Err(error.into()),
                Ok(_) | Err(_) => {}
            }
            // Programs that were refused together should not come back together.
            let chance = getrandom::u32().unwrap_or(u32::MAX / 2);
            let pause_now = pause.mul_f64(0.5 + f64::from(chance) / f64::from(u32::MAX));
            if deadline.left().is_none_or(|left| left <= pause_now) {
                break;
            }
            thread::sleep(pause_now);
            pause *= 2;
        }
        self.follow(start, deadline).map_err(Failure::from)
    }

    fn follow(&self, mut hop: Hop<'_>, deadline: Deadline) -> Result<HttpResponse, HttpError> {
        for _ in 0..MOST_HOPS {
            let response = self.send(&hop, deadline)?;
            match hop.next(&response)? {
                Some(next) => hop = next,
                None => return read(response, hop.request.most_bytes),
            }
        }
        Err(HttpError::permanent("the server redirects without end"))
    }

    fn send(&self, hop: &Hop<'_>, deadline: Deadline) -> Result<Response<Body>, HttpError> {
        let mut request = Request::builder().method(&hop.method).uri(hop.url.as_str());
        for (name, value) in hop.headers() {
            request = request.header(name, value);
        }
        let left = deadline.left().ok_or_else(HttpError::too_late)?;
        let proxy = match (hop.url.scheme(), hop.request.https_proxy, hop.request.http_proxy) {
            ("https", Some(proxy), _) | ("http", _, Some(proxy)) => {
                Some(Proxy::new(proxy).map_err(HttpError::from)?)
            }
            _ => None,
        };
        if hop.body.is_empty() {
            self.run(request.body(()), proxy, left)
        } else {
            self.run(request.body(hop.body), proxy, left)
        }
    }

    fn run(
        &self,
        request: http::Result<Request<impl AsSendBody>>,
        proxy: Option<Proxy>,
        left: Duration,
    ) -> Result<Response<Body>, HttpError> {
        let request = request.map_err(HttpError::permanent)?;
        let mut config = self.agent.configure_request(request).timeout_global(Some(left));
        if proxy.is_some() {
            config = config.proxy(proxy);
        }
        Ok(self.agent.run(config.build())?)
    }
}

impl<'a> Hop<'a> {
    fn new(request: &'a HttpRequest<'a>) -> Result<Self, Failure> {
        Ok(Self {
            request,
            method: Method::from_bytes(request.method.as_bytes()).map_err(Failure::new)?,
            url: Url::parse(request.url).map_err(Failure::new)?,
            body: request.body,
            is_trusted: true,
        })
    }

    /// The headers for this server. How long the body is, is not the program's to say.
    fn headers(&self) -> impl Iterator<Item = (&str, &[u8])> {
        const CREDENTIALS: [&str; 3] = ["authorization", "cookie", "proxy-authorization"];
        let headers = self.request.headers.iter().map(|(name, value)| (&**name, &**value));
        headers.filter(|(name, _)| {
            *name != "content-length" && (self.is_trusted || !CREDENTIALS.contains(name))
        })
    }

    /// Where the answer sends us, if it does: as browsers go, what was posted is not posted again unless
    /// the server asks for it.
    fn next(&self, response: &Response<Body>) -> Result<Option<Self>, HttpError> {
        let drops_body = match response.status() {
            StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND => self.method == Method::POST,
            StatusCode::SEE_OTHER => self.method != Method::HEAD,
            StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT => false,
            _ => return Ok(None),
        };
        let location = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
        let Some(url) = location.and_then(|location| self.url.join(location).ok()) else {
            return Ok(None);
        };
        if !matches!(url.scheme(), "http" | "https") {
            return Err(HttpError::permanent(format_args!("the server redirects to `{url}`")));
        }
        let is_same_server = url.origin() == self.url.origin();
        let (method, body) =
            if drops_body { (Method::GET, &[][..]) } else { (self.method.clone(), self.body) };
        let is_trusted = self.is_trusted && is_same_server;
        Ok(Some(Self { request: self.request, method, url, body, is_trusted }))
    }
}

fn read(mut response: Response<Body>, most_bytes: u64) -> Result<HttpResponse, HttpError> {
    let body = response.body_mut().with_config().limit(most_bytes).read_to_vec();
    let body = body.map_err(|error| match error {
        Error::BodyExceedsLimit(_) => HttpError::permanent(format_args!(
            "the answer is longer than {most_bytes} bytes, the host's limit"
        )),
        other => other.into(),
    })?;
    Ok(HttpResponse { status: response.status().as_u16(), body })
}

/// Whether a server says that it may do better later.
fn is_busy(status: u16) -> bool {
    matches!(status, 408 | 429 | 500..)
}

impl HttpError {
    fn permanent(reason: impl std::fmt::Display) -> Self {
        Self { reason: reason.to_string(), is_temporary: false }
    }

    fn too_late() -> Self {
        Self::permanent("the server did not answer in time")
    }
}

impl From<Error> for HttpError {
    fn from(error: Error) -> Self {
        match error {
            Error::Timeout(_) => Self::too_late(),
            Error::Io(_)
            | Error::HostNotFound
            | Error::ConnectionFailed
            | Error::ConnectProxyFailed(_) => {
                Self { reason: format!("the server can't be reached: {error}"), is_temporary: true }
            }
            other => Self::permanent(format_args!("the request failed: {other}")),
        }
    }
}

impl From<HttpError> for Failure {
    fn from(error: HttpError) -> Self {
        Self::new(error.reason)
    }
}

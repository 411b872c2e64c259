//! The parts of an HTTP request from arguments: method, URL, headers, proxy.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::Method;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use percent_encoding::percent_decode_str;
use url::Url;
use vrlet_function::prelude::*;

/// A method; small letters are capitals.
pub(super) fn method(name: &Text) -> Result<Method, String> {
    let capitals = name.to_str().to_uppercase();
    Method::from_bytes(capitals.as_bytes())
        .map_err(|_| format!("`{}` is no HTTP method, expected one such as `get`", name.to_str()))
}

/// A URL of an HTTP server.
pub(super) fn url(text: &Text) -> Result<Url, String> {
    let url = Url::parse(&text.to_str())
        .map_err(|error| format!("`{}` is no URL: {error}", text.to_str()))?;
    if matches!(url.scheme(), "http" | "https") {
        Ok(url)
    } else {
        Err(format!("`{url}` is no URL of `http` or `https`"))
    }
}

/// The URL of a proxy; without a scheme it is one of `http`.
pub(super) fn proxy(text: &Text) -> Result<Url, String> {
    let written = text.to_str();
    let whole = if written.contains("://") { written } else { format!("http://{written}").into() };
    let url = Url::parse(&whole)
        .map_err(|error| format!("`{}` is no URL of a proxy: {error}", text.to_str()))?;
    if url.has_host() && matches!(url.scheme(), "http" | "https" | "socks4" | "socks5") {
        Ok(url)
    } else {
        Err(format!("`{url}` is no URL of a proxy of `http`, `https`, `socks4` or `socks5`"))
    }
}

/// The headers of a request, and how failures show them.
pub(super) struct Headers {
    headers: Vec<(String, Vec<u8>)>,
    redacts: bool,
}

impl Headers {
    /// Reads the object that a program gives; of names that differ in case alone the last one counts.
    ///
    /// # Errors
    /// Where a name or a value can't stand in a header.
    pub fn read(object: &Object, redacts: bool) -> Result<Self, Failure> {
        let mut this = Self { headers: Vec::with_capacity(object.len()), redacts };
        for (key, value) in object.sorted() {
            let name = HeaderName::from_bytes(key.as_bytes())
                .map_err(|_| Failure::new(format_args!("`{key}` is no name of an HTTP header")))?;
            let Value::Bytes(value) = value else {
                return Err(Failure::new(format_args!(
                    "the header `{name}` must be a string, found {}",
                    value.kind_name()
                )));
            };
            if HeaderValue::from_bytes(value.as_bytes()).is_err() {
                return Err(Failure::new(format_args!(
                    "the value of the header `{name}` has a character that no header can have"
                )));
            }
            this.set(name, value.as_bytes().to_vec());
        }
        Ok(this)
    }

    /// Moves user and password from the URL into a header, unless there is one.
    pub fn authorize(&mut self, url: &mut Url) {
        if url.username().is_empty() && url.password().is_none() {
            return;
        }
        let mut credentials: Vec<u8> = percent_decode_str(url.username()).collect();
        credentials.push(b':');
        credentials.extend(percent_decode_str(url.password().unwrap_or_default()));
        // Only URLs without a host refuse, and those of `http` have one.
        let _ = url.set_username("").and_then(|()| url.set_password(None));
        if !self.headers.iter().any(|(name, _)| *name == AUTHORIZATION.as_str()) {
            let value = format!("Basic {}", BASE64_STANDARD.encode(credentials));
            self.set(AUTHORIZATION, value.into_bytes());
        }
    }

    pub fn as_slice(&self) -> &[(String, Vec<u8>)] {
        &self.headers
    }

    fn set(&mut self, name: HeaderName, value: Vec<u8>) {
        self.headers.retain(|(known, _)| *known != name.as_str());
        self.headers.push((name.to_string(), value));
    }
}

/// What is in the name of a header that carries credentials.
const SECRETS: [&str; 6] = ["api-key", "authorization", "cookie", "password", "secret", "token"];

impl fmt::Display for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.headers.iter().map(|(name, value)| {
            let is_secret = self.redacts && SECRETS.iter().any(|secret| name.contains(secret));
            let value = if is_secret { "***".into() } else { String::from_utf8_lossy(value) };
            (name, value)
        });
        f.debug_map().entries(shown).finish()
    }
}

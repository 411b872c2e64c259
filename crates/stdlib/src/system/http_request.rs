//! `http_request`: sends an HTTP request and returns the body of the answer.

use url::Url;
use vrlet_function::HttpRequest;
use vrlet_function::prelude::*;

use super::http_message::{self, Headers};

const URL: Arg<Text> = Arg::required("url", "The URL, `http` or `https`.");
const METHOD: Arg<Text> = Arg::optional("method", "The method, in capitals or not.")
    .default(Literal::Text("get"))
    .after(URL);
const HEADERS: Arg<Option<Object>> =
    Arg::optional("headers", "The headers: names and values, which are strings.").after(METHOD);
const BODY: Arg<Text> =
    Arg::optional("body", "What is sent.").default(Literal::Text("")).after(HEADERS);
const HTTP_PROXY: Arg<Option<Text>> =
    Arg::optional("http_proxy", "The proxy for `http` URLs.").after(BODY);
const HTTPS_PROXY: Arg<Option<Text>> =
    Arg::optional("https_proxy", "The proxy for `https` URLs.").after(HTTP_PROXY);
const REDACT_HEADERS: Arg<bool> = Arg::optional(
    "redact_headers",
    "Whether messages of failures leave out the values of headers with credentials.",
)
.default(Literal::Boolean(true))
.after(HTTPS_PROXY);

pub const FUNCTION: Function = Function::new(Contract {
    name: "http_request",
    category: Category::System,
    about: "Sends an HTTP request and gives the body of the answer, whatever its status. \
            Redirections are followed. Each call waits for its answer, so use it only \
            where few events come.",
    params: &[
        URL.param(),
        METHOD.param(),
        HEADERS.param(),
        BODY.param(),
        HTTP_PROXY.param(),
        HTTPS_PROXY.param(),
        REDACT_HEADERS.param(),
    ],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The URL, the method, a header or a proxy is not one.",
        "No answer comes in time, there are too many redirections, or the answer is too long.",
        "The host gives programs no network.",
    ],
    body: Body::Prepared(|context| {
        for parameter in [HTTP_PROXY, HTTPS_PROXY] {
            if let Some(proxy) = context.constant(parameter).flatten() {
                http_message::proxy(&proxy)
                    .map_err(|reason| ArgumentError::constant(parameter, reason))?;
            }
        }
        Ok(Box::new(http_request))
    }),
    examples: &[
        example(
            "With a default",
            "http_request(\"http://192.0.2.1/\") ?? \"out of reach\"",
            r#""out of reach""#,
        ),
        fails("No URL", r#"http_request!("somewhere")"#, "no URL"),
    ],
})
.reaches(&[Reach::Network]);

fn http_request(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (url, method, headers, body, http_proxy, https_proxy, redacts) = (
        call.take(URL),
        call.take(METHOD),
        call.take(HEADERS),
        call.take(BODY),
        call.take(HTTP_PROXY),
        call.take(HTTPS_PROXY),
        call.take(REDACT_HEADERS),
    );
    let method = http_message::method(&method).map_err(Failure::new)?;
    let mut headers = Headers::read(&headers.unwrap_or_default(), redacts)?;
    let mut url = http_message::url(&url).map_err(Failure::new)?;
    headers.authorize(&mut url);
    let proxy = |text: Option<Text>| {
        text.map(|text| http_message::proxy(&text)).transpose().map_err(Failure::new)
    };
    let (http_proxy, https_proxy) = (proxy(http_proxy)?, proxy(https_proxy)?);
    let request = HttpRequest {
        method: method.as_str(),
        url: url.as_str(),
        headers: headers.as_slice(),
        body: body.as_bytes(),
        http_proxy: http_proxy.as_ref().map(Url::as_str),
        https_proxy: https_proxy.as_ref().map(Url::as_str),
        most_bytes: call.host().limits.bytes,
    };
    match call.host().network.request(&request) {
        Ok(response) => Ok(Value::Bytes(Text::from_vec(response.body))),
        Err(Failure::Error(reason)) => Err(Failure::new(format_args!(
            "{reason} ({} {}, headers {headers})",
            request.method, request.url
        ))),
        Err(other) => Err(other),
    }
}

//! nginx's log formats: combined, main, ingress, error.

use vrlet_function::prelude::*;

use super::log_format::{ACCESS_TIME, LogField, LogFormat, part};

/// The access log as it is preset.
pub(super) const COMBINED: LogFormat = LogFormat {
    name: "line of an nginx access log",
    function: "parse_nginx_log(…, \"combined\")",
    parts: &[&[
        part("a client", r"^\s*(?:-|(?P<client>\S+))\s+"),
        part("`-` and a user", r"-\s+(?:-|(?P<user>\S+))\s+"),
        part("a time in `[…]`", r"\[(?P<timestamp>[^\]\n]+)\]\s+"),
        part("a request in `\"…\"`", r#""(?P<request>[^"]*)"\s+"#),
        part("a status", r"(?P<status>\d+)\s+"),
        part("a size", r"(?P<size>\d+)"),
        part("a referrer in `\"…\"`", r#"\s+"(?P<referer>[^"]*)""#),
        part("an agent in `\"…\"`", r#"\s+"(?P<agent>[^"]*)""#),
        part(
            "a ratio of compression in `\"…\"`, or the end,",
            r#"(?:\s+"(?:-|(?P<compression>[^"]+))")?\s*$"#,
        ),
    ]],
    fields: &[
        LogField::text("client"),
        LogField::text("user").or_null(),
        LogField::time("timestamp"),
        LogField::text("request"),
        LogField::integer("status"),
        LogField::integer("size"),
        LogField::text("referer").or_null(),
        LogField::text("agent").or_null(),
        LogField::text("compression").or_null(),
    ],
    time: ACCESS_TIME,
};

/// The access log of the format `main`, which most packages of nginx configure.
pub(super) const MAIN: LogFormat = LogFormat {
    name: "line of an nginx access log of the format `main`",
    function: "parse_nginx_log(…, \"main\")",
    parts: &[&[
        part("a client", r"^\s*(?:-|(?P<remote_addr>\S+))\s+"),
        part("`-` and a user", r"-\s+(?:-|(?P<remote_user>\S+))\s+"),
        part("a time in `[…]`", r"\[(?P<timestamp>[^\]]+)\]\s+"),
        part("a request in `\"…\"`", r#""(?P<request>[^"]*)"\s+"#),
        part("a status", r"(?P<status>\d+)\s+"),
        part("a size", r"(?P<body_bytes_size>\d+)"),
        part("a referrer in `\"…\"`", r#"\s+"(?:-|(?P<http_referer>[^"]*))""#),
        part("an agent in `\"…\"`", r#"\s+"(?:-|(?P<http_user_agent>[^"]+))""#),
        part(
            "the clients behind proxies in `\"…\"`, and the end,",
            r#"\s+"(?:-|(?P<http_x_forwarded_for>[^"]+))"\s*$"#,
        ),
    ]],
    fields: &[
        LogField::text("remote_addr").or_missing(),
        LogField::text("remote_user").or_missing(),
        LogField::time("timestamp"),
        LogField::text("request"),
        LogField::integer("status"),
        LogField::integer("body_bytes_size"),
        LogField::text("http_referer").or_missing(),
        LogField::text("http_user_agent").or_missing(),
        LogField::text("http_x_forwarded_for").or_missing(),
    ],
    time: ACCESS_TIME,
};

/// The access log of the ingress controller of Kubernetes. A request that was passed on to several servers
/// has one value of each, as nginx separates them.
pub(super) const INGRESS: LogFormat = LogFormat {
    name: "line of an nginx access log of the format `ingress_upstreaminfo`",
    function: "parse_nginx_log(…, \"ingress_upstreaminfo\")",
    parts: &[&[
        part("a client", r"^\s*(?:-|(?P<remote_addr>\S+))\s+"),
        part("`-` and a user", r"-\s+(?:-|(?P<remote_user>\S+))\s+"),
        part("a time in `[…]`", r"\[(?P<timestamp>[^\]]+)\]\s+"),
        part("a request in `\"…\"`", r#""(?P<request>[^"]*)"\s+"#),
        part("a status", r"(?P<status>\d+)\s+"),
        part("a size", r"(?P<body_bytes_size>\d+)"),
        part("a referrer in `\"…\"`", r#"\s+"(?:-|(?P<http_referer>[^"]*))""#),
        part("an agent in `\"…\"`", r#"\s+"(?:-|(?P<http_user_agent>[^"]+))"\s+"#),
        part("the length of the request", r"(?P<request_length>\d+)\s+"),
        part("the time of the request", r"(?P<request_time>\d+\.\d+)\s+"),
        part("the name of an upstream in `[…]`", r"\[(?P<proxy_upstream_name>[^\]]+)\]\s+"),
        part(
            "the name of another upstream in `[…]`",
            r"\[(?P<proxy_alternative_upstream_name>[^\]]+)?\]\s+",
        ),
        part("the address of a server", r"(?P<upstream_addr>\S+(?:(?:,|\s:)\s+\S+)*)\s+"),
        part(
            "the length of a response",
            r"(?P<upstream_response_length>(?:-|\d+)(?:\s?[,:]\s+(?:-|\d+))*)\s+",
        ),
        part(
            "the time of a response",
            r"(?P<upstream_response_time>(?:-|\d+\.\d+)(?:\s?[,:]\s+(?:-|\d+\.\d+))*)\s+",
        ),
        part(
            "the status of a response",
            r"(?P<upstream_status>(?:-|\d+)(?:\s?[,:]\s+(?:-|\d+))*)\s+",
        ),
        part("the number of the request, and the end,", r"(?P<req_id>\S+)\s*$"),
    ]],
    fields: &[
        LogField::text("remote_addr").or_missing(),
        LogField::text("remote_user").or_missing(),
        LogField::time("timestamp"),
        LogField::text("request"),
        LogField::integer("status"),
        LogField::integer("body_bytes_size"),
        LogField::text("http_referer").or_missing(),
        LogField::text("http_user_agent").or_missing(),
        LogField::integer("request_length"),
        LogField::float("request_time"),
        LogField::text("proxy_upstream_name"),
        LogField::text("proxy_alternative_upstream_name").or_missing(),
        LogField::text("upstream_addr").last_of_list(),
        LogField::integer("upstream_response_length").last_of_list(),
        LogField::float("upstream_response_time").last_of_list(),
        LogField::integer("upstream_status").last_of_list(),
        LogField::text("req_id"),
        LogField::lists("upstreams"),
    ],
    time: ACCESS_TIME,
};

/// A text in quotes that the server writes as it is: a quote in it is one that no comma follows.
macro_rules! quoted {
    ($name:literal) => {
        concat!("\"(?P<", $name, ">(?s:[^\"]|\"[^,])*?)\"")
    };
}

/// The error log. What the server was at stands after the message, in this order; a message can have
/// several lines.
pub(super) const ERROR: LogFormat = LogFormat {
    name: "line of an nginx error log",
    function: "parse_nginx_log(…, \"error\")",
    parts: &[&[
        part("a time", r"^\s*(?P<timestamp>.+?)\s+"),
        part("a severity in `[…]`", r"\[(?P<severity>\w+)\]\s+"),
        part("a process and a thread, such as `31#31:`,", r"(?P<pid>\d+)#(?P<tid>\d+):"),
        part(
            "a message",
            concat!(
                r"(?:\s+\*(?P<cid>\d+))?\s+(?P<message>(?s:.+?))",
                r#"(?:,\s+excess:\s+(?P<excess>[\d.]+),?\sby\szone\s"(?P<zone>[^,]+)")?"#,
                r"(?:,\s+(?:udp\s+)?client:\s+(?P<client>[^,]+))?(?:,\s+server:\s+(?P<server>[^,]*))?",
                "(?:,\\s+login:\\s+",
                quoted!("login"),
                ")?(?:,\\s+request:\\s+",
                quoted!("request"),
                ")?(?:,\\s+subrequest:\\s+",
                quoted!("subrequest"),
                ")?(?:,\\s+upstream:\\s+",
                quoted!("upstream"),
                ")?",
                r"(?:,\s+bytes from/to client:(?P<bytes_from_client>\d+)/(?P<bytes_to_client>\d+))?",
                r"(?:,\s+bytes from/to upstream:(?P<bytes_from_upstream>\d+)/(?P<bytes_to_upstream>\d+))?",
                "(?:,\\s+host:\\s+",
                quoted!("host"),
                ")?(?:,\\s+refer?rer:\\s+",
                quoted!("referer"),
                ")?\\s*$",
            ),
        ),
    ]],
    fields: &[
        LogField::time("timestamp"),
        LogField::text("severity"),
        LogField::integer("pid"),
        LogField::integer("tid"),
        LogField::integer("cid"),
        LogField::text("message"),
        LogField::float("excess").or_null(),
        LogField::text("zone").or_null(),
        LogField::text("client").or_null(),
        LogField::text("server").or_null(),
        LogField::text("login").or_missing(),
        LogField::text("request").or_null(),
        LogField::text("subrequest").or_missing(),
        LogField::text("upstream").or_null(),
        LogField::integer("bytes_from_client").or_missing(),
        LogField::integer("bytes_to_client").or_missing(),
        LogField::integer("bytes_from_upstream").or_missing(),
        LogField::integer("bytes_to_upstream").or_missing(),
        LogField::text("host").or_null(),
        LogField::text("referer").declared_as(KindSet::NEVER),
        // Programs are told of it, but no line has it: a host comes with its port.
        LogField::text("port").or_null(),
    ],
    time: "%Y/%m/%d %H:%M:%S",
};

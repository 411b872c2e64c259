//! nginx's log formats: combined, main, ingress, error.

use vrlet_function::prelude::*;

use super::log_format::{ACCESS_TIME, Field, LogFormat};

/// The access log as it is preset.
pub(super) const COMBINED: LogFormat = LogFormat {
    name: "line of an nginx access log",
    pattern: concat!(
        r"^\s*(?:-|(?P<client>\S+))\s+-\s+(?:-|(?P<user>\S+))\s+\[(?P<timestamp>[^\]\n]+)\]",
        r#"\s+"(?P<request>[^"]*)"\s+(?P<status>\d+)\s+(?P<size>\d+)"#,
        r#"\s+"(?P<referer>[^"]*)"\s+"(?P<agent>[^"]*)"(?:\s+"(?:-|(?P<compression>[^"]+))")?\s*$"#,
    ),
    fields: &[
        Field::text("client"),
        Field::text("user").or_null(),
        Field::time("timestamp"),
        Field::text("request"),
        Field::integer("status"),
        Field::integer("size"),
        Field::text("referer").or_null(),
        Field::text("agent").or_null(),
        Field::text("compression").or_null(),
    ],
    time: ACCESS_TIME,
};

/// The access log of the format `main`, which most packages of nginx configure.
pub(super) const MAIN: LogFormat = LogFormat {
    name: "line of an nginx access log of the format `main`",
    pattern: concat!(
        r"^\s*(?:-|(?P<remote_addr>\S+))\s+-\s+(?:-|(?P<remote_user>\S+))\s+\[(?P<timestamp>[^\]]+)\]",
        r#"\s+"(?P<request>[^"]*)"\s+(?P<status>\d+)\s+(?P<body_bytes_size>\d+)"#,
        r#"\s+"(?:-|(?P<http_referer>[^"]*))"\s+"(?:-|(?P<http_user_agent>[^"]+))""#,
        r#"\s+"(?:-|(?P<http_x_forwarded_for>[^"]+))"\s*$"#,
    ),
    fields: &[
        Field::text("remote_addr").or_missing(),
        Field::text("remote_user").or_missing(),
        Field::time("timestamp"),
        Field::text("request"),
        Field::integer("status"),
        Field::integer("body_bytes_size"),
        Field::text("http_referer").or_missing(),
        Field::text("http_user_agent").or_missing(),
        Field::text("http_x_forwarded_for").or_missing(),
    ],
    time: ACCESS_TIME,
};

/// The access log of the ingress controller of Kubernetes.
pub(super) const INGRESS: LogFormat = LogFormat {
    name: "line of an nginx access log of the format `ingress_upstreaminfo`",
    pattern: concat!(
        r"^\s*(?:-|(?P<remote_addr>\S+))\s+-\s+(?:-|(?P<remote_user>\S+))\s+\[(?P<timestamp>[^\]]+)\]",
        r#"\s+"(?P<request>[^"]*)"\s+(?P<status>\d+)\s+(?P<body_bytes_size>\d+)"#,
        r#"\s+"(?:-|(?P<http_referer>[^"]*))"\s+"(?:-|(?P<http_user_agent>[^"]+))""#,
        r"\s+(?P<request_length>\d+)\s+(?P<request_time>\d+\.\d+)",
        r"\s+\[(?P<proxy_upstream_name>[^\]]+)\]\s+\[(?P<proxy_alternative_upstream_name>[^\]]+)?\]",
        r"\s+(?P<upstream_addr>\S+)\s+(?:-|(?P<upstream_response_length>\d+))",
        r"\s+(?:-|(?P<upstream_response_time>\d+\.\d+))\s+(?:-|(?P<upstream_status>\d+))",
        r"\s+(?P<req_id>\S+)\s*$",
    ),
    fields: &[
        Field::text("remote_addr").or_missing(),
        Field::text("remote_user").or_missing(),
        Field::time("timestamp"),
        Field::text("request"),
        Field::integer("status"),
        Field::integer("body_bytes_size"),
        Field::text("http_referer").or_missing(),
        Field::text("http_user_agent").or_missing(),
        Field::integer("request_length"),
        Field::float("request_time"),
        Field::text("proxy_upstream_name"),
        Field::text("proxy_alternative_upstream_name").or_missing(),
        Field::text("upstream_addr"),
        Field::integer("upstream_response_length"),
        Field::float("upstream_response_time"),
        Field::integer("upstream_status"),
        Field::text("req_id"),
    ],
    time: ACCESS_TIME,
};

/// The error log.
pub(super) const ERROR: LogFormat = LogFormat {
    name: "line of an nginx error log",
    pattern: concat!(
        r"^\s*(?P<timestamp>.+)\s+\[(?P<severity>\w+)\]\s+(?P<pid>\d+)#(?P<tid>\d+):",
        r"(?:\s+\*(?P<cid>\d+))?\s+(?P<message>.+?)",
        r#"(?:,\s+excess:\s+(?P<excess>\S+)\sby\szone\s"(?P<zone>[^,]+)")?"#,
        r"(?:,\s+client:\s+(?P<client>[^,]+))?(?:,\s+server:\s+(?P<server>[^,]*))?",
        r#"(?:,\s+request:\s+"(?P<request>[^"]*)")?(?:,\s+upstream:\s+"(?P<upstream>[^"]*)")?"#,
        r#"(?:,\s+host:\s+"(?P<host>[^"]*)")?"#,
        r#"(?:,\s+refer?rer:\s+"(?P<referer>[^"]*)")?\s*$"#,
    ),
    fields: &[
        Field::time("timestamp"),
        Field::text("severity"),
        Field::integer("pid"),
        Field::integer("tid"),
        Field::integer("cid"),
        Field::text("message"),
        Field::float("excess").or_null(),
        Field::text("zone").or_null(),
        Field::text("client").or_null(),
        Field::text("server").or_null(),
        Field::text("request").or_null(),
        Field::text("upstream").or_null(),
        Field::text("host").or_null(),
        Field::text("referer").declared_as(KindSet::NEVER),
        // Programs are told of it, but no line has it: a host comes with its port.
        Field::text("port").or_null(),
    ],
    time: "%Y/%m/%d %H:%M:%S",
};

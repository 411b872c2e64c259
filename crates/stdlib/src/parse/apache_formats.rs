//! Apache's log formats: common, combined, error.

use vrlet_function::prelude::*;

use super::log_format::{ACCESS_TIME, LogField, LogFormat, Part, part};

/// What the access logs begin with.
const ACCESS: &[Part] = &[
    part("a host", r"^\s*(?:-|(?P<host>.*?))\s+"),
    part("an identity", r"(?:-|(?P<identity>.*?))\s+"),
    part("a user", r"(?:-|(?P<user>.*?))\s+"),
    part("a time in `[…]`", r"(?:-|\[(?:-|(?P<timestamp>[^\[\]]*))\])\s+"),
    part(
        "a request in `\"…\"`",
        r#"(?:-|"(?:-|\s*(?P<message>(?P<method>\w+)\s+(?P<path>\S*)\s+(?P<protocol>(?s:.*?))\s*|(?s:.*?))\s*)")\s+"#,
    ),
    part("a status", r"(?:-|(?P<status>\d+))\s+"),
    part("a size", r"(?:-|(?P<size>\d+))"),
];

/// The Common Log Format.
pub(super) const COMMON: LogFormat = LogFormat {
    name: "line of the Common Log Format",
    function: "parse_common_log",
    parts: &[ACCESS, &[part("the end of the line after the size", r"\s*$")]],
    fields: &[
        LogField::text("host").or_null(),
        LogField::text("identity").or_null(),
        LogField::text("user").or_null(),
        LogField::time("timestamp").or_null(),
        LogField::text("message").or_null(),
        LogField::text("method").or_null(),
        LogField::text("path").or_null(),
        LogField::text("protocol").or_null(),
        LogField::integer("status").or_null(),
        LogField::integer("size").or_null(),
    ],
    time: ACCESS_TIME,
};

/// The same with where the request came from, and from what program.
pub(super) const COMBINED: LogFormat = LogFormat {
    name: "line of the Combined Log Format",
    function: "parse_apache_log(…, \"combined\")",
    parts: &[
        ACCESS,
        &[
            part("a referrer in `\"…\"`", r#"\s+(?:-|"(?:-|\s*(?P<referrer>(?s:.*?))"))"#),
            // A quote within the agent stands after a backslash, which the server writes.
            part("an agent in `\"…\"`", r#"\s+(?:-|"(?:-|\s*(?P<agent>(?s:\\.|[^"])*?)"))"#),
        ],
    ],
    fields: &[
        LogField::text("host").or_null(),
        LogField::text("identity").or_null(),
        LogField::text("user").or_null(),
        LogField::time("timestamp").or_null(),
        LogField::text("message").or_null(),
        LogField::text("method").or_null(),
        LogField::text("path").or_null(),
        LogField::text("protocol").or_null(),
        LogField::integer("status").or_null(),
        LogField::integer("size").or_null(),
        LogField::text("referrer").or_null(),
        LogField::text("agent").or_null(),
    ],
    time: ACCESS_TIME,
};

/// The error log. A message can have several lines, of which the last keeps the blanks at its end.
pub(super) const ERROR: LogFormat = LogFormat {
    name: "line of an Apache error log",
    function: "parse_apache_log(…, \"error\")",
    parts: &[&[
        part("a time in `[…]`", r"^\s*(?:-|\[(?:-|(?P<timestamp>[^\]]*))\])\s+"),
        part(
            "a module and a severity, such as `[core:error]`,",
            r"(?:-|\[(?:-|(?P<module>[^:]*):(?P<severity>[^\[]*?))\])\s+",
        ),
        part(
            "a process, such as `[pid 1:tid 2]`,",
            r"(?:-|\[\s*pid\s*(?:-|(?P<pid>[^:]*?)(?::\s*tid\s*(?P<thread>[^\[]*?))?)\])\s",
        ),
        part(
            "a client, such as `[client 1.2.3.4:80]`,",
            r"(?:-|\[\s*client\s*(?:-|(?P<client>.*):(?P<port>[^\[]*?))\])\s",
        ),
        part("a message", r"(?:-|(?P<message>(?s:.*\S)?[^\S\n]*))\s*$"),
    ]],
    fields: &[
        LogField::time("timestamp").or_null(),
        LogField::text("module").or_null(),
        LogField::text("severity").or_null(),
        LogField::integer("pid").declared_as(KindSet::NEVER),
        LogField::text("thread").or_null(),
        LogField::text("client").declared_as(KindSet::NEVER),
        LogField::integer("port").declared_as(STRING.or(NULL)),
        LogField::text("message").or_null(),
    ],
    time: ACCESS_TIME,
};

/// The error log of a server with threads, also in lines that no client caused; what stands before the
/// client, or up to the second colon, is a message of its own.
pub(super) const THREADED_ERROR: LogFormat = LogFormat {
    name: ERROR.name,
    function: ERROR.function,
    parts: &[&[
        part("a time in `[…]`", r"^\s*\[(?P<timestamp>[^\]]*)\]\s+"),
        part(
            "a module and a severity, such as `[core:error]`,",
            r"\[(?:-|(?P<module>[^:]+)):(?P<severity>[^\]]+)\]\s+",
        ),
        part(
            "a process, such as `[pid 1:tid 2]`,",
            r"\[pid\s+(?P<pid>\d+)(?::tid\s+(?P<thread>\d+))?\]\s+",
        ),
        part(
            "a message",
            concat!(
                r"(?P<message1>(?:[^\[]*?:\s+){1,2})?(?:\[client\s+(?P<client>.*?):(?P<port>\d+)\]\s+)?",
                r"(?P<message2>(?s:.*\S)?[^\S\n]*)\s*$",
            ),
        ),
    ]],
    fields: &[
        LogField::time("timestamp").or_null(),
        LogField::text("module").or_null(),
        LogField::text("severity").or_null(),
        LogField::integer("pid").declared_as(KindSet::NEVER),
        LogField::text("thread").or_null(),
        LogField::text("message1").declared_as(KindSet::NEVER),
        LogField::text("client").declared_as(KindSet::NEVER),
        LogField::integer("port").declared_as(STRING.or(NULL)),
        LogField::text("message2").declared_as(KindSet::NEVER),
    ],
    time: ACCESS_TIME,
};

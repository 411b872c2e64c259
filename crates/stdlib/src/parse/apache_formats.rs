//! Apache's log formats: common, combined, error.

use vrlet_function::prelude::*;

use super::log_format::{ACCESS_TIME, Field, LogFormat, Part, part};

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
        Field::text("host").or_null(),
        Field::text("identity").or_null(),
        Field::text("user").or_null(),
        Field::time("timestamp").or_null(),
        Field::text("message").or_null(),
        Field::text("method").or_null(),
        Field::text("path").or_null(),
        Field::text("protocol").or_null(),
        Field::integer("status").or_null(),
        Field::integer("size").or_null(),
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
        Field::text("host").or_null(),
        Field::text("identity").or_null(),
        Field::text("user").or_null(),
        Field::time("timestamp").or_null(),
        Field::text("message").or_null(),
        Field::text("method").or_null(),
        Field::text("path").or_null(),
        Field::text("protocol").or_null(),
        Field::integer("status").or_null(),
        Field::integer("size").or_null(),
        Field::text("referrer").or_null(),
        Field::text("agent").or_null(),
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
        Field::time("timestamp").or_null(),
        Field::text("module").or_null(),
        Field::text("severity").or_null(),
        Field::integer("pid").declared_as(KindSet::NEVER),
        Field::text("thread").or_null(),
        Field::text("client").declared_as(KindSet::NEVER),
        Field::integer("port").declared_as(STRING.or(NULL)),
        Field::text("message").or_null(),
    ],
    time: ACCESS_TIME,
};

/// The error log of a server with threads, also in lines that no client caused; what stands before the
/// client, or up to the last colon, is a message of its own.
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
                r"(?P<message1>[^\[]*:\s+)?(?:\[client\s+(?P<client>.*?):(?P<port>\d+)\]\s+)?",
                r"(?P<message2>(?s:.*\S)?[^\S\n]*)\s*$",
            ),
        ),
    ]],
    fields: &[
        Field::time("timestamp").or_null(),
        Field::text("module").or_null(),
        Field::text("severity").or_null(),
        Field::integer("pid").declared_as(KindSet::NEVER),
        Field::text("thread").or_null(),
        Field::text("message1").declared_as(KindSet::NEVER),
        Field::text("client").declared_as(KindSet::NEVER),
        Field::integer("port").declared_as(STRING.or(NULL)),
        Field::text("message2").declared_as(KindSet::NEVER),
    ],
    time: ACCESS_TIME,
};

//! Apache's log formats: common, combined, error.

use vrlet_function::prelude::*;

use super::log_format::{ACCESS_TIME, Field, LogFormat};

macro_rules! common {
    ($rest:literal) => {
        concat!(
            r"^\s*(?:-|(?P<host>.*?))\s+(?:-|(?P<identity>.*?))\s+(?:-|(?P<user>.*?))",
            r"\s+(?:-|\[(?:-|(?P<timestamp>[^\[\]]*))\])",
            r#"\s+(?:-|"(?:-|\s*(?P<message>(?P<method>\w+)\s+(?P<path>\S*)\s+(?P<protocol>(?s:.*?))\s*|(?s:.*?))\s*)")"#,
            r"\s+(?:-|(?P<status>\d+))\s+(?:-|(?P<size>\d+))",
            $rest
        )
    };
}

/// The Common Log Format.
pub(super) const COMMON: LogFormat = LogFormat {
    name: "line of the Common Log Format",
    pattern: common!(r"\s*$"),
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
    pattern: common!(
        r#"\s+(?:-|"(?:-|\s*(?P<referrer>(?s:.*?))"))\s+(?:-|"(?:-|\s*(?P<agent>(?s:.*?))"))"#
    ),
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

/// The error log.
pub(super) const ERROR: LogFormat = LogFormat {
    name: "line of an Apache error log",
    pattern: concat!(
        r"^\s*(?:-|\[(?:-|(?P<timestamp>[^\]]*))\])",
        r"\s+(?:-|\[(?:-|(?P<module>[^:]*):(?P<severity>[^\[]*?))\])",
        r"\s+(?:-|\[\s*pid\s*(?:-|(?P<pid>[^:]*?)(?::\s*tid\s*(?P<thread>[^\[]*?))?)\])",
        r"\s(?:-|\[\s*client\s*(?:-|(?P<client>.*):(?P<port>[^\[]*?))\])",
        r"\s(?:-|(?P<message>.*))\s*$",
    ),
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

/// The error log of a server with threads, in lines that no client caused.
pub(super) const THREADED_ERROR: LogFormat = LogFormat {
    name: ERROR.name,
    pattern: concat!(
        r"^\s*\[(?P<timestamp>[^\]]*)\]\s+\[(?P<module>[^:]+):(?P<severity>[^\]]+)\]",
        r"\s+\[pid\s+(?P<pid>\d+)(?::tid\s+(?P<thread>\d+))?\]",
        r"(?:\s+\[client\s+(?P<client>.*?):(?P<port>\d+)\])?\s+(?P<message2>.*)\s*$",
    ),
    fields: &[
        Field::time("timestamp").or_null(),
        Field::text("module").or_null(),
        Field::text("severity").or_null(),
        Field::integer("pid").declared_as(KindSet::NEVER),
        Field::text("thread").or_null(),
        Field::text("client").declared_as(KindSet::NEVER),
        Field::integer("port").declared_as(STRING.or(NULL)),
        Field::text("message2").declared_as(KindSet::NEVER),
    ],
    time: ACCESS_TIME,
};

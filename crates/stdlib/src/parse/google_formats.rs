//! The log formats of Google's logging libraries, glog and klog.

use super::log_format::{LogField, LogFormat, Part, part};

/// What follows the time. A message can have several lines.
const AFTER_TIME: &[Part] = &[
    part("the number of a thread", r"\s+(?P<id>\d+)\s"),
    part("a file and a line, such as `main.go:9]`,", r"(?P<file>.+?):(?P<line>\d+)\]\s"),
    part("a message", r"(?P<message>(?s:.*?))\s*$"),
];

/// That of glog.
pub(super) const GLOG: LogFormat = LogFormat {
    name: "line of glog",
    function: "parse_glog",
    parts: &[
        &[part(
            "a severity and a time, such as `I20210131 14:48:54.411655`,",
            r"^\s*(?P<level>\w)(?P<timestamp>\d{8}\s\d{2}:\d{2}:\d{2}\.\d{6})",
        )],
        AFTER_TIME,
    ],
    fields: &[
        LogField::severity("level"),
        LogField::time("timestamp"),
        LogField::integer("id"),
        LogField::text("file"),
        LogField::integer("line"),
        LogField::text("message"),
    ],
    time: "%Y%m%d %H:%M:%S%.6f",
};

/// That of klog, which leaves the year out.
pub(super) const KLOG: LogFormat = LogFormat {
    name: "line of klog",
    function: "parse_klog",
    parts: &[
        &[part(
            "a severity and a time, such as `I0131 14:48:54.411655`,",
            r"^\s*(?P<level>\w)(?P<timestamp>\d{4}\s\d{2}:\d{2}:\d{2}\.\d{6})",
        )],
        AFTER_TIME,
    ],
    fields: &[
        LogField::severity("level"),
        LogField::time_of_year("timestamp"),
        LogField::integer("id"),
        LogField::text("file"),
        LogField::integer("line"),
        LogField::text("message"),
    ],
    time: GLOG.time,
};

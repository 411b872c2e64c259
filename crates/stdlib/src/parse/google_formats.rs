//! The log formats of Google's logging libraries, glog and klog.

use super::log_format::{Field, LogFormat};

/// That of glog.
pub(super) const GLOG: LogFormat = LogFormat {
    name: "line of glog",
    pattern: r"^\s*(?P<level>\w)(?P<timestamp>\d{8}\s\d{2}:\d{2}:\d{2}\.\d{6})\s+(?P<id>\d+)\s(?P<file>.+?):(?P<line>\d+)\]\s(?P<message>.*?)\s*$",
    fields: &[
        Field::severity("level"),
        Field::time("timestamp"),
        Field::integer("id"),
        Field::text("file"),
        Field::integer("line"),
        Field::text("message"),
    ],
    time: "%Y%m%d %H:%M:%S%.6f",
};

/// That of klog, which leaves the year out.
pub(super) const KLOG: LogFormat = LogFormat {
    name: "line of klog",
    pattern: r"^\s*(?P<level>\w)(?P<timestamp>\d{4}\s\d{2}:\d{2}:\d{2}\.\d{6})\s+(?P<id>\d+)\s(?P<file>.+?):(?P<line>\d+)\]\s(?P<message>.*?)\s*$",
    fields: &[
        Field::severity("level"),
        Field::time_of_year("timestamp"),
        Field::integer("id"),
        Field::text("file"),
        Field::integer("line"),
        Field::text("message"),
    ],
    time: GLOG.time,
};

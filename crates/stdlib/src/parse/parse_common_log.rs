//! `parse_common_log`: parses a line of the Common Log Format.

use vrlet_function::prelude::*;

use super::apache_formats::COMMON;
use super::log_reader::{self, LINE, LineTime};
use crate::time_format_check;

const TIME_FORMAT: Arg<Text> = log_reader::TIME_FORMAT.after(LINE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_common_log",
    category: Category::Parse,
    about: "Parses a line in the [Common Log \
            Format](https://httpd.apache.org/docs/current/logs.html#common). A `-` in \
            the line gives no field.",
    params: &[LINE.param(), TIME_FORMAT.param()],
    returns: |_| TypeDef::new(COMMON.kind()).fallible(),
    failures: &["The line is not of the format.", "The time is not as `timestamp_format` says."],
    body: Body::Prepared(|context| {
        Ok(log_reader::body(vec![&COMMON], LineTime::given(context, TIME_FORMAT)))
    }),
    examples: &[
        example(
            "A line",
            r#"parse_common_log!(s'127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /logo.gif HTTP/1.0" 200 2326')"#,
            r#"{"host":"127.0.0.1","user":"frank","timestamp":"2000-10-10T20:55:36Z","message":"GET /logo.gif HTTP/1.0","method":"GET","path":"/logo.gif","protocol":"HTTP/1.0","status":200,"size":2326}"#,
        ),
        fails(
            "Another format",
            r#"parse_common_log!("hello")"#,
            "no line of the Common Log Format",
        ),
    ],
})
.warns(|context| time_format_check::check(context, TIME_FORMAT));

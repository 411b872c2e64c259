//! `parse_apache_log`: parses a log line of the Apache web server.

use vrlet_function::prelude::*;

use super::apache_formats::{COMBINED, COMMON, ERROR, THREADED_ERROR};
use super::log_format::LogFormat;
use super::log_reader::{self, LINE, LineTime};
use crate::time_format_check;

const FORMAT: Arg<Text> = Arg::required("format", "Which log it is.")
    .one_of(&["combined", "common", "error"])
    .constant()
    .after(LINE);

const TIME_FORMAT: Arg<Text> = log_reader::TIME_FORMAT.after(FORMAT);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_apache_log",
    category: Category::Parse,
    about: "Parses a line of an access or error log of the [Apache web \
            server](https://httpd.apache.org/docs/current/logs.html). A `-` in the line \
            gives no field.",
    params: &[LINE.param(), FORMAT.param(), TIME_FORMAT.param()],
    returns: |context| TypeDef::new(formats(context)[0].kind()).fallible(),
    failures: &["The line is not of the format.", "The time is not as `timestamp_format` says."],
    body: Body::Prepared(|context| {
        Ok(log_reader::body(formats(context).to_vec(), LineTime::given(context, TIME_FORMAT)))
    }),
    examples: &[
        example(
            "An access log",
            r#"parse_apache_log!(s'127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /logo.gif HTTP/1.0" 200 2326 "http://a.example/" "curl/8.0"', "combined")"#,
            r#"{"host":"127.0.0.1","timestamp":"2000-10-10T20:55:36Z","message":"GET /logo.gif HTTP/1.0","method":"GET","path":"/logo.gif","protocol":"HTTP/1.0","status":200,"size":2326,"referrer":"http://a.example/","agent":"curl/8.0"}"#,
        ),
        example(
            "An error log",
            r#"parse_apache_log!("[Thu Mar 11 10:00:00 2021] [core:error] [pid 35:tid 42] [client 1.2.3.4:80] File does not exist", "error", timestamp_format: "%a %b %d %T %Y").message"#,
            r#""File does not exist""#,
        ),
        fails(
            "Another format",
            r#"parse_apache_log!("hello", "common")"#,
            "no line of the Common Log Format",
        ),
    ],
})
.warns(|context| time_format_check::check(context, TIME_FORMAT));

fn formats(context: &CallContext<'_>) -> &'static [&'static LogFormat] {
    match context.choice(FORMAT) {
        Some("combined") => &[&COMBINED],
        Some("error") => &[&ERROR, &THREADED_ERROR],
        _ => &[&COMMON],
    }
}

//! `parse_nginx_log`: parses a log line of the nginx web server.

use vrlet_function::prelude::*;

use super::log_format::LogFormat;
use super::log_reader::{self, LINE, LineTime};
use super::nginx_formats::{COMBINED, ERROR, INGRESS, MAIN};
use crate::time_format_check;

const FORMAT: Arg<Text> = Arg::required("format", "Which log it is.")
    .one_of(&["combined", "error", "ingress_upstreaminfo", "main"])
    .constant()
    .after(LINE);

const TIME_FORMAT: Arg<Text> = log_reader::TIME_FORMAT.after(FORMAT);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_nginx_log",
    category: Category::Parse,
    about: "Parses a line of an access or error log of the nginx web server. A `-` in the line \
            usually gives no field.",
    params: &[LINE.param(), FORMAT.param(), TIME_FORMAT.param()],
    returns: |context| TypeDef::new(format(context).kind()).fallible(),
    failures: &["The line is not of the format.", "The time is not as `timestamp_format` says."],
    body: Body::Prepared(|context| {
        Ok(log_reader::body(vec![format(context)], LineTime::given(context, TIME_FORMAT)))
    }),
    examples: &[
        example(
            "An access log",
            r#"parse_nginx_log!(s'172.17.0.1 - alice [01/Apr/2021:12:02:31 +0000] "POST /a HTTP/1.1" 404 153 "http://a.example/" "curl/8.0"', "combined")"#,
            r#"{"client":"172.17.0.1","user":"alice","timestamp":"2021-04-01T12:02:31Z","request":"POST /a HTTP/1.1","status":404,"size":153,"referer":"http://a.example/","agent":"curl/8.0"}"#,
        ),
        example(
            "An error log",
            r#"parse_nginx_log!(s'2021/04/01 13:02:31 [error] 31#31: *1 open() failed, client: 172.17.0.1, server: localhost, request: "GET / HTTP/1.1", host: "localhost:8081"', "error")"#,
            r#"{"timestamp":"2021-04-01T13:02:31Z","severity":"error","pid":31,"tid":31,"cid":1,"message":"open() failed","client":"172.17.0.1","server":"localhost","request":"GET / HTTP/1.1","host":"localhost:8081"}"#,
        ),
        fails(
            "Another format",
            r#"parse_nginx_log!("hello", "main")"#,
            "no line of an nginx access log",
        ),
    ],
})
.warns(|context| time_format_check::check(context, TIME_FORMAT));

fn format(context: &CallContext<'_>) -> &'static LogFormat {
    match context.choice(FORMAT) {
        Some("error") => &ERROR,
        Some("ingress_upstreaminfo") => &INGRESS,
        Some("main") => &MAIN,
        _ => &COMBINED,
    }
}

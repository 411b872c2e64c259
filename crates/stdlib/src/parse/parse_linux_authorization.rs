//! `parse_linux_authorization`: parses a line of `/var/log/auth.log`.

use vrlet_function::prelude::*;

use super::shape_cache::ShapeCache;
use super::syslog::{message_kind, read};

const VALUE: Arg<Text> = Arg::required("value", "The line.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_linux_authorization",
    category: Category::Parse,
    about: "Parses a line of a Linux authorization log (`/var/log/auth.log`, `/var/log/secure`). A \
            year that is left out is the current one; in January, a line from December \
            is from the year before.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::new(message_kind()).fallible(),
    failures: &["The text is no such line."],
    body: Body::Prepared(|_| {
        Ok(stateful(|shapes: &mut ShapeCache, call| {
            read(call.take(VALUE), "parse_linux_authorization", call.host(), shapes)
        }))
    }),
    examples: &[
        example(
            "A line",
            r#"parse_linux_authorization!("Mar 23 2023 01:49:58 web sshd[1111]: Accepted publickey for jane")"#,
            r#"{"timestamp":"2023-03-23T01:49:58Z","hostname":"web","appname":"sshd","procid":1111,"message":"Accepted publickey for jane"}"#,
        ),
        fails("Something else", r#"parse_linux_authorization!("hello")"#, "no message of syslog"),
    ],
})
.reaches(&[Reach::Clock]);

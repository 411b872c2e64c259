//! `parse_linux_authorization`: a line of `/var/log/auth.log`.

use syslog_loose::Variant;
use vrlet_function::prelude::*;

use super::rows::Rows;
use super::syslog::{message_kind, read};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_linux_authorization",
    category: Category::Parse,
    about: "Parses a line of a Linux authorization log (`/var/log/auth.log`, `/var/log/secure`). A \
            year that is left out is the current one; in January, a line from December \
            is from the year before.",
    params: &[required("value", STRING, "The line.")],
    returns: |_| TypeDef::new(message_kind()).fallible(),
    failures: &["The text is no such line."],
    body: Body::Prepared(|_| {
        let mut rows = Rows::default();
        Ok(Box::new(move |call: &mut Call<'_>| {
            read(call.take(0), Variant::Either, call.host(), &mut rows)
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
    ..Function::BASE
};

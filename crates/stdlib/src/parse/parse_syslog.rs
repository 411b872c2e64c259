//! `parse_syslog`: parses a syslog message.

use vrlet_function::prelude::*;

use super::shape_cache::ShapeCache;
use super::syslog::{message_kind, read};

const VALUE: Arg<Text> = Arg::required("value", "The message.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_syslog",
    category: Category::Parse,
    about: "Parses a syslog message in the format of RFC 5424, or in the many forms of RFC 3164. \
            What is missing, or `-`, gives no field; structured data becomes an object \
            for each of its elements. A year that is left out is the current one; in \
            January, a message from December is from the year before.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::new(message_kind()).fallible(),
    failures: &["The text is no such message."],
    body: Body::Prepared(|_| {
        Ok(stateful(|shapes: &mut ShapeCache, call| {
            read(call.take(VALUE), "parse_syslog", call.host(), shapes)
        }))
    }),
    examples: &[
        example(
            "RFC 5424",
            r#"parse_syslog!("<13>1 2020-03-13T20:45:38.119Z web.example app 2426 ID931 - All is well")"#,
            r#"{"facility":"user","severity":"notice","version":1,"timestamp":"2020-03-13T20:45:38.119Z","hostname":"web.example","appname":"app","procid":2426,"msgid":"ID931","message":"All is well"}"#,
        ),
        example(
            "RFC 3164",
            r#"del(parse_syslog!("<34>Oct 11 22:14:15 host su[230]: failed").appname)"#,
            r#""su""#,
        ),
        fails("Something else", r#"parse_syslog!("hello")"#, "no message of syslog"),
    ],
})
.reaches(&[Reach::Clock]);

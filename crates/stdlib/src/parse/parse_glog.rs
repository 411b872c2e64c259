//! `parse_glog`: parses a line of glog.

use vrlet_function::prelude::*;

use super::google_formats::GLOG;
use super::log_reader::{self, LINE, LineTime};

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_glog",
    category: Category::Parse,
    about: "Parses a line of a log that [glog](https://github.com/google/glog) wrote.",
    params: &[LINE.param()],
    returns: |_| TypeDef::new(GLOG.kind()).fallible(),
    failures: &["The line is not of the format.", "The severity is none of `I`, `W`, `E` and `F`."],
    body: Body::Prepared(|_| Ok(log_reader::body(vec![&GLOG], LineTime::Fixed))),
    examples: &[
        example(
            "A line",
            r#"parse_glog!("I20210131 14:48:54.411655 15520 main.cc:9] Hello")"#,
            r#"{"level":"info","timestamp":"2021-01-31T14:48:54.411655Z","id":15520,"file":"main.cc","line":9,"message":"Hello"}"#,
        ),
        fails("Another format", r#"parse_glog!("hello")"#, "no line of glog"),
    ],
});

//! `parse_klog`: parses a line of klog.

use vrlet_function::prelude::*;

use super::google_formats::KLOG;
use super::log_reader::{self, LINE, LineTime};

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_klog",
    category: Category::Parse,
    about: "Parses a line of a log that [klog](https://github.com/kubernetes/klog), the logger of \
            Kubernetes, wrote. Its year, which the line leaves out, is the current one; \
            in January, a line from December is from the year before.",
    params: &[LINE.param()],
    returns: |_| TypeDef::new(KLOG.kind()).fallible(),
    failures: &["The line is not of the format.", "The severity is none of `I`, `W`, `E` and `F`."],
    body: Body::Prepared(|_| Ok(log_reader::body(vec![&KLOG], LineTime::Fixed))),
    examples: &[
        example(
            "A line",
            r#"del(parse_klog!("W0505 17:59:40.692994   28133 server.go:70] Hello").file)"#,
            r#""server.go""#,
        ),
        fails("Another format", r#"parse_klog!("hello")"#, "no line of klog"),
    ],
})
.reaches(&[Reach::Clock]);

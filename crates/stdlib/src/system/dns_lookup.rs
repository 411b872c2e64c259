//! `dns_lookup`: a DNS query, with the whole answer.

use vrlet_function::prelude::*;

use super::{dns_answer, dns_options};
use crate::dns::{self, Query};

/// What crosses every network in one packet.
const PAYLOAD: u16 = 1232;

const VALUE: Arg<Text> = Arg::required("value", "The name to ask for.");
const QTYPE: Arg<Text> =
    Arg::optional("qtype", "The type of the records, such as `A`, `MX`, `TXT` or `TYPE65`.")
        .default(Literal::Text("A"))
        .after(VALUE);
const CLASS: Arg<Text> =
    Arg::optional("class", "The class of the records.").default(Literal::Text("IN")).after(QTYPE);
const OPTIONS: Arg<Option<Object>> = Arg::optional(
    "options",
    "How to ask. `servers` is an array of names or addresses, with a port or without; `timeout` \
     is in seconds; `attempts` is a number; `tcp`, `rotate`, `recurse` and `aa_only` are \
     booleans.",
)
.after(CLASS);

pub const FUNCTION: Function = Function::new(Contract {
    name: "dns_lookup",
    category: Category::System,
    about: "Sends a query to the DNS and gives the whole answer. Each call waits for its answer, \
            so use it only where few events come.",
    params: &[VALUE.param(), QTYPE.param(), CLASS.param(), OPTIONS.param()],
    returns: |_| TypeDef::new(dns_answer::kind()).fallible(),
    failures: &[
        "`value` is not a domain name, or `qtype` or `class` is unknown.",
        "An option is of the wrong kind.",
        "No server answers in time, or the answer can't be read.",
        "The host gives programs no network.",
    ],
    body: Body::Plain(dns_lookup),
    examples: &[
        example(
            "With a default",
            "answer = dns_lookup(\"vrl.dev\", qtype: \"TXT\") ?? {\"rcodeName\": \
             \"none\"}\nanswer.rcodeName",
            r#""none""#,
        ),
        fails(
            "No type of records",
            r#"dns_lookup!("vrl.dev", qtype: "Z")"#,
            "no type of DNS records",
        ),
    ],
})
.reaches(&[Reach::Network]);

fn dns_lookup(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (name, qtype, class, options) =
        (call.take(VALUE), call.take(QTYPE), call.take(CLASS), call.take(OPTIONS));
    let name = parse(&name, "domain name", dns::to_wire)?;
    let record_type = parse(&qtype, "type of DNS records", str::parse)?;
    let class = parse(&class, "class of DNS records", str::parse)?;
    let asking = dns_options::read(&options.unwrap_or_default())?;
    let query = Query {
        name,
        record_type,
        class,
        wants_recursion: asking.recurse,
        wants_authority: asking.aa_only,
        payload: Some(PAYLOAD),
    };
    let answer = call.host().network.resolve(&query.to_message(), &asking.how)?;
    dns_answer::show(&answer)
}

fn parse<T, E: std::fmt::Display>(
    text: &Text,
    what: &str,
    parse: fn(&str) -> Result<T, E>,
) -> Result<T, Failure> {
    let no = |reason: &dyn std::fmt::Display| {
        Failure::new(format_args!("`{}` is no {what}: {reason}", text.to_str()))
    };
    match text.as_str() {
        Some(text) => parse(text).map_err(|error| no(&error)),
        None => Err(no(&"it is no UTF-8")),
    }
}

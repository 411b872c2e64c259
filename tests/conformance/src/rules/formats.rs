//! Formats whose own specification is clear: it decides where the reference answers otherwise.

use std::net::{IpAddr, Ipv6Addr};

use vrlet::value::Root;
use vrlet_parser::ast::{Argument, Expr, Node};

use super::case::case;
use super::{Remedy, Rule, Theme, anything, both_ran};
use crate::plain::Plain;
use crate::syntax::{Edits, Program, argument, remove_argument, replace_text, string, walk, wrap};

pub const THEME: Theme = Theme {
    title: "Values that the format's specification decides",
    about: "",
    rules: &[
        Rule {
            name: "parse_duration: the whole text",
            reason: "a sign counts, as in Go's durations, and what is no duration fails instead of being passed over",
            concerns: anything,
            remedy: Remedy::Rewrite(take_plain_durations),
            cases: &[
                case("parse_duration!(\"-5s\", \"s\")", "⇒ 5.0", "⇒ -5.0"),
                case("parse_duration!(\"1.5h-30m\", \"m\")", "⇒ 120.0", "fails"),
                case("parse_duration!(\"1,500ms\", \"ms\")", "⇒ 500.0", "fails"),
                case("parse_duration!(\"took 5s\", \"s\")", "⇒ 5.0", "fails"),
            ],
        },
        Rule {
            name: "parse_url: parameters that come more than once",
            reason: "all their values are in an array, as with `parse_query_string`; the reference keeps the last, as \
                     `repeated: \"last\"` does",
            concerns: anything,
            remedy: Remedy::Rewrite(repeat_no_parameter),
            cases: &[case(
                "parse_url!(\"http://a/?x=1&x=2\").query",
                "⇒ {\"x\": \"2\"}",
                "⇒ {\"x\": [\"1\", \"2\"]}",
            )],
        },
        Rule {
            name: "parse_etld: names as the DNS compares them",
            reason: "capitals do not matter, nor do dots at the ends, as publicsuffix.org has it; addresses and what no \
                     host name holds have no suffix, and rules of a file need no sections",
            concerns: anything,
            remedy: Remedy::Rewrite(take_plain_names),
            cases: &[
                case("parse_etld!(\"Example.COM\").etld", "⇒ \"COM\"", "⇒ \"com\""),
                case("parse_etld!(\"example.com.\").etld", "⇒ \"com.\"", "⇒ \"com\""),
                case("parse_etld!(\"192.0.2.1\").etld", "⇒ \"1\"", "fails"),
                case("parse_etld!(\"example.com:8080\").etld", "⇒ \"com:8080\"", "fails"),
            ],
        },
        Rule {
            name: "parse_ruby_hash: integers",
            reason: "what Ruby prints as an integer is one, and keeps all its digits",
            concerns: both_ran,
            remedy: Remedy::Accept {
                meets: |program| {
                    program.has_call("parse_ruby_hash") || program.source.contains("rubyhash")
                },
                are_fine: |answers| answers.same_but_for(&integer_for_float),
            },
            cases: &[case("parse_ruby_hash!(s'{a: 5}')", "⇒ {\"a\": 5.0}", "⇒ {\"a\": 5}")],
        },
        Rule {
            name: "what is known of such values",
            reason: "types follow",
            concerns: anything,
            remedy: Remedy::Rewrite(ask_for_no_type),
            cases: &[],
        },
        Rule {
            name: "validate_json_schema: what only the run says",
            reason: "where the program says whether to ignore unknown formats only when it runs, that counts; the \
                     reference goes by the first run that read the file",
            concerns: anything,
            remedy: Remedy::Rewrite(ignore_unknown_formats),
            cases: &[],
        },
        Rule {
            name: "unflatten: what stands in the way",
            reason: "nothing is lost: fields of an object that is there stay, any other value moves into the object",
            concerns: anything,
            remedy: Remedy::Rewrite(keep_names_apart),
            cases: &[
                case(
                    "unflatten({\"a\": 2, \"a.b\": 1})",
                    "⇒ {\"a\": {\"b\": 1}}",
                    "⇒ {\"a\": {\"\": 2, \"b\": 1}}",
                ),
                case(
                    "unflatten({\"a\": {\"c\": 3}, \"a.b\": 1})",
                    "⇒ {\"a\": {\"b\": 1}}",
                    "⇒ {\"a\": {\"b\": 1, \"c\": 3}}",
                ),
            ],
        },
        Rule {
            name: "parse_xml: words of floats",
            reason: "`NaN`, `inf` and what is too large for a float would be lost as numbers: they stay texts",
            concerns: anything,
            remedy: Remedy::Rewrite(write_no_words_of_floats),
            cases: &[case("parse_xml!(\"<a>NaN</a>\")", "⇒ {\"a\": 0.0}", "⇒ {\"a\": \"NaN\"}")],
        },
        Rule {
            name: "ipv6_to_ipv4: the loopback address",
            reason: "`::1` and `::` are no addresses of version 4 in an IPv6 address (RFC 4291, 2.5)",
            concerns: anything,
            remedy: Remedy::Rewrite(map_addresses),
            cases: &[case("ipv6_to_ipv4!(\"::1\")", "⇒ \"0.0.0.1\"", "fails")],
        },
    ],
    notes: &[],
};

/// Puts another text in the place of one that is not plain.
fn replace_value(value: &Argument, edits: &mut Edits, is_plain: fn(&str) -> bool, plain: &str) {
    if !string(&value.value).is_some_and(is_plain) {
        edits.replace(value.value.span.range(), format!("{plain:?}"));
    }
}

fn take_plain_durations(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["parse_duration"], &mut |call| {
        if let Some(value) = argument(call, 0, "value") {
            replace_value(value, edits, is_plain_duration, "1s");
        }
    });
}

/// Whether a text is one number with letters after it.
fn is_plain_duration(text: &str) -> bool {
    let letters = text.trim_start_matches(|it: char| it.is_ascii_digit());
    letters.len() < text.len() && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn repeat_no_parameter(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["parse_url"], &mut |call| {
        if let Some(repeated) = argument(call, 2, "repeated") {
            remove_argument(call, repeated, edits);
        }
        let Some(value) = argument(call, 0, "value") else { return };
        if string(&value.value).is_none() {
            wrap(value, "replace!(", ", \"&\", \"\")", edits);
        }
        replace_text(program.source, &value.value, edits, |text| text.replace('&', ""));
    });
    // What is known of a parameter differs too.
    program.sites(&mut |site| {
        if let Node::Query(query) = &site.expr.node
            && let Root::Expression(root) = &query.root
            && is_call(root, "parse_url")
            && query.path.len() > 1
        {
            edits.replace(site.expr.span.range(), "\"x\"");
        }
    });
}

fn is_call(expr: &Expr, name: &str) -> bool {
    matches!(&expr.node, Node::Call(call) if call.name.text == name)
}

fn take_plain_names(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["parse_etld"], &mut |call| {
        if let Some(value) = argument(call, 0, "value") {
            replace_value(value, edits, is_plain_name, "a.com");
        }
        if let Some(list) = argument(call, 2, "psl") {
            remove_argument(call, list, edits);
        }
    });
}

fn is_plain_name(text: &str) -> bool {
    let may_stand = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || "-.".contains(it);
    text.chars().all(may_stand)
        && !text.split('.').any(str::is_empty)
        && text.parse::<IpAddr>().is_err()
}

fn integer_for_float(reference: &Plain, vrlet: &Plain) -> bool {
    match (reference, vrlet) {
        (Plain::Float(float), Plain::Integer(integer)) => f64::from_bits(*float) == *integer as f64,
        _ => false,
    }
}

fn ask_for_no_type(program: &Program<'_>, edits: &mut Edits) {
    if program.has_call("parse_ruby_hash") || program.has_call("parse_url") {
        program.calls(&["type_def"], &mut |call| edits.replace(call.span.range(), "null"));
    }
}

fn ignore_unknown_formats(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["validate_json_schema"], &mut |call| {
        if let Some(ignore) = argument(call, 2, "ignore_unknown_formats")
            && !matches!(ignore.value.node, Node::Literal(_))
        {
            edits.replace(ignore.value.span.range(), "true");
        }
    });
}

/// Each name in an object gets a beginning of its own.
fn keep_names_apart(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["unflatten"], &mut |call| {
        let Some(value) = argument(call, 0, "value") else { return };
        walk(program.source, &value.value, &mut |site| {
            if let Node::Object(members) = &site.expr.node {
                for (number, (key, _)) in members.iter().enumerate() {
                    edits.insert(key.span.range().start + 1, format!("k{number}"));
                }
            }
        });
    });
}

fn write_no_words_of_floats(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["parse_xml"], &mut |call| {
        if let Some(value) = argument(call, 0, "value") {
            replace_text(program.source, &value.value, edits, |text| {
                let words = ["nan", "infinity", "inf", "e4"];
                words.iter().fold(text.to_lowercase(), |text, word| text.replace(word, "a"))
            });
        }
    });
}

fn map_addresses(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["ipv6_to_ipv4"], &mut |call| {
        let Some(value) = argument(call, 0, "value") else { return };
        let own = [Ipv6Addr::LOCALHOST, Ipv6Addr::UNSPECIFIED];
        replace_text(program.source, &value.value, edits, |text| match text.parse::<Ipv6Addr>() {
            Ok(address) if own.contains(&address) => "::ffff:1.2.3.4".to_owned(),
            _ => text.to_owned(),
        });
    });
}

//! Lines of logs, format by format.

use serde_json::Value as Json;
use vrlet_parser::ast::{Expr, Node};

use super::case::{case, made};
use super::{Remedy, Rule, Theme, anything};
use crate::syntax::{Edits, Program, argument, replace_text, walk};

/// Parsers whose results have more fields than those of the reference, or fields of other kinds.
const PARSERS: &[&str] = &[
    "parse_aws_alb_log",
    "parse_aws_cloudwatch_log_subscription_message",
    "parse_aws_vpc_flow_log",
    "parse_nginx_log",
];

/// How names begin that only the flow logs of transit gateways have.
const OF_TRANSIT_GATEWAYS: &[&str] = &["tgw_", "packets_lost_", "resource_type"];

pub const THEME: Theme = Theme {
    title: "Lines of logs",
    about: "What a line says is in the result.",
    rules: &[
        Rule {
            name: "parse_syslog: structured data",
            reason: "a parameter may come more than once (RFC 5424, 6.3.3): an array of its values; an element with \
                     the name of a field of the message stands in `structured_data`",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_structured_data),
            cases: &[
                case(
                    "parse_syslog!(s'<13>1 2020-03-13T20:45:38.119Z h - - - [x a=\"b\" a=\"c\"] hello').x",
                    "⇒ {\"a\": \"c\"}",
                    "⇒ {\"a\": [\"b\", \"c\"]}",
                ),
                case(
                    "parse_syslog!(s'<13>1 2020-03-13T20:45:38.119Z - - - - [message a=\"b\"] hello').message",
                    "⇒ {\"a\": \"b\"}",
                    "⇒ \"hello\"",
                ),
            ],
        },
        Rule {
            name: "parse_syslog: lines of no form",
            reason: "what follows `<…>` and is no header is the message (RFC 3164, 4.3.2), a time may be `-` (RFC 5424, 6.2.3), and headers that \
                     some devices write in their own way are read too",
            concerns: anything,
            remedy: Remedy::Rewrite(write_usual_lines),
            cases: &[
                case("parse_syslog!(\"<13>hello\").message", "fails", "⇒ \"hello\""),
                case("parse_syslog!(\"<13>1 - h a - - - hello\").appname", "fails", "⇒ \"a\""),
                case(
                    "parse_syslog!(\"<189>22: *Mar  1 00:00:22.123: %SYS-5-CONFIG_I: Set\").message",
                    "fails",
                    "⇒ \"%SYS-5-CONFIG_I: Set\"",
                ),
                case(
                    "parse_syslog!(\"<13>Feb  5 17:32:18  host app: hi\").message",
                    "⇒ \"host app: hi\"",
                    "⇒ \"hi\"",
                ),
                case(
                    "parse_syslog!(\"<13>Feb  5 17:32:18 %ASA-6-302013: Built\").hostname",
                    "⇒ \"%ASA-6-302013\"",
                    "⇒ null",
                ),
            ],
        },
        Rule {
            name: "parse_syslog: the mark of UTF-8",
            reason: "the mark before a message says that it is UTF-8 (RFC 5424, 6.4), and is no part of it",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_marks),
            cases: &[case(
                "parse_syslog!(\"<34>1 2003-10-11T22:14:15.003Z h - - - - \\u{feff}hello\").message",
                "⇒ \"\\u{feff}hello\"",
                "⇒ \"hello\"",
            )],
        },
        // Without cases, since in a leap year there is no difference.
        Rule {
            name: "parse_syslog: the 29th of February",
            reason: "a line without a year was written in a year that has had that day",
            concerns: anything,
            remedy: Remedy::Rewrite(write_the_day_before),
            cases: &[],
        },
        Rule {
            name: "parse_apache_log: quotes and newlines",
            reason: "a quote in an agent stands after a backslash, which the server writes, and the message of an error \
                     may have several lines",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_quotes_and_newlines),
            cases: &[
                case(
                    "parse_apache_log!(s'192.0.2.1 - - [01/Mar/2021:12:00:19 +0000] \"GET / HTTP/1.1\" 200 12 \"-\" \
                     \"a \\\"b\\\" c\"', \"combined\").agent",
                    "⇒ \"a \\\\\"",
                    "⇒ \"a \\\\\\\"b\\\\\\\" c\"",
                ),
                case(
                    "parse_apache_log!(\"[01/Mar/2021:12:00:19 +0000] [core:error] [pid 35:tid 42] \
                     [client 192.0.2.1:4711] a\\nb\", \"error\").message",
                    "fails",
                    "⇒ \"a\\nb\"",
                ),
            ],
        },
        Rule {
            name: "parse_aws_vpc_flow_log: names",
            reason: "names are those of AWS too, with hyphens and between `${` and `}`, and the fields of transit \
                     gateways are fields",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_names_of_aws),
            cases: &[
                case(
                    "parse_aws_vpc_flow_log!(\"1\", \"account-id\")",
                    "fails",
                    "⇒ {\"account_id\": \"1\"}",
                ),
                case(
                    "parse_aws_vpc_flow_log!(\"tgw-1\", \"tgw_id\")",
                    "fails",
                    "⇒ {\"tgw_id\": \"tgw-1\"}",
                ),
            ],
        },
        Rule {
            name: "parse_aws_vpc_flow_log: formats that are none",
            reason: "an unknown name, or one that comes twice, is seen when the program is compiled",
            concerns: |answers| answers.vrlet.has_code(&[610]),
            remedy: Remedy::Rewrite(take_a_format),
            cases: &[
                case("parse_aws_vpc_flow_log!(\"1\", \"acount_id\")", "fails", "✗610"),
                case("parse_aws_vpc_flow_log!(\"1 2\", \"start start\")", "fails", "✗610"),
            ],
        },
        Rule {
            name: "parse_grok: numbers",
            reason: "`%{…:int}` and `%{…:float}` give numbers, as in Logstash",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_texts),
            cases: &[case(
                "parse_grok!(\"1\", \"%{INT:a:int}\")",
                "⇒ {\"a\": \"1\"}",
                "⇒ {\"a\": 1}",
            )],
        },
        Rule {
            name: "parse_nginx_log: subrequests and the like",
            reason: "nginx adds `subrequest` and others to the fields of an error, and they do not belong to its \
                     message",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_subrequests),
            cases: &[case(
                "parse_nginx_log!(s'2021/04/01 13:02:31 [error] 31#31: *1 x, client: 10.0.0.1, server: s, \
                 request: \"GET / HTTP/1.1\", subrequest: \"/a\", host: \"h\"', \"error\").message",
                "⇒ \"x, client: 10.0.0.1, server: s, request: \\\"GET / HTTP/1.1\\\", subrequest: \\\"/a\\\"\"",
                "⇒ \"x\"",
            )],
        },
        Rule {
            name: "parse_nginx_log: several upstreams",
            reason: "nginx names every upstream that it asked, with a comma between; the answer is that of the last",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_one_upstream),
            cases: &[made(
                "`parse_nginx_log` of an ingress line with two upstreams",
                two_upstreams,
                "fails",
                "⇒ \"10.0.50.81:9000\"",
            )],
        },
        Rule {
            name: "parse_klog, parse_glog: newlines",
            reason: "a message may have several lines",
            concerns: anything,
            remedy: Remedy::Rewrite(join_lines),
            cases: &[case(
                "parse_glog!(\"I20210131 14:48:54.411655 15520 main.c++:9] a\\nb\").message",
                "fails",
                "⇒ \"a\\nb\"",
            )],
        },
        Rule {
            name: "parse_aws_cloudwatch_log_subscription_message: subscriptions of accounts",
            reason: "messages of such subscriptions have `policyLevel` and `extractedFields`",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_fields_of_accounts),
            cases: &[case(
                "parse_aws_cloudwatch_log_subscription_message!(s'{\"messageType\": \"DATA_MESSAGE\", \
                 \"owner\": \"1\", \"logGroup\": \"g\", \"logStream\": \"s\", \"subscriptionFilters\": [], \
                 \"policyLevel\": \"ACCOUNT_LEVEL_POLICY\", \"logEvents\": [{\"id\": \"1\", \"timestamp\": 0, \
                 \"message\": \"m\", \"extractedFields\": {\"a\": \"b\"}}]}').log_events[0].extracted_fields",
                "fails",
                "⇒ {\"a\": \"b\"}",
            )],
        },
        Rule {
            name: "fields that lines of logs have",
            reason: "the type of a result names all fields that there are",
            concerns: anything,
            remedy: Remedy::Rewrite(ask_for_another_type),
            cases: &[
                case(
                    "type_def(parse_aws_cloudwatch_log_subscription_message!(\"a\").policy_level)",
                    "⇒ {\"undefined\": true}",
                    "⇒ {\"bytes\": true, \"undefined\": true}",
                ),
                case(
                    "type_def(parse_aws_vpc_flow_log!(\"a\", \"tgw_id\").tgw_id)",
                    "⇒ {\"undefined\": true}",
                    "⇒ {\"bytes\": true, \"null\": true}",
                ),
                case(
                    "type_def(parse_nginx_log!(\"a\", \"error\").subrequest)",
                    "⇒ {\"undefined\": true}",
                    "⇒ {\"bytes\": true, \"undefined\": true}",
                ),
            ],
        },
    ],
    notes: &[
        "parse_cef with `translate_custom_fields`: of two fields with the same label both stay, the second with its own name; the reference keeps one of them, by chance",
    ],
};

/// The literals of the values that calls of a function take.
fn texts(program: &Program<'_>, names: &[&str], visit: &mut dyn FnMut(&Expr)) {
    program.calls(names, &mut |call| {
        if let Some(value) = argument(call, 0, "value") {
            walk(program.source, &value.value, &mut |site| visit(site.expr));
        }
    });
}

/// `[x a="b"]` becomes `-`.
fn leave_structured_data(program: &Program<'_>, edits: &mut Edits) {
    texts(program, &["parse_syslog"], &mut |text| {
        replace_text(program.source, text, edits, |line| {
            match (line.find(" ["), line.rfind(']')) {
                (Some(start), Some(end)) if start < end => {
                    format!("{} -{}", &line[..start], &line[end + 1..])
                }
                _ => line.to_owned(),
            }
        });
    });
}

/// Lines that begin with neither `<13>1 2020-…` nor `<13>Feb 13 20:07:26 ` become one that does.
fn write_usual_lines(program: &Program<'_>, edits: &mut Edits) {
    const MONTHS: &str = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
    texts(program, &["parse_syslog"], &mut |text| {
        replace_text(program.source, text, edits, |line| {
            let rest = line.split_once('>').map_or("", |(_, rest)| rest);
            let words: Vec<&str> = rest.split_whitespace().collect();
            let is_time = |word: &str| {
                word.len() == 8 && word.chars().all(|it| it.is_ascii_digit() || it == ':')
            };
            let is_usual = match words.as_slice() {
                ["1", time, ..] => time.starts_with(|it: char| it.is_ascii_digit()),
                [month, day, time, after @ ..] => {
                    let stands_apart = rest.contains(&format!("{time}  "));
                    let has_code = after.first().is_some_and(|word| word.starts_with('%'));
                    MONTHS.contains(month)
                        && day.parse::<u8>().is_ok()
                        && is_time(time)
                        && !stands_apart
                        && !has_code
                }
                _ => false,
            };
            let usual = "<13>1 2020-03-13T20:45:38.119Z - - - - -";
            (if is_usual { line } else { usual }).to_owned()
        });
    });
}

fn leave_marks(program: &Program<'_>, edits: &mut Edits) {
    texts(program, &["parse_syslog"], &mut |text| {
        replace_text(program.source, text, edits, |line| line.replace('\u{feff}', ""));
    });
}

fn write_the_day_before(program: &Program<'_>, edits: &mut Edits) {
    texts(program, &["parse_syslog", "parse_linux_authorization"], &mut |text| {
        replace_text(program.source, text, edits, |line| line.replace("Feb 29", "Feb 28"));
    });
}

fn leave_quotes_and_newlines(program: &Program<'_>, edits: &mut Edits) {
    texts(program, &["parse_apache_log"], &mut |text| {
        replace_text(program.source, text, edits, |line| {
            line.replace("\\\"", "").replace('\n', " ")
        });
    });
}

/// The literals of the formats that calls of `parse_aws_vpc_flow_log` take.
fn flow_log_formats(program: &Program<'_>, visit: &mut dyn FnMut(&Expr)) {
    program.calls(&["parse_aws_vpc_flow_log"], &mut |call| {
        if let Some(format) = argument(call, 1, "format") {
            walk(program.source, &format.value, &mut |site| visit(site.expr));
        }
    });
}

fn leave_names_of_aws(program: &Program<'_>, edits: &mut Edits) {
    flow_log_formats(program, &mut |format| {
        replace_text(program.source, format, edits, |format| {
            let of_aws = format.contains(['-', '$']);
            let is_theirs = |name: &str| OF_TRANSIT_GATEWAYS.iter().any(|it| name.starts_with(it));
            (if of_aws || format.split(' ').any(is_theirs) { "version" } else { format }).to_owned()
        });
    });
}

fn take_a_format(program: &Program<'_>, edits: &mut Edits) {
    flow_log_formats(program, &mut |format| {
        replace_text(program.source, format, edits, |_| "version".to_owned());
    });
}

/// `%{INT:a:int}` becomes `%{INT:a}`.
fn leave_texts(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["parse_grok"], &mut |call| {
        if let Some(pattern) = argument(call, 1, "pattern") {
            replace_text(program.source, &pattern.value, edits, |pattern| {
                pattern.replace(":int}", "}").replace(":float}", "}")
            });
        }
    });
}

fn leave_subrequests(program: &Program<'_>, edits: &mut Edits) {
    texts(program, &["parse_nginx_log"], &mut |text| {
        replace_text(program.source, text, edits, |line| {
            let parts = line.split(", ").filter(|part| !part.starts_with("subrequest: "));
            parts.collect::<Vec<_>>().join(", ")
        });
    });
}

fn two_upstreams() -> String {
    const LINE: &str = "0.0.0.0 - - [18/Mar/2023:15:00:00 +0000] \"GET / HTTP/2.0\" 200 12312 \"-\" \"-\" 462 \
                        0.050 [a] [] 10.0.50.80:9000, 10.0.50.81:9000 19437, 5 0.049, 0.1 502, 200 752178ad";
    format!("parse_nginx_log!(s'{LINE}', \"ingress_upstreaminfo\").upstream_addr")
}

/// `10.0.0.1:80, 10.0.0.2:80` becomes `10.0.0.2:80`.
fn leave_one_upstream(program: &Program<'_>, edits: &mut Edits) {
    texts(program, &["parse_nginx_log"], &mut |text| {
        replace_text(program.source, text, edits, |line| {
            let words = line.split(' ').filter(|word| !word.ends_with(','));
            words.collect::<Vec<_>>().join(" ")
        });
    });
}

fn join_lines(program: &Program<'_>, edits: &mut Edits) {
    texts(program, &["parse_glog", "parse_klog"], &mut |text| {
        replace_text(program.source, text, edits, |line| line.replace('\n', " "));
    });
}

fn leave_fields_of_accounts(program: &Program<'_>, edits: &mut Edits) {
    texts(program, &["parse_aws_cloudwatch_log_subscription_message"], &mut |text| {
        replace_text(program.source, text, edits, |text| {
            let Ok(mut message) = serde_json::from_str::<Json>(text) else {
                return text.to_owned();
            };
            let Some(fields) = message.as_object_mut() else { return text.to_owned() };
            fields.remove("policyLevel");
            for event in
                fields.get_mut("logEvents").and_then(Json::as_array_mut).into_iter().flatten()
            {
                if let Some(event) = event.as_object_mut() {
                    event.remove("extractedFields");
                }
            }
            message.to_string()
        });
    });
}

/// `type_def(x)` becomes `type_def(1)` where such a parser is called.
fn ask_for_another_type(program: &Program<'_>, edits: &mut Edits) {
    if !PARSERS.iter().any(|name| program.has_call(name)) {
        return;
    }
    program.calls(&["type_def"], &mut |call| {
        if let Some(value) = argument(call, 0, "value")
            && !matches!(value.value.node, Node::Literal(_))
        {
            edits.replace(value.value.span.range(), "1");
        }
    });
}

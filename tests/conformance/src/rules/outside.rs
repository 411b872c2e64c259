//! Rules for what reaches out of the program: secrets, identifiers, the network, limits of the host.

use vrlet::value::Root;
use vrlet_parser::ast::{Expr, Node};

use super::case::case;
use super::{Remedy, Rule, Theme, anything};
use crate::syntax::{Edits, Program, argument};

pub const THEME: Theme = Theme {
    title: "The world outside",
    about: "",
    rules: &[
        Rule {
            name: "secrets",
            reason: "Vector brings these functions; here every host has them",
            concerns: |answers| answers.reference.has_code(&[105]),
            remedy: Remedy::CasesOnly,
            cases: &[
                case("get_secret(\"a\")", "✗105", "⇒ null"),
                case("set_secret(\"a\", \"b\")", "✗105", "⇒ null"),
                case("remove_secret(\"a\")", "✗105", "⇒ null"),
            ],
        },
        Rule {
            name: "uuid_v7 of an early time",
            reason: "early times sort first",
            concerns: anything,
            remedy: Remedy::CasesOnly,
            cases: &[case(
                "slice!(uuid_v7(t'1969-12-31T00:00:00Z'), 0, 8)",
                "⇒ \"ffffffff\"",
                "⇒ \"00000000\"",
            )],
        },
        Rule {
            name: "uuid_v7 of a late time",
            reason: "the time fits, and the function can't fail",
            concerns: anything,
            remedy: Remedy::CasesOnly,
            cases: &[case("is_string(uuid_v7(t'9999-01-01T00:00:00Z'))", "fails", "⇒ true")],
        },
        Rule {
            name: "dns_lookup: what is known of the result",
            reason: "`header.qr` is a boolean, there always is a name of the code, and no answer has the \
                     fields of the time",
            concerns: anything,
            remedy: Remedy::Rewrite(look_at_the_answers),
            cases: &[
                case(
                    "type_def(dns_lookup!(\"vrl.dev\").header.qr)",
                    "⇒ {\"integer\": true}",
                    "⇒ {\"boolean\": true}",
                ),
                case(
                    "type_def(dns_lookup!(\"vrl.dev\").rcodeName)",
                    "⇒ {\"bytes\": true, \"null\": true}",
                    "⇒ {\"bytes\": true}",
                ),
                case(
                    "type_def(dns_lookup!(\"vrl.dev\").time)",
                    "⇒ {\"bytes\": true, \"null\": true}",
                    "⇒ {\"undefined\": true}",
                ),
                case(
                    "type_def(dns_lookup!(\"vrl.dev\").timePrecision)",
                    "⇒ {\"bytes\": true, \"null\": true}",
                    "⇒ {\"undefined\": true}",
                ),
            ],
        },
        Rule {
            name: "http_request: a URL with a password",
            reason: "messages end up in logs, so neither user nor password stand in them",
            concerns: anything,
            remedy: Remedy::CasesOnly,
            cases: &[case(
                "_, err = http_request(\"http://me:secret@127.0.0.1:1/\"); contains(string!(err), \"secret\")",
                "⇒ true",
                "⇒ false",
            )],
        },
        Rule {
            name: "regular expressions without bounds",
            reason: "regular expressions take about 48 MiB at most, all of a program together: a short text \
                     must not keep a host busy for long",
            concerns: |answers| answers.vrlet.has_code(&[101]),
            remedy: Remedy::Rewrite(repeat_less),
            cases: &[],
        },
    ],
    notes: &[
        "dns_lookup: `fullRcode` and `rcodeName` have all twelve bits, as EDNS has them; the reference has the low four, so that `BADVERS` is `NOERROR`",
        "reverse_dns asks `/etc/hosts`, then the DNS, so that the wait has an end; the reference asks the system's resolver",
        "http_request through a proxy tunnels `http` and `https`, so the proxy must allow `CONNECT` to the port; the reference passes `http` URLs on",
        "http_request adds `User-Agent`, and no `Referer` to redirections: where a request comes from is nobody's business",
        "log(…) on the command line writes a line to standard error, with the place of the call; with the reference there is nothing to be seen",
    ],
};

/// Counts of repetition become small ones.
fn repeat_less(program: &Program<'_>, edits: &mut Edits) {
    for (at, _) in program.source.match_indices('{') {
        let digits: usize =
            program.source[at + 1..].chars().take_while(char::is_ascii_digit).count();
        if digits > 1 {
            edits.replace(at + 1..at + 1 + digits, "2");
        }
    }
}

/// `type_def(dns_lookup(…))` asks for the type of the answers alone.
fn look_at_the_answers(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["type_def"], &mut |call| {
        let Some(value) = argument(call, 0, "value") else { return };
        let range = value.value.span.range();
        let looks_up =
            |expr: &Expr| matches!(&expr.node, Node::Call(call) if call.name.text == "dns_lookup");
        match &value.value.node {
            Node::Call(_) if looks_up(&value.value) => edits.insert(range.end, ".answers"),
            Node::Query(query) => {
                if let Root::Expression(root) = &query.root
                    && looks_up(root)
                    && !program.source[range.clone()].ends_with(".answers")
                {
                    edits.replace(root.span.range().end..range.end, ".answers");
                }
            }
            _ => {}
        }
    });
}

//! Rules for `match_datadog_query`.

use vrlet_parser::ast::{Call, Expr, Node, Operator};

use super::case::{case, made};
use super::{Remedy, Rule, Theme, anything};
use crate::syntax::{Edits, Program, Site, argument, replace_text, wrap};

pub const THEME: Theme = Theme {
    title: "Queries of `match_datadog_query`",
    about: "What a query says is what it asks for.",
    rules: &[
        Rule {
            name: "match_datadog_query: what is no object",
            reason: "what is no object fails, as in other functions",
            concerns: anything,
            remedy: Remedy::Rewrite(be_sure_of_objects),
            cases: &[
                case("match_datadog_query!(.x, \"a\")", "⇒ false", "fails"),
                case("match_datadog_query((set(.x, [], 2) ?? {}), \"\")", "⇒ true", "fails"),
                case(
                    "_, err = match_datadog_query({ .x }, \"\"); err == null",
                    "⇒ true",
                    "⇒ false",
                ),
            ],
        },
        Rule {
            name: "match_datadog_query: operators within words",
            reason: "an operator is a word of its own",
            concerns: anything,
            remedy: Remedy::Rewrite(|program, edits| {
                change_queries(program, edits, |query| {
                    ["AND", "OR", "NOT"].iter().fold(query.to_owned(), |query, word| {
                        query.replace(word, &word.to_lowercase())
                    })
                });
            }),
            cases: &[
                case(
                    "match_datadog_query({\"message\": \"a ANDROID\"}, \"a ANDROID\")",
                    "⇒ false",
                    "⇒ true",
                ),
                case("match_datadog_query({\"AND\": \"x\"}, \"AND:x\")", "✗610", "⇒ false"),
            ],
        },
        Rule {
            name: "match_datadog_query: tags",
            reason: "tags are looked at whatever is asked of them: wildcards, comparisons, ranges, `_exists_`",
            concerns: anything,
            remedy: Remedy::Rewrite(|program, edits| {
                change_queries(program, edits, |query| query.replace("tags", "@tags"));
            }),
            cases: &[
                case("match_datadog_query({\"tags\": [\"ab\"]}, \"tags:a*\")", "⇒ false", "⇒ true"),
                case("match_datadog_query({\"tags\": [\"b\"]}, \"tags:>a\")", "⇒ false", "⇒ true"),
                case(
                    "match_datadog_query({\"tags\": [\"b\"]}, \"tags:[a TO c]\")",
                    "⇒ false",
                    "⇒ true",
                ),
                case(
                    "match_datadog_query({\"tags\": [\"b\"]}, \"_exists_:tags\")",
                    "⇒ false",
                    "⇒ true",
                ),
            ],
        },
        Rule {
            name: "match_datadog_query: comparisons of tags",
            reason: "a comparison looks at the tags of that name, not at all of them",
            concerns: anything,
            remedy: Remedy::Rewrite(|program, edits| {
                change_queries(program, edits, |query| {
                    query.replace(['<', '>', '='], "").replace(" TO ", "").replace(['[', ']'], "")
                });
            }),
            cases: &[
                case(
                    "match_datadog_query({\"tags\": [\"a:5\", \"b:9\"]}, \"a:>6\")",
                    "⇒ true",
                    "⇒ false",
                ),
                case(
                    "match_datadog_query({\"tags\": [\"a:5\", \"b:9\"]}, \"a:[6 TO 8]\")",
                    "⇒ true",
                    "⇒ false",
                ),
            ],
        },
        Rule {
            name: "match_datadog_query: `_exists_` and `_missing_` of something else",
            reason: "what stands there is the name of a field",
            concerns: anything,
            remedy: Remedy::Rewrite(|program, edits| {
                change_queries(program, edits, |query| {
                    query.replace("_exists_:", "").replace("_missing_:", "")
                });
            }),
            cases: &[case("match_datadog_query({\"a\": 1}, \"_exists_:>1\")", "⇒ false", "✗610")],
        },
        Rule {
            name: "match_datadog_query: numbers with an exponent",
            reason: "`1e0` is a number",
            concerns: anything,
            remedy: Remedy::Rewrite(|program, edits| {
                change_queries(program, edits, |query| query.replace("e0", ""));
            }),
            cases: &[case("match_datadog_query({\"a\": 5}, \"@a:>1e0\")", "⇒ false", "⇒ true")],
        },
        Rule {
            name: "match_datadog_query: names of fields",
            reason: "events have fields with blanks and letters of any alphabet",
            concerns: |answers| answers.reference.has_code(&[610]),
            remedy: Remedy::Rewrite(|program, edits| {
                change_queries(program, edits, |query| {
                    query.replace('\\', "").replace(|it: char| !it.is_ascii(), "a")
                });
            }),
            cases: &[
                case("match_datadog_query({\"é\": \"x\"}, \"@é:x\")", "✗610", "⇒ true"),
                case("match_datadog_query({\"b c\": \"x\"}, \"@b\\\\ c:x\")", "✗610", "⇒ true"),
            ],
        },
        Rule {
            name: "match_datadog_query: nested too deep",
            reason: "parentheses nest 64 deep: nothing overflows the stack",
            concerns: |answers| answers.vrlet.has_code(&[610]),
            remedy: Remedy::Rewrite(|program, edits| {
                change_queries(program, edits, |query| query.replace(['(', ')'], " "));
            }),
            cases: &[made("a query with 70 parentheses in each other", nested, "⇒ false", "✗610")],
        },
    ],
    notes: &[],
};

fn nested() -> String {
    format!("match_datadog_query({{}}, \"{}a{}\")", "(".repeat(70), ")".repeat(70))
}

fn change_queries(program: &Program<'_>, edits: &mut Edits, change: impl Fn(&str) -> String) {
    program.calls(&["match_datadog_query"], &mut |call| {
        if let Some(query) = argument(call, 1, "query") {
            replace_text(program.source, &query.value, edits, &change);
        }
    });
}

fn be_sure_of_objects(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        let Node::Call(call) = &site.expr.node else { return };
        if call.name.text == "match_datadog_query"
            && let Some(value) = argument(call, 0, "value")
            && !matches!(value.value.node, Node::Literal(_) | Node::Object(_))
            && !["{ if .unknown", "object!("]
                .iter()
                .any(|start| program.source[value.value.span.range()].starts_with(start))
        {
            if matches!(value.value.node, Node::Query(_)) || is_handled(site, call) {
                // Of a kind that still may be another, so that the call can fail.
                wrap(value, "{ if .unknown != 1 { object!(", ") } else { 1 } }", edits);
            } else {
                wrap(value, "object!(", ")", edits);
            }
        }
    });
}

/// Whether the program does something about the failure of a call.
fn is_handled(site: &Site<'_>, call: &Call) -> bool {
    let handles = |expr: &Expr| match &expr.node {
        Node::Assign(assign) => assign.error.is_some(),
        Node::Operation(operation) => {
            operation.rest.iter().any(|(operator, ..)| *operator == Operator::Coalesce)
        }
        _ => false,
    };
    call.bang.is_some() || site.around.iter().any(|(expr, _)| handles(expr))
}

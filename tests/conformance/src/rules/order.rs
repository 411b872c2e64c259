//! Rules for the order in which arguments are evaluated.

use vrlet_parser::ast::Node;

use super::case::case;
use super::{Remedy, Rule, Theme, anything};
use crate::syntax::{Edits, Program, discard_within, walk};

/// Functions that begin with another argument in the reference, or leave some out.
const FUNCTIONS: &[&str] = &[
    "ceil",
    "compact",
    "decode_punycode",
    "ends_with",
    "floor",
    "format_number",
    "format_timestamp",
    "get",
    "parse_regex",
    "parse_regex_all",
    "remove",
    "replace",
    "round",
    "set",
    "slice",
    "split",
    "starts_with",
];

pub const THEME: Theme = Theme {
    title: "Arguments that do something",
    about: "",
    rules: &[
        Rule {
            name: "the order of arguments",
            reason: "arguments are evaluated in the order of the parameters, all of them; the reference \
                 begins with another one, or leaves some out, in `ceil`, `compact`, `decode_punycode`, \
                 `ends_with`, `floor`, `format_number`, `format_timestamp`, `get`, `parse_regex`, \
                 `parse_regex_all`, `remove`, `replace`, `round`, `set`, `slice`, `split` and \
                 `starts_with`",
            concerns: anything,
            remedy: Remedy::Rewrite(do_nothing_in_arguments),
            cases: &[
                case("x = 1; [round({ x = 2; 1.5 }, { x = 3; 1 }), x]", "⇒ [1.5, 2]", "⇒ [1.5, 3]"),
                case(
                    "x = 1; [compact({ x = 2; {} }, { x = 3; true }), x]",
                    "⇒ [{}, 2]",
                    "⇒ [{}, 3]",
                ),
                case(
                    ".x = 1; format_timestamp!({ .x = 2; t'2020-01-01T00:00:00Z' }, { .x = 3; \"%Y\" }); .x",
                    "⇒ 2",
                    "⇒ 3",
                ),
                case(
                    "x = 1; [slice!({ x = 2; \"abc\" }, { x = 3; 1 }, { x = 4; 2 }), x]",
                    "⇒ [\"b\", 2]",
                    "⇒ [\"b\", 4]",
                ),
            ],
        },
        Rule {
            name: "an argument reads what another one assigns",
            reason: "so it is null in the reference where that other one comes later there",
            concerns: anything,
            remedy: Remedy::Rewrite(assign_before),
            cases: &[case(
                "x, err = floor((decode_zstd(\"\") ?? (y = 0)), y); err == null",
                "⇒ false",
                "⇒ true",
            )],
        },
    ],
    notes: &[],
};

fn do_nothing_in_arguments(program: &Program<'_>, edits: &mut Edits) {
    program.calls(FUNCTIONS, &mut |call| {
        for argument in &call.arguments {
            discard_within(program.source, &argument.value, edits);
            walk(program.source, &argument.value, &mut |site| match &site.expr.node {
                Node::Call(call) if call.name.text == "del" => {
                    if let [argument, ..] = call.arguments.as_slice() {
                        let path = &program.source[argument.value.span.range()];
                        edits.replace(site.expr.span.range(), path);
                    }
                }
                Node::Abort(_) | Node::Return(..) => edits.replace(site.expr.span.range(), "null"),
                _ => {}
            });
        }
    });
}

/// `f({ y = 0; 1 }, y)` becomes `y = 0` and `f({ 0; 1 }, y)`.
fn assign_before(program: &Program<'_>, edits: &mut Edits) {
    program.calls(FUNCTIONS, &mut |call| {
        let name = call.name.span.range().start;
        let root = program.roots().map(|root| root.span.range()).find(|root| root.contains(&name));
        let start = root.map_or(0, |root| root.start);
        for argument in &call.arguments {
            walk(program.source, &argument.value, &mut |site| {
                if let Node::Assign(assign) = &site.expr.node
                    && let Node::Variable(name) = &assign.target.node
                {
                    let value = &program.source[assign.value.span.range()];
                    edits.insert(start, format!("{name} = {value}\n"));
                    edits.replace(site.expr.span.range(), value);
                }
            });
        }
    });
}

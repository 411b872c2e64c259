//! Rules for functions of objects.

use vrlet_parser::ast::{Node, Step};

use super::case::case;
use super::{Remedy, Rule, Theme, anything};
use crate::syntax::{Edits, Program, argument, string};

pub const THEME: Theme = Theme {
    title: "Objects and paths",
    about: "",
    rules: &[
        Rule {
            name: "unflatten: an empty separator",
            reason: "an empty separator separates nothing; the reference nests each character, or overflows \
                     its stack",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_the_separator),
            cases: &[case(
                "unflatten({\"ab\": 1}, \"\")",
                "⇒ {\"\": {\"\": {\"a\": {\"b\": {\"\": 1}}}}}",
                "⇒ {\"ab\": 1}",
            )],
        },
        Rule {
            name: "unnest: an array in an array",
            reason: "an element keeps its neighbours: nothing is lost, and the result is what its type says",
            concerns: anything,
            remedy: Remedy::Rewrite(unnest_no_elements),
            cases: &[case(
                ".x = [[7], [1, 2], [8]]; unnest(.x[1])",
                "⇒ [{\"x\": [[7], 1]}, {\"x\": [[7], 2]}]",
                "⇒ [{\"x\": [[7], 1, [8]]}, {\"x\": [[7], 2, [8]]}]",
            )],
        },
        Rule {
            name: "dirname: double slashes and dots",
            reason: "`//` and `/.` are the root",
            concerns: anything,
            remedy: Remedy::Rewrite(simplify_paths),
            cases: &[
                case("dirname!(\"//\")", "⇒ \".\"", "⇒ \"/\""),
                case("dirname!(\"/.\")", "⇒ \".\"", "⇒ \"/\""),
            ],
        },
    ],
    notes: &[],
};

fn leave_the_separator(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["unflatten"], &mut |call| {
        if let Some(separator) = argument(call, 1, "separator")
            && string(&separator.value).is_none_or(str::is_empty)
        {
            edits.replace(separator.value.span.range(), "\".\"");
        }
    });
}

/// The path is cut before its first index.
fn unnest_no_elements(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["unnest"], &mut |call| {
        let Some(argument) = argument(call, 0, "path") else { return };
        if let Node::Query(query) = &argument.value.node
            && let Some(index) =
                query.path.iter().find(|segment| matches!(segment.step, Step::Index(_)))
        {
            edits.delete(index.span.range().start..argument.value.span.range().end);
        }
    });
}

fn simplify_paths(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["dirname"], &mut |call| {
        if let Some(argument) = argument(call, 0, "value")
            && let Some(text) = string(&argument.value)
            && (text.contains("//") || text.contains("/."))
        {
            edits.replace(argument.value.span.range(), "\"/a\"");
        }
    });
}

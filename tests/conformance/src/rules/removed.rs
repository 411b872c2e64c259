//! Rules for functions that older versions of the language had.

use super::case::case;
use super::{Remedy, Rule, Theme};
use crate::syntax::{Edits, Program, string};

pub const THEME: Theme = Theme {
    title: "Functions of older versions",
    about: "Old scripts call functions that VRL has dropped since. They run, with a warning that says what to \
            write instead.",
    rules: &[
        Rule {
            name: "functions of the metadata",
            reason: "they run as `%a`, `%a = 1` and `del(%a)`",
            concerns: |answers| answers.reference.has_code(&[105]),
            remedy: Remedy::Rewrite(write_paths),
            cases: &[
                case("get_metadata_field(.a)", "✗105", "⇒ null"),
                case("set_metadata_field(.a, 1); %a", "✗105", "⇒ 1"),
                case("remove_metadata_field(.a)", "✗105", "⇒ null"),
            ],
        },
        Rule {
            name: "to_timestamp",
            reason: "dropped by VRL, but scripts still use it",
            concerns: |answers| answers.reference.has_code(&[105]),
            remedy: Remedy::CasesOnly,
            cases: &[case(
                "(to_timestamp(\"2020-10-21 16:00:00\") ?? null) == t'2020-10-21T16:00:00Z'",
                "✗105",
                "⇒ true",
            )],
        },
    ],
    notes: &["Each of them compiles with ⚠801."],
};

fn write_paths(program: &Program<'_>, edits: &mut Edits) {
    const FUNCTIONS: [&str; 3] =
        ["get_metadata_field", "remove_metadata_field", "set_metadata_field"];
    program.calls(&FUNCTIONS, &mut |call| {
        let [path, value @ ..] = call.arguments.as_slice() else { return };
        let path = match string(&path.value) {
            Some(name) => format!("%{name}"),
            None => program.source[path.value.span.range()].replacen('.', "%", 1),
        };
        let start = call.name.span.range().start;
        // Outer ones first: what is assigned may call one of them too.
        match (call.name.text.as_str(), value) {
            ("set_metadata_field", [value, ..]) => {
                edits.replace(start..value.value.span.range().start, format!("{path} = "));
                edits.delete(value.value.span.range().end..call.span.range().end);
            }
            ("remove_metadata_field", _) => {
                edits.replace(call.span.range(), format!("del({path})"));
            }
            _ => edits.replace(call.span.range(), path),
        }
    });
}

//! Keys and values in one line.

use vrlet_parser::ast::Node;

use super::case::case;
use super::{Remedy, Rule, Theme, anything};
use crate::syntax::{Edits, Program, argument, replace_computed, replace_text, string, walk};

pub const THEME: Theme = Theme {
    title: "Keys and values",
    about: "What one function writes the other reads, and nothing is swallowed.",
    rules: &[
        Rule {
            name: "parse_key_value, parse_logfmt: fields and values that are empty",
            reason: "a delimiter that comes twice, or at the end, has an empty field beside it, which says nothing; \
                     a value before a delimiter is empty, and the next field is one of its own",
            concerns: anything,
            remedy: Remedy::Rewrite(fill_empty_values),
            cases: &[
                case(
                    "parse_key_value!(\"a=1;;b=2\", field_delimiter: \";\")",
                    "fails",
                    "⇒ {\"a\": \"1\", \"b\": \"2\"}",
                ),
                case(
                    "parse_key_value!(\"a=\\tb=2\", field_delimiter: \"\\t\")",
                    "⇒ {\"a\": \"b=2\"}",
                    "⇒ {\"a\": \"\", \"b\": \"2\"}",
                ),
                case(
                    "parse_logfmt!(\"d= e=f\")",
                    "⇒ {\"d\": \"e=f\"}",
                    "⇒ {\"d\": \"\", \"e\": \"f\"}",
                ),
            ],
        },
        Rule {
            name: "encode_key_value, encode_logfmt: quotes and escapes",
            reason: "what is written can be read again: a text is escaped within quotes alone, and once, and one \
                     that holds a delimiter stands in quotes",
            concerns: anything,
            remedy: Remedy::Rewrite(write_nothing_to_escape),
            cases: &[
                case("encode_logfmt({\"a\": \"b\\\\c\"})", "⇒ \"a=b\\\\\\\\c\"", "⇒ \"a=b\\\\c\""),
                case(
                    "encode_key_value({\"a\": \"b,c\"}, field_delimiter: \",\")",
                    "⇒ \"a=b,c\"",
                    "⇒ \"a=\\\"b,c\\\"\"",
                ),
            ],
        },
    ],
    notes: &[],
};

fn fill_empty_values(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["parse_key_value", "parse_logfmt"], &mut |call| {
        let Some(value) = argument(call, 0, "value") else { return };
        let text_of = |place, name| argument(call, place, name).and_then(|it| string(&it.value));
        let delimiter = text_of(1, "key_value_delimiter").unwrap_or("=");
        let field = text_of(2, "field_delimiter").unwrap_or(" ");
        if field.is_empty() || delimiter.is_empty() {
            return;
        }
        replace_text(program.source, &value.value, edits, |text| {
            let fields = text.split(field).filter(|it| !it.trim().is_empty());
            let filled = fields.map(|it| {
                let is_empty = it.trim_end().ends_with(delimiter);
                if is_empty { format!("{}x", it.trim_end()) } else { it.to_owned() }
            });
            filled.collect::<Vec<_>>().join(field)
        });
    });
}

/// Keys and texts without backslashes, newlines and delimiters.
fn write_nothing_to_escape(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["encode_key_value", "encode_logfmt"], &mut |call| {
        for (place, name, usual) in
            [(2, "key_value_delimiter", "\"=\""), (3, "field_delimiter", "\" \"")]
        {
            if let Some(delimiter) = argument(call, place, name)
                && string(&delimiter.value).is_some()
            {
                edits.replace(delimiter.value.span.range(), usual);
            }
        }
        let Some(value) = argument(call, 0, "value") else { return };
        if !matches!(value.value.node, Node::Object(_)) {
            replace_computed(&value.value, "{}", edits);
        }
        walk(program.source, &value.value, &mut |site| {
            replace_text(program.source, site.expr, edits, |text| text.replace(['\\', '\n'], "_"));
            if let Node::Object(members) = &site.expr.node {
                for (name, _) in members {
                    let written = &program.source[name.span.range()];
                    if written.contains('\\') {
                        edits.replace(
                            name.span.range(),
                            written.replace("\\\\", "_").replace("\\n", "_"),
                        );
                    }
                }
            }
        });
    });
}

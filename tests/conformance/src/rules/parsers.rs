//! Rules for functions that parse one format.

use vrlet_parser::ast::{Literal, Node};

use super::case::{case, made};
use super::{Remedy, Rule, Theme, anything};
use crate::syntax::{Edits, Program, argument, replace_text, string, walk, wrap};

pub const THEME: Theme = Theme {
    title: "Parsers",
    about: "",
    rules: &[
        Rule {
            name: "parse_key_value: an empty delimiter",
            reason: "without a separator there are no fields, keys and values",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_delimiters),
            cases: &[case(
                "parse_key_value!(\"a=1 b=2\", key_value_delimiter: \"\")",
                "⇒ {\"a=1\": \"b=2\"}",
                "fails",
            )],
        },
        Rule {
            name: "parse_aws_alb_log: lists",
            reason: "AWS separates the elements of these lists by blanks",
            concerns: anything,
            remedy: Remedy::Rewrite(shorten_lists),
            cases: &[made(
                "`parse_aws_alb_log` of a line with two targets",
                two_targets,
                "fails",
                "⇒ [\"10.0.0.1:80\", \"10.0.0.2:80\"]",
            )],
        },
        Rule {
            name: "parse_xml: many attributes",
            reason: "an element has at most 256 attributes and namespaces: a text must not hold a pipeline up",
            concerns: anything,
            remedy: Remedy::Rewrite(shorten_xml),
            cases: &[made(
                "`parse_xml` of an element with 257 attributes",
                many_attributes,
                "⇒ true",
                "fails",
            )],
        },
        Rule {
            name: "parse_cbor: depth",
            reason: "arrays and maps nest 127 deep, as in JSON",
            concerns: anything,
            remedy: Remedy::Rewrite(nest_less),
            cases: &[case(
                "is_array(parse_cbor!(decode_base16!(\"81\" * 128 + \"01\")))",
                "⇒ true",
                "fails",
            )],
        },
        Rule {
            name: "parse_yaml: version 1.2",
            reason: "large integers are floats, and texts are YAML of version 1.2, the current one",
            concerns: anything,
            remedy: Remedy::Rewrite(write_plain_yaml),
            cases: &[
                case("parse_yaml!(\"18446744073709551616\")", "fails", "⇒ 1.8446744073709552e19"),
                case("parse_yaml!(\"[::]\")", "fails", "⇒ [{\":\": null}]"),
                case("parse_yaml!(\"[:a]\")", "fails", "⇒ [\":a\"]"),
                case("parse_yaml!(\"- a\\n-\\tb\")", "fails", "⇒ [\"a\", \"b\"]"),
                case("parse_yaml!(\"%FOO\\n--- a\")", "fails", "⇒ \"a\""),
                case("parse_yaml!(\"&a;\")", "fails", "⇒ null"),
                case("parse_yaml!(\"[-]\")", "⇒ [\"-\"]", "fails"),
                case("parse_yaml!(\"[?a]\")", "⇒ [{\"a\": null}]", "⇒ [\"?a\"]"),
            ],
        },
        Rule {
            name: "validate_json_schema: no schema",
            reason: "a schema that is not there, or none, is seen when the program is compiled",
            concerns: |answers| answers.vrlet.has_code(&[610]),
            remedy: Remedy::Rewrite(take_a_schema),
            cases: &[case("validate_json_schema!(\"1\", \"nope.json\")", "fails", "✗610")],
        },
        Rule {
            name: "redact: numbers of social security",
            reason: "serial numbers with zeros inside are found too",
            concerns: anything,
            remedy: Remedy::Rewrite(redact_something_else),
            cases: &[case(
                "redact(\"123-45-6089\", [\"us_social_security_number\"])",
                "⇒ \"123-45-6089\"",
                "⇒ \"[REDACTED]\"",
            )],
        },
    ],
    notes: &[
        "parse_yaml counts what aliases stand for, within the host's limit of bytes, not how many there are.",
    ],
};

fn leave_delimiters(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["parse_key_value"], &mut |call| {
        for (place, name, usual) in
            [(1, "key_value_delimiter", "\"=\""), (2, "field_delimiter", "\" \"")]
        {
            if let Some(delimiter) = argument(call, place, name)
                && string(&delimiter.value).is_none_or(str::is_empty)
            {
                edits.replace(delimiter.value.span.range(), usual);
            }
        }
    });
}

fn two_targets() -> String {
    const LINE: &str = "http 2018-11-30T22:23:00.186641Z - - - -1 -1 -1 - - 0 0 \"- - -\" \"-\" - - - \"-\" \"-\" \
                        \"-\" - - \"-\" \"-\" \"-\" \"10.0.0.1:80 10.0.0.2:80\" \"200 200\" \"-\" \"-\"";
    format!("parse_aws_alb_log!(s'{LINE}').target_port_list")
}

/// Of fields such as `"10.0.0.1:80 10.0.0.2:80"` the first element stays.
fn shorten_lists(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["parse_aws_alb_log"], &mut |call| {
        let Some(value) = argument(call, 0, "value") else { return };
        replace_text(program.source, &value.value, edits, |text| {
            let fields = text.split('"').enumerate().map(|(number, field)| {
                let is_list = |it: char| it.is_ascii_digit() || ".: -".contains(it);
                match field.split_once(' ') {
                    Some((first, _)) if number % 2 == 1 && field.chars().all(is_list) => first,
                    _ => field,
                }
            });
            fields.collect::<Vec<_>>().join("\"")
        });
    });
}

/// Texts that were put together are cut.
fn shorten_xml(program: &Program<'_>, edits: &mut Edits) {
    if !program.has_call("replace") {
        return;
    }
    program.calls(&["parse_xml"], &mut |call| {
        if let Some(value) = argument(call, 0, "value")
            && string(&value.value).is_none()
            && !program.source[value.value.span.range()].starts_with("truncate")
        {
            wrap(value, "truncate(", ", 20)", edits);
        }
    });
}

fn many_attributes() -> String {
    let attributes: Vec<String> = (0..257).map(|number| format!("a{number}='1'")).collect();
    format!(
        "xml = replace(\"<a {}/>\", \"\", \"\"); is_object(parse_xml!(xml))",
        attributes.join(" ")
    )
}

fn write_plain_yaml(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["parse_yaml"], &mut |call| {
        let Some(value) = argument(call, 0, "value") else { return };
        let written = &program.source[value.value.span.range()];
        if string(&value.value).is_none() && !written.starts_with("replace") {
            wrap(value, "replace!(", ", \"&\", \"\")", edits);
        }
        replace_text(program.source, &value.value, edits, |text| {
            let mut plain = String::new();
            let mut before = '\n';
            for character in text.chars() {
                let begins = matches!(before, '\n' | '[' | ',' | ' ' | '{' | ':');
                match character {
                    '\t' | '\u{85}' | '\u{2028}' => plain.push(' '),
                    '%' | '?' | ':' | '&' if begins => {}
                    '-' if before == '[' => {}
                    _ => plain.push(character),
                }
                before = character;
            }
            shorten_numbers(&plain)
        });
    });
}

/// Numbers of many digits become small ones.
fn shorten_numbers(text: &str) -> String {
    const MOST: usize = 15;
    let mut short = String::new();
    let mut digits = 0;
    for character in text.chars() {
        digits = if character.is_ascii_hexdigit() { digits + 1 } else { 0 };
        if digits <= MOST {
            short.push(character);
        }
    }
    short
}

fn take_a_schema(program: &Program<'_>, edits: &mut Edits) {
    const SCHEMA: &str = "\"tests/functions/types/schemas/strings.json\"";
    program.calls(&["validate_json_schema"], &mut |call| {
        if let Some(schema) = argument(call, 1, "schema_definition")
            && &program.source[schema.value.span.range()] != SCHEMA
        {
            edits.replace(schema.value.span.range(), SCHEMA);
        }
    });
}

fn redact_something_else(program: &Program<'_>, edits: &mut Edits) {
    const NAME: &str = "us_social_security_number";
    for (at, name) in program.source.match_indices(NAME) {
        let range = at - 1..at + name.len() + 1;
        if program.source.get(range.clone()).is_some_and(|text| text.starts_with('"')) {
            edits.replace(range, "r'nothing of the kind'");
        }
    }
}

/// `"…" * 128` becomes `"…" * 2` in what `parse_cbor` reads.
fn nest_less(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["parse_cbor"], &mut |call| {
        let Some(value) = argument(call, 0, "value") else { return };
        walk(program.source, &value.value, &mut |site| {
            if let Node::Literal(Literal::Integer(100..)) = &site.expr.node {
                edits.replace(site.expr.span.range(), "2");
            }
        });
    });
}

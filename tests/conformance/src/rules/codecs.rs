//! Rules for functions that encode and compress.

use vrlet_parser::ast::{Call, Literal, Node};

use super::case::case;
use super::{Remedy, Rule, Theme, anything, both_ran};
use crate::syntax::{Edits, Program, Slot, argument, remove_argument, string, walk};

pub const THEME: Theme = Theme {
    title: "Encoding and compression",
    about: "",
    rules: &[
        Rule {
            name: "encode_gzip, encode_zlib: no such level",
            reason: "there is no such level; of large ones the reference takes the low 32 bits",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_the_level),
            cases: &[
                case("encode_gzip!(\"a\", -1)", "⚠620", "⚠"),
                case("encode_zlib!(\"a\", 4294967297) == \"\"", "⇒ false", "fails"),
                case("encode_gzip(\"a\", -1)", "fails", "✗100"),
            ],
        },
        Rule {
            name: "encode_gzip, encode_zlib: a level that fails is handled",
            reason: "what can fail may be handled",
            concerns: anything,
            remedy: Remedy::Rewrite(encode_something_unknown),
            cases: &[case("encode_zlib(\"a\", -1) ?? \"none\"", "✗651", "⇒ \"none\"")],
        },
        Rule {
            name: "encode_csv: an empty delimiter",
            reason: "a delimiter is one byte, whatever is to be separated",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_the_delimiter),
            cases: &[case("encode_csv!([], \"\")", "⇒ \"\"", "fails")],
        },
        Rule {
            name: "decode_punycode: `validate` is no boolean",
            reason: "`validate` is a boolean, whatever the text",
            concerns: anything,
            remedy: Remedy::Rewrite(leave_validate),
            cases: &[case("decode_punycode!(\"\", .x)", "⇒ \"\"", "fails")],
        },
        Rule {
            name: "encode_proto: numbers that do not fit",
            reason: "a number that does not fit is not another one; the reference takes its low 32 bits",
            concerns: anything,
            remedy: Remedy::Rewrite(encode_small_numbers),
            cases: &[
                case(
                    "encode_proto!({\"an_int32\": 4294967296}, \
                     \"tests/functions/parse/proto/kinds.desc\", \"kinds.Scalars\")",
                    "⇒ \"\"",
                    "fails",
                ),
                case(
                    "encode_base16(encode_proto!({\"a_uint32\": -1}, \
                     \"tests/functions/parse/proto/kinds.desc\", \"kinds.Scalars\"))",
                    "⇒ \"28ffffffff0f\"",
                    "fails",
                ),
            ],
        },
        Rule {
            name: "encode_proto: the order of maps",
            reason: "maps are written in the order of their keys, so that the same object makes the same bytes; \
                     the reference writes them in another order each time",
            concerns: both_ran,
            remedy: Remedy::Rewrite(encode_small_maps),
            cases: &[],
        },
        Rule {
            name: "encode_proto: depth",
            reason: "messages nest 100 deep, as readers take no more, `parse_proto` neither",
            concerns: both_ran,
            remedy: Remedy::Rewrite(nest_messages_less),
            cases: &[case(
                "x = {}; for_each(range!(0, 101)) -> |_i, _n| { x = {\"next\": x} }; length(encode_proto!(x, \
                     \"tests/functions/parse/proto/kinds.desc\", \"kinds.Node\"))",
                "⇒ 239",
                "fails",
            )],
        },
        Rule {
            name: "encode_zstd: a level beyond the last",
            reason: "a level beyond the last, 22, is the last; of large ones the reference takes the low 32 bits",
            concerns: both_ran,
            remedy: Remedy::Rewrite(leave_large_levels),
            cases: &[case(
                "x = encode_json(range!(0, 999)); encode_zstd(x, 4294967297) == encode_zstd(x, 1)",
                "⇒ true",
                "⇒ false",
            )],
        },
        Rule {
            name: "encode_zstd: the size in the frame",
            reason: "a frame says how much is in it, so that whoever decompresses it can make room once",
            concerns: anything,
            remedy: Remedy::CasesOnly,
            cases: &[case(
                "slice!(encode_base16(encode_zstd(\"a\" * 200000)), 8, 10)",
                "⇒ \"00\"",
                "⇒ \"a0\"",
            )],
        },
    ],
    notes: &[
        "A result is not larger than the host allows: what decompresses, repeats or pads beyond it fails.",
    ],
};

fn with_level(program: &Program<'_>, visit: &mut dyn FnMut(&Call)) {
    program.calls(&["encode_gzip", "encode_zlib"], &mut |call| {
        // A level that there is differs in nothing.
        let level = argument(call, 1, "compression_level").map(|level| &level.value.node);
        let exists = matches!(level, Some(Node::Literal(Literal::Integer(0..=9))));
        if level.is_some() && !exists {
            visit(call);
        }
    });
}

fn leave_the_level(program: &Program<'_>, edits: &mut Edits) {
    with_level(program, &mut |call| {
        if let Some(level) = argument(call, 1, "compression_level") {
            remove_argument(call, level, edits);
        }
    });
}

fn encode_something_unknown(program: &Program<'_>, edits: &mut Edits) {
    with_level(program, &mut |call| {
        if let Some(level) = argument(call, 1, "compression_level") {
            remove_argument(call, level, edits);
        }
        if let Some(value) = argument(call, 0, "value") {
            // Of a kind that may be another, so that the call can fail.
            edits.replace(value.value.span.range(), "{ if .unknown != 1 { \"a\" } else { 1 } }");
        }
    });
}

fn leave_large_levels(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["encode_zstd"], &mut |call| {
        if let Some(level) = argument(call, 1, "compression_level")
            && !matches!(level.value.node, Node::Literal(Literal::Integer(-22..=22)))
        {
            remove_argument(call, level, edits);
        }
    });
}

fn leave_the_delimiter(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["encode_csv"], &mut |call| {
        if let Some(delimiter) = argument(call, 1, "delimiter")
            && string(&delimiter.value).is_none_or(|text| text.len() != 1)
        {
            remove_argument(call, delimiter, edits);
        }
    });
}

fn leave_validate(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["decode_punycode", "encode_punycode"], &mut |call| {
        if let Some(validate) = argument(call, 1, "validate")
            && !matches!(validate.value.node, Node::Literal(_))
        {
            remove_argument(call, validate, edits);
        }
    });
}

fn encode_small_numbers(program: &Program<'_>, edits: &mut Edits) {
    replace_integers(program, |number| i32::try_from(number).is_ok_and(|it| it >= 0), edits);
}

fn nest_messages_less(program: &Program<'_>, edits: &mut Edits) {
    replace_integers(program, |number| number <= 100, edits);
}

/// Integers that are not fine become small ones where `encode_proto` is called.
fn replace_integers(program: &Program<'_>, is_fine: fn(i64) -> bool, edits: &mut Edits) {
    if !program.has_call("encode_proto") {
        return;
    }
    program.sites(&mut |site| {
        if let Node::Literal(Literal::Integer(number)) = &site.expr.node
            && !is_fine(*number)
        {
            edits.replace(site.expr.span.range(), "1");
        }
    });
}

/// Objects in the message keep their last member.
fn encode_small_maps(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["encode_proto"], &mut |call| {
        let Some(value) = argument(call, 0, "value") else { return };
        walk(program.source, &value.value, &mut |site| {
            if let (Slot::Member, Node::Object(members)) = (site.slot, &site.expr.node)
                && let [(first, _), .., (last, _)] = members.as_slice()
            {
                edits.delete(first.span.range().start..last.span.range().start);
            }
        });
    });
}

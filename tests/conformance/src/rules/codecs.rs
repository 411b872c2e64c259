//! What encodes and compresses.

use vrlet_parser::ast::{Call, Literal, Node};

use super::case::case;
use super::{Remedy, Rule, Theme, anything};
use crate::syntax::{Edits, Program, argument, remove_argument, string};

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
            name: "encode_proto: numbers, maps and depth",
            reason: "a number that does not fit is not another one; maps are written in the order of their \
                     keys, and what no reader takes is not written",
            concerns: anything,
            remedy: Remedy::Rewrite(encode_an_empty_message),
            cases: &[case(
                "encode_proto!({\"an_int32\": 4294967296}, \
                     \"tests/functions/parse/proto/kinds.desc\", \"kinds.Scalars\")",
                "⇒ \"\"",
                "fails",
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
            edits.replace(value.value.span.range(), ".unknown");
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

fn encode_an_empty_message(program: &Program<'_>, edits: &mut Edits) {
    program.calls(&["encode_proto"], &mut |call| {
        if let Some(value) = argument(call, 0, "value")
            && &program.source[value.value.span.range()] != "{}"
        {
            edits.replace(value.value.span.range(), "{}");
        }
    });
}

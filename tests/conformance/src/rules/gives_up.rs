//! Where the reference brings its host down, or never answers. What does it is not written anywhere: the
//! rules say which function it is, and call it in a way that is harmless.

use vrlet_parser::ast::{Call, Node, Operator};

use super::{Remedy, Rule, Theme, reference_gives_up};
use crate::syntax::{Edits, Program, argument, remove_argument, replace_text, wrap};

pub const THEME: Theme = Theme {
    title: "Where the reference gives up",
    about: "For some arguments of these functions version 0.38.0 of the reference panics, overflows its \
            stack, takes all memory or does not answer in time. Which ones is not told here. vrlet answers, \
            fails or refuses the program.",
    rules: &[
        give_up(
            "decode_lz4",
            "panics or takes all memory for some sizes; vrlet takes no more room than the block can fill, and fails for a negative size",
            |program, edits| {
                each(program, "decode_lz4", |call| {
                    for (place, name) in [(1, "buf_size"), (2, "prepended_size")] {
                        if let Some(argument) = argument(call, place, name) {
                            remove_argument(call, argument, edits);
                        }
                    }
                });
            },
        ),
        give_up(
            "decrypt",
            "panics where a sealed text is not what was encrypted; vrlet fails",
            |program, edits| {
                each(program, "decrypt", |call| {
                    set(call, 1, "algorithm", "\"AES-256-CFB\"", edits)
                });
            },
        ),
        give_up(
            "encode_charset",
            "panics for what is not UTF-8; vrlet writes U+FFFD for it",
            |program, edits| {
                each(program, "encode_charset", |call| {
                    set(call, 0, "value", "string!(.unknown)", edits);
                });
            },
        ),
        give_up(
            "encode_proto",
            "panics without its file or its type; vrlet refuses the program",
            |program, edits| {
                each(program, "encode_proto", |call| take_a_descriptor(call, edits));
            },
        ),
        give_up(
            "find",
            "panics for some places of a regular expression; vrlet finds nothing outside of the text",
            |program, edits| {
                each(program, "find", |call| set(call, 2, "from", "0", edits));
            },
        ),
        give_up(
            "format_number",
            "panics for large floats and never ends for some scales; vrlet writes them",
            |program, edits| {
                each(program, "format_number", |call| {
                    set(call, 0, "value", "1.5", edits);
                    set(call, 1, "scale", "2", edits);
                });
            },
        ),
        give_up(
            "get_env_var",
            "panics for names that no variable can have; to vrlet there is no such variable",
            |program, edits| {
                each(program, "get_env_var", |call| set(call, 0, "name", "\"HOME\"", edits));
            },
        ),
        give_up(
            "map_values",
            "overflows its stack where `recursive` meets ever more collections that its closure returns; vrlet fails beyond the host's limit of depth",
            |program, edits| {
                each(program, "map_values", |call| set(call, 1, "recursive", "false", edits));
            },
        ),
        give_up(
            "match_datadog_query",
            "panics for some ranges; vrlet reads them",
            |program, edits| {
                each(program, "match_datadog_query", |call| set(call, 1, "query", "\"a\"", edits));
            },
        ),
        give_up(
            "parse_proto",
            "panics without its file or its type; vrlet refuses the program",
            |program, edits| {
                each(program, "parse_proto", |call| take_a_descriptor(call, edits));
            },
        ),
        give_up(
            "parse_xml",
            "panics for some comments; to vrlet a comment is no content",
            |program, edits| {
                each(program, "parse_xml", |call| {
                    if let Some(value) = argument(call, 0, "value") {
                        replace_text(program.source, &value.value, edits, |text| {
                            text.replace("<!--", "<")
                        });
                    }
                });
            },
        ),
        give_up(
            "snakecase",
            "panics for what is no string, and for some boundaries, as do the functions of other cases; vrlet fails or refuses the program",
            |program, edits| {
                each(program, "snakecase", |call| {
                    // Of a kind that may be another, so that the call can fail.
                    set(call, 0, "value", "{ if .unknown != 1 { \"a\" } else { 1 } }", edits);
                });
                const CASES: [&str; 5] =
                    ["camelcase", "kebabcase", "pascalcase", "screamingsnakecase", "snakecase"];
                program.calls(&CASES, &mut |call| {
                    if let Some(argument) = argument(call, 2, "excluded_boundaries") {
                        remove_argument(call, argument, edits);
                    }
                });
            },
        ),
        give_up(
            "starts_with",
            "panics for some bytes that are not UTF-8 where upper and lower case do not differ; vrlet compares them",
            |program, edits| {
                each(program, "starts_with", |call| set(call, 2, "case_sensitive", "true", edits));
            },
        ),
        give_up(
            "a text times a number",
            "panics or takes all memory for large numbers; vrlet fails",
            |program, edits| {
                program.sites(&mut |site| {
                    if let Node::Operation(operation) = &site.expr.node {
                        for (operator, _, operand) in &operation.rest {
                            if *operator == Operator::Multiply {
                                edits.replace(operand.span.range(), "1");
                            }
                        }
                    }
                });
            },
        ),
        give_up(
            "zip",
            "never ends for some arrays; vrlet returns an empty one",
            |program, edits| {
                each(program, "zip", |call| {
                    if let [only] = call.arguments.as_slice() {
                        wrap(only, "[1], ", "", edits);
                    }
                });
            },
        ),
    ],
    notes: &[
        "decode_gzip, decode_zlib, decode_zstd, decode_snappy: take as much memory as a few bytes ask for; vrlet fails beyond the host's limit",
        "decode_punycode, encode_punycode without validation: take the square of the length of a label; vrlet leaves labels beyond 2,000 bytes as they are and fails beyond 1,000 characters",
        "encode_gzip, encode_zlib: panics for some levels; vrlet fails",
        "encrypt_ip with the mode `pfx`: panics for some keys; vrlet fails",
        "parse_grok: some patterns take hours; vrlet fails after 200,000 steps back",
        "parse_groks: panics for some zones; vrlet refuses the program",
        "parse_xml: takes the square of the number of attributes, or more",
        "random_float: panics for some ranges; vrlet fails",
        "unnest: takes as much memory as its copies need; vrlet fails beyond the host's limit",
        "an index far outside of an array: takes as much memory as the gap needs; vrlet fails beyond 100,000 elements",
        "closures in closures: each level multiplies the time that the type checker takes",
    ],
};

const fn give_up(
    name: &'static str,
    reason: &'static str,
    rewrite: fn(&Program<'_>, &mut Edits),
) -> Rule {
    Rule { name, reason, concerns: reference_gives_up, remedy: Remedy::Avoid(rewrite), cases: &[] }
}

fn each(program: &Program<'_>, name: &str, mut visit: impl FnMut(&Call)) {
    program.calls(&[name], &mut visit);
}

/// Gives another value for a parameter, if one is given.
fn set(call: &Call, place: usize, name: &str, value: &str, edits: &mut Edits) {
    if let Some(argument) = argument(call, place, name) {
        edits.replace(argument.value.span.range(), value);
    }
}

fn take_a_descriptor(call: &Call, edits: &mut Edits) {
    set(call, 1, "desc_file", "\"tests/functions/parse/proto/kinds.desc\"", edits);
    set(call, 2, "message_type", "\"kinds.Scalars\"", edits);
}

//! Rules for `parse_groks`: matchers and filters.

use vrlet_parser::ast::{Expr, Node};

use super::case::case;
use super::{Remedy, Rule, Theme, anything};
use crate::syntax::{Edits, Program, argument, replace_text, walk};

pub const THEME: Theme = Theme {
    title: "Rules of `parse_groks`",
    about: "Rules mean what they are documented to mean.",
    rules: &[
        Rule {
            name: "parse_groks: dates",
            reason: "one letter is as many digits as there are; the zone that a rule names counts, with the \
                     offset of that time; a date may have a day of the year, a week, quotes and signs; and a \
                     date that there is not is left out",
            concerns: anything,
            remedy: Remedy::Rewrite(|program, edits| replace_matchers(program, &["date"], edits)),
            cases: &[
                case(
                    "parse_groks!(\"11:02 PM\", [s'%{date(\"h:mm a\"):x}']) != {}",
                    "fails",
                    "⇒ true",
                ),
                case(
                    "parse_groks!(\"2016-06-16\", [s'%{date(\"yyyy-MM-dd\", \"+3\"):x}'])",
                    "⇒ {\"x\": 1466035200000}",
                    "⇒ {\"x\": 1466024400000}",
                ),
                case(
                    "parse_groks!(\"2016-160\", [s'%{date(\"yyyy-DDD\"):x}'])",
                    "⇒ {}",
                    "⇒ {\"x\": 1465344000000}",
                ),
                case(
                    "parse_groks!(\"2016-06-16 05\", [s'%{date(\"yyyy-MM-dd HH\"):x}'])",
                    "⇒ {\"x\": 1466035200000}",
                    "⇒ {\"x\": 1466053200000}",
                ),
                case(
                    "parse_groks!(\"Thu 2016-06-16\", [s'%{date(\"E yyyy-MM-dd\"):x}'])",
                    "✗610",
                    "⇒ {\"x\": 1466035200000}",
                ),
                case(
                    "parse_groks!(\"Mon Nov 1 08:29:03 2016\", [s'%{date(\"EEE MMM d HH:mm:ss yyyy\"):x}'])",
                    "⇒ {\"x\": 30543000}",
                    "⇒ {}",
                ),
            ],
        },
        Rule {
            name: "parse_groks: booleans",
            reason: "`boolean` matches `true` and `false`, or what its arguments say",
            concerns: anything,
            remedy: Remedy::Rewrite(|program, edits| {
                replace_matchers(program, &["boolean"], edits)
            }),
            cases: &[case(
                "parse_groks!(\"true\", [\"%{boolean:x}\"])",
                "fails",
                "⇒ {\"x\": true}",
            )],
        },
        Rule {
            name: "parse_groks: numbers",
            reason: "matching numbers needs no backtracking",
            concerns: anything,
            remedy: Remedy::Rewrite(|program, edits| {
                replace_matchers(program, &["number", "integer", "numberStr", "integerStr"], edits);
            }),
            cases: &[case(
                "parse_groks!(\"1.52\", [\"%{number:x}%{integer:y}\"])",
                "fails",
                "⇒ {\"x\": 1.5, \"y\": 2}",
            )],
        },
        Rule {
            name: "parse_groks: arrays, keys and values, JSON",
            reason: "arrays of arrays are read, quotes are characters, a separator is one expression and never \
                     empty, a float is a number of JSON, an integer of Ruby no float, and a key is a key",
            concerns: anything,
            remedy: Remedy::Rewrite(remove_filters),
            cases: &[
                case(
                    "parse_groks!(\"[[1,2];[3]]\", [s'%{data:x:array(\"[]\", \";\", array(integer))}'])",
                    "⇒ {}",
                    "⇒ {\"x\": [[1, 2], [3]]}",
                ),
                case(
                    "parse_groks!(\"a=(x y) b=(z)\", [s'%{data::keyvalue(\"=\", \"\", \"()\")}'])",
                    "⇒ {}",
                    "⇒ {\"a\": \"x y\", \"b\": \"z\"}",
                ),
                case(
                    "parse_groks!(\"a=1 b:2\", [s'%{data::keyvalue(\"=|:\")}'])",
                    "⇒ {}",
                    "⇒ {\"a\": 1, \"b\": 2}",
                ),
                case(
                    "parse_groks!(\"a=infinity\", [\"%{data::keyvalue}\"])",
                    "⇒ {\"a\": inf}",
                    "⇒ {\"a\": \"infinity\"}",
                ),
                case(
                    "parse_groks!(s'{\"a[1]\": 1}', [\"%{data::json}\"])",
                    "⇒ {\"a\": [null, 1]}",
                    "⇒ {\"a[1]\": 1}",
                ),
                case(
                    "parse_groks!(\"{a: 1}\", [\"%{data::rubyhash}\"])",
                    "⇒ {\"a\": 1.0}",
                    "⇒ {\"a\": 1}",
                ),
                case(
                    "parse_groks!(\"ab cd\", [s'%{data::keyvalue(\"\")}'])",
                    "⇒ {\"a\": \"b\", \"c\": \"d\"}",
                    "⇒ {}",
                ),
            ],
        },
        Rule {
            name: "parse_groks: names that there are not",
            reason: "a name with a dot is none of a matcher, an alias or a pattern either",
            concerns: |answers| answers.vrlet.has_code(&[610]),
            remedy: Remedy::Rewrite(take_a_matcher),
            cases: &[case("parse_groks!(\"a\", [\"%{a.b:x}\"])", "fails", "✗610")],
        },
    ],
    notes: &[
        "A rule that takes more than 200,000 steps back is passed over.",
        "The offset of a zone such as `Europe/Paris` is the one that it had at that time; the reference takes the one that it has today.",
    ],
};

/// The strings that a call of `parse_groks` takes rules from.
fn rules(program: &Program<'_>, visit: &mut dyn FnMut(&Expr)) {
    program.calls(&["parse_groks"], &mut |call| {
        for (place, name) in [(1, "patterns"), (2, "aliases")] {
            let Some(argument) = argument(call, place, name) else { continue };
            walk(program.source, &argument.value, &mut |site| {
                if let Node::Literal(_) = site.expr.node {
                    visit(site.expr);
                }
            });
        }
    });
}

/// `%{a.b:x}` becomes `%{data:x}`.
fn take_a_matcher(program: &Program<'_>, edits: &mut Edits) {
    rules(program, &mut |rule| {
        replace_text(program.source, rule, edits, |text| {
            let mut parts = text.split("%{");
            let mut changed = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                let end = part.find([':', '}', '(']).unwrap_or(part.len());
                let name = if part[..end].contains('.') { "data" } else { &part[..end] };
                changed.extend(["%{", name, &part[end..]]);
            }
            changed
        });
    });
}

/// Other matchers, which take any text, in the place of these.
fn replace_matchers(program: &Program<'_>, names: &[&str], edits: &mut Edits) {
    rules(program, &mut |rule| {
        replace_text(program.source, rule, edits, |text| {
            let mut changed = text.to_owned();
            for name in names {
                for end in ["(", ":", "}"] {
                    let start = format!("%{{{name}{end}");
                    while let Some(at) = changed.find(&start) {
                        let from = at + start.len() - end.len();
                        let to = if end == "(" { closed(&changed, from) } else { from };
                        changed.replace_range(at..to, "%{data");
                    }
                }
            }
            changed
        });
    });
}

/// What turns a text into an array or an object is left out.
fn remove_filters(program: &Program<'_>, edits: &mut Edits) {
    const FILTERS: [&str; 6] = ["array", "keyvalue", "json", "xml", "querystring", "rubyhash"];
    rules(program, &mut |rule| {
        replace_text(program.source, rule, edits, |text| {
            let mut changed = text.to_owned();
            for name in FILTERS {
                let start = format!(":{name}");
                while let Some(at) = changed.find(&start) {
                    let from = at + start.len();
                    let opens = changed[from..].starts_with('(');
                    changed.replace_range(
                        at..if opens { closed(&changed, from) } else { from },
                        ":lowercase",
                    );
                }
            }
            changed
        });
    });
}

/// The end of the parentheses that open at this place.
fn closed(text: &str, open: usize) -> usize {
    let mut depth = 0;
    let mut in_quotes = false;
    for (at, character) in text[open..].char_indices() {
        match character {
            '"' => in_quotes = !in_quotes,
            '(' if !in_quotes => depth += 1,
            ')' if !in_quotes => {
                depth -= 1;
                if depth == 0 {
                    return open + at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

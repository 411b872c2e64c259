//! Rules for kinds: the reference checks some expressions a second time, with what is known after them, and
//! infers other kinds than hold when they run.

use std::collections::BTreeSet;
use std::ops::Range;

use vrlet::value::Root;
use vrlet_parser::ast::{AssignOperator, Call, Expr, Node, Operator};

use super::case::case;
use super::{Remedy, Rule, Theme, anything};
use crate::syntax::{
    Edits, Program, Slot, discard, discard_target, discard_within, rename_within, walk,
};

pub const THEME: Theme = Theme {
    title: "What is known of values",
    about: "The type checker of the reference looks at some expressions a second time, with what is known \
            after them, and forgets other things. Where this refuses programs that can't go wrong, vrlet \
            takes them; where it lets programs fail that handle nothing, vrlet asks for handling.",
    rules: &[
        Rule {
            name: "an assignment to the metadata",
            reason: "the reference holds what is known of the event against a path of the metadata",
            concerns: |answers| answers.reference.has_code(&[642]),
            remedy: Remedy::Rewrite(discard_metadata),
            cases: &[case(". = 1; %a = 2; %a", "✗642", "⇒ 2")],
        },
        Rule {
            name: "an assignment to the left of `??`",
            reason: "the reference looks a second time whether the left side can fail, with what is known \
                     after it",
            concerns: anything,
            remedy: Remedy::Rewrite(|program, edits| {
                discard_in_operands(program, Operator::Coalesce, edits);
            }),
            cases: &[
                case("x = .a; (string(x) + { x = \"a\"; \"b\" }) ?? \"z\"", "✗651", "⇒ \"z\""),
                case("x = .a; [string(x), { x = \"a\"; \"b\" }] ?? \"z\"", "✗651", "⇒ \"z\""),
            ],
        },
        Rule {
            name: "an assignment beside an operator",
            reason: "so it does with what a block gives to an operator and with elements and members, and lets \
                     needless handling pass",
            concerns: |answers| answers.reference.ran(),
            remedy: Remedy::Accept {
                meets: assigns_beside_an_operator,
                are_fine: |answers| answers.vrlet.has_only_codes(&[104, 651]),
            },
            cases: &[
                case("x = \"a\"; (x + { x = 1; \"b\" }) ?? 1", "⇒ \"ab\"", "✗651"),
                case("x = 2; .y, .e = [0 + x, (x = \"\")]; .y", "⇒ [2, \"\"]", "✗104"),
            ],
        },
        Rule {
            name: "an assignment beside `|`",
            reason: "so it does with both sides of `|`",
            concerns: anything,
            remedy: Remedy::Rewrite(|program, edits| {
                discard_in_operands(program, Operator::Merge, edits);
            }),
            cases: &[case("x = {}; x | { x = 1; {} }", "✗652", "⇒ {}")],
        },
        Rule {
            name: "an assignment to the right of `|=`",
            reason: "so it does with what is merged",
            concerns: anything,
            remedy: Remedy::Rewrite(discard_in_merges),
            cases: &[case(". |= { . = null; {\"a\": 1} }; .a", "✗652", "⇒ 1")],
        },
        Rule {
            name: "an assignment to the right of `|=` that is read there",
            reason: "so it does where what is merged goes on with what it assigned",
            concerns: anything,
            remedy: Remedy::Rewrite(rename_in_merges),
            cases: &[case("x = {}; x |= { x = \"a\"; .y = upcase(x); {} }; .y", "✗652", "⇒ \"A\"")],
        },
        Rule {
            name: "an assignment in an array or an object",
            reason: "so it does with the values of an array, and of an object in the order of its keys",
            concerns: anything,
            remedy: Remedy::Rewrite(discard_in_containers),
            cases: &[
                case(
                    "x = .a; y, err = {\"a\": string(x), \"b\": { x = \"a\"; \"b\" }}; y",
                    "✗104,701",
                    "⇒ {}",
                ),
                case("x = 2; .y, _ = [\"\" + x, (x = \"\")]; .y", "✗104", "⇒ []"),
            ],
        },
        Rule {
            name: "an assignment in a condition",
            reason: "so it does with a condition",
            concerns: |answers| answers.reference.has_code(&[102]),
            remedy: Remedy::Rewrite(discard_in_conditions),
            cases: &[case("x = true; if { y = x; x = 1; y } { 1 }", "✗102", "⇒ 1")],
        },
        Rule {
            name: "a call takes what `del` gives back",
            reason: "so it does with what `del` gives back, when it is gone",
            concerns: anything,
            remedy: Remedy::Rewrite(keep_what_is_deleted),
            cases: &[case(".l = []; .l = array(del(.l))", "✗103", "⇒ []")],
        },
        Rule {
            name: "a program goes on after its end",
            reason: "of what the operand of `return` or `abort` assigns nothing is known after it, where \
                     nothing runs",
            concerns: anything,
            remedy: Remedy::Rewrite(cut_what_never_runs),
            cases: &[case("abort (x = \"\")\nif false { return x <= \"\" }", "aborts", "✗631")],
        },
        Rule {
            name: "an assignment in a refused `abort`",
            reason: "what the message of an `abort` assigns is unknown after it, also where it is no string",
            concerns: |answers| {
                answers.reference.has_code(&[113]) && answers.vrlet.has_code(&[113])
            },
            remedy: Remedy::Rewrite(leave_assignments_in_aborts),
            cases: &[case(
                "if false { abort (w = .x) }; z = strip_whitespace(w)",
                "✗113,103",
                "✗113,110",
            )],
        },
        Rule {
            name: "a variable that may not be there yet",
            reason: "a variable that nothing has assigned yet is null, not what another one of its name held \
                     in a block that has ended",
            concerns: |answers| answers.both_ran(),
            remedy: Remedy::Rewrite(declare_all),
            cases: &[case(
                ".a = true; for_each([1]) -> |_i, _v| { z = 5 }; .b = .a || (z = 1); [z]",
                "⇒ [5]",
                "⇒ [null]",
            )],
        },
        Rule {
            name: "`return` in an argument in a closure",
            reason: "what `return` gives is what the closure gives, wherever in it that stands",
            concerns: |answers| answers.vrlet.has_code(&[122]),
            remedy: Remedy::Rewrite(abort_in_closures),
            cases: &[case(
                "replace_with(\"\", r'a') -> |_m| { upcase({ if .a == 1 { \"b\" } else { return .c } }) }",
                "⇒ \"\"",
                "✗122",
            )],
        },
        Rule {
            name: "errors after an error",
            reason: "what an expression with an error assigns, or its closure takes, is not reported again",
            concerns: |answers| {
                answers.reference.has_code(&[122]) && answers.vrlet.has_code(&[122])
            },
            remedy: Remedy::Rewrite(leave_what_has_closures),
            cases: &[
                case(".l = filter([1]) -> |_i, v| { null }\nv", "✗122,701", "✗122"),
                case(
                    "y = 0; y |= map_keys({}) -> |y| { null }; parse_apache_log(\"{{y}}\")",
                    "✗122,110",
                    "✗122,107",
                ),
            ],
        },
        Rule {
            name: "a closure fails in a call with `!`",
            reason: "a closure that can fail makes the call fail with `!` too, so that `??` and `ok, err =` \
                     are in place",
            concerns: |answers| answers.reference.has_code(&[104, 651]),
            remedy: Remedy::Rewrite(remove_bangs_of_closures),
            cases: &[
                case("map_values!({\"a\": .x}) -> |v| { int(v) } ?? 1", "✗651", "⇒ 1"),
                case("x, _ = map_values!({\"a\": .x}) -> |v| { int(v) }; 1", "✗104", "⇒ 1"),
            ],
        },
        Rule {
            name: "a closure fails to the right of `|=`",
            reason: "the reference forgets after `|=` that a closure can fail",
            concerns: |answers| answers.vrlet.has_code(&[103, 630]),
            remedy: Remedy::Rewrite(merge_what_was_kept),
            cases: &[
                case(". |= map_values!({\"a\": .x}) -> |v| { int(v) }", "fails", "✗103"),
                case(". |= flatten(map_values!({\"a\": .x}) -> |v| { int(v) })", "fails", "✗630"),
            ],
        },
    ],
    notes: &[],
};

fn discard_metadata(program: &Program<'_>, edits: &mut Edits) {
    let is_metadata = |target: &Expr| match &target.node {
        Node::Query(query) => matches!(query.root, Root::Metadata),
        _ => false,
    };
    program.sites(&mut |site| {
        if let Node::Assign(assign) = &site.expr.node {
            for target in std::iter::once(&assign.target).chain(&assign.error) {
                if is_metadata(target) {
                    discard_target(target, edits);
                }
            }
            if is_metadata(&assign.target) && assign.operator == AssignOperator::Merge {
                edits.replace(assign.operator_span.range(), "=");
            }
        }
    });
}

fn discard_in_operands(program: &Program<'_>, wanted: Operator, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Operation(operation) = &site.expr.node
            && operation.rest.iter().any(|(operator, ..)| *operator == wanted)
        {
            discard_within(program.source, &operation.first, edits);
            for (_, _, operand) in &operation.rest {
                discard_within(program.source, operand, edits);
            }
        }
    });
}

/// Whether a block assigns something within the operand of an operator that can fail, or anything does
/// within an array or an object.
fn assigns_beside_an_operator(program: &Program<'_>) -> bool {
    let mut assigns = false;
    program.sites(&mut |site| {
        let in_operand = site.is_within(|slot| matches!(slot, Slot::Operand(_)))
            && site.is_within(|slot| matches!(slot, Slot::Block { .. } | Slot::Branch { .. }));
        let in_container = site.is_within(|slot| matches!(slot, Slot::Element | Slot::Member));
        assigns |= matches!(site.expr.node, Node::Assign(_)) && (in_operand || in_container);
    });
    assigns
}

fn discard_in_merges(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Assign(assign) = &site.expr.node
            && assign.operator == AssignOperator::Merge
        {
            discard_within(program.source, &assign.value, edits);
        }
    });
}

fn rename_in_merges(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Assign(assign) = &site.expr.node
            && assign.operator == AssignOperator::Merge
        {
            rename_within(program.source, &assign.value, edits);
        }
    });
}

fn discard_in_containers(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Assign(assign) = &site.expr.node
            && site.is_within(|slot| matches!(slot, Slot::Element | Slot::Member))
        {
            discard(assign, edits);
        }
    });
}

/// Assignments to variables that were there before.
fn discard_in_conditions(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Assign(assign) = &site.expr.node
            && site.is_within(|slot| matches!(slot, Slot::Predicate { .. }))
        {
            let target = assign.target.span.range();
            if program.source[..target.start].contains(&program.source[target]) {
                discard(assign, edits);
            }
        }
    });
}

/// `f(del(.a))` becomes `f(.a)`.
fn keep_what_is_deleted(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Call(call) = &site.expr.node
            && call.name.text == "del"
            && !site.around.is_empty()
            && let [argument, ..] = call.arguments.as_slice()
        {
            let path = &program.source[argument.value.span.range()];
            edits.replace(site.expr.span.range(), path);
        }
    });
}

/// Statements after one that ends the program for certain.
fn cut_what_never_runs(program: &Program<'_>, edits: &mut Edits) {
    let ends = |expr: &Expr| matches!(expr.node, Node::Abort(_) | Node::Return(..));
    let mut cut = |exprs: &[&Expr]| {
        if let Some(end) = exprs.iter().position(|expr| ends(expr))
            && end + 1 < exprs.len()
        {
            let end = exprs[end].span.range().end;
            edits.delete(end..exprs[exprs.len() - 1].span.range().end);
        }
    };
    cut(&program.roots().collect::<Vec<_>>());
    program.sites(&mut |site| {
        for block in site.blocks() {
            cut(&block.exprs.iter().collect::<Vec<_>>());
        }
    });
}

/// `abort (x = .a)` becomes `abort (.a)`.
fn leave_assignments_in_aborts(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        let Node::Abort(Some(message)) = &site.expr.node else { return };
        walk(program.source, message, &mut |inner| {
            if let Node::Assign(assign) = &inner.expr.node {
                edits.delete(inner.expr.span.range().start..assign.value.span.range().start);
            }
        });
    });
}

/// The program's own expressions that have no closure.
fn leave_what_has_closures(program: &Program<'_>, edits: &mut Edits) {
    for root in program.roots() {
        let mut has_closure = false;
        walk(program.source, root, &mut |site| {
            has_closure |= matches!(&site.expr.node, Node::Call(call) if call.closure.is_some());
        });
        if has_closure {
            edits.replace(root.span.range(), "null");
        }
    }
}

/// `f({ return .a })` becomes `f({ abort })` in the body of a closure.
fn abort_in_closures(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if matches!(site.expr.node, Node::Return(..))
            && site.is_within(|slot| matches!(slot, Slot::Closure { .. }))
            && site.is_within(|slot| matches!(slot, Slot::Argument(_)))
        {
            edits.replace(site.expr.span.range(), "abort");
        }
    });
}

fn remove_bangs_of_closures(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Call(call) = &site.expr.node
            && let (Some(bang), Some(_)) = (call.bang, &call.closure)
        {
            edits.delete(bang.range());
        }
    });
}

/// Lets the program begin with all variables that it assigns.
fn declare_all(program: &Program<'_>, edits: &mut Edits) {
    let mut names = BTreeSet::new();
    program.sites(&mut |site| {
        if let (Slot::Target | Slot::ErrorTarget, Node::Variable(name)) =
            (site.slot, &site.expr.node)
        {
            names.insert(name.clone());
        }
    });
    for name in names {
        let declaration = format!("{name} = null\n");
        if name != "_" && !program.source.starts_with(&declaration) {
            edits.insert(0, declaration);
        }
    }
}

/// `. |= f!() -> |x| { … }` becomes `{ it, _ = f() -> |x| { … }; . |= it }`, and within other calls
/// `f!() -> |x| { … }` becomes `{ it, _ = f() -> |x| { … }; it }`.
fn merge_what_was_kept(program: &Program<'_>, edits: &mut Edits) {
    let unchecked = |call: &Call, whole: Range<usize>| {
        let name = call.name.span.range();
        let rest = call.bang.map_or(name.end, |bang| bang.range().end);
        format!("{}{}", &program.source[name], &program.source[rest..whole.end])
    };
    program.sites(&mut |site| {
        let Node::Assign(assign) = &site.expr.node else { return };
        if assign.operator != AssignOperator::Merge {
            return;
        }
        let value = assign.value.span.range();
        if let Node::Call(call) = &assign.value.node
            && call.closure.is_some()
        {
            let target = &program.source[assign.target.span.range()];
            let kept = format!("{{ it, _ = {}; {target} |= it }}", unchecked(call, value));
            edits.replace(site.expr.span.range(), kept);
            return;
        }
        walk(program.source, &assign.value, &mut |site| {
            if let Node::Call(call) = &site.expr.node
                && call.closure.is_some()
                && call.bang.is_some()
            {
                let whole = site.expr.span.range();
                let name = format!("it{}", whole.start);
                let kept = format!("{{ {name}, _ = {}; {name} }}", unchecked(call, whole.clone()));
                edits.replace(whole, kept);
            }
        });
    });
}

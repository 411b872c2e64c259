//! Rules for warnings of unused values and variables.

use vrlet::value::Root;
use vrlet_parser::ast::{Expr, Node};

use super::case::case;
use super::{Remedy, Rule, Theme};
use crate::syntax::{Edits, Program, Site, Slot, walk};
use crate::verdict::{Answers, Verdict};

pub const THEME: Theme = Theme {
    title: "Warnings",
    about: "Both run these programs, with other warnings.",
    rules: &[
        Rule {
            name: "what a path follows",
            reason: "values and variables inside of what a path follows are looked at as anywhere else",
            concerns: warnings_differ,
            remedy: Remedy::Rewrite(keep_in_variables),
            cases: &[case("x = 1; {\"a\": x}.a", "⚠900", "⚠"), case("{ null; 0 }[0]", "⚠", "⚠900")],
        },
        Rule {
            name: "what a path follows can fail",
            reason: "so they are where they can fail",
            concerns: warnings_differ,
            remedy: Remedy::Rewrite(leave_paths),
            cases: &[
                case("x = .a; [string(x)].a ?? 0", "⚠900", "⚠"),
                case("x = 0; [\"\" + x].a ?? 0", "⚠900", "⚠"),
                case("upcase!(\"a\").b", "⚠", "⚠620"),
            ],
        },
        Rule {
            name: "what stands after a closure",
            reason: "what stands after a closure in the same expression is no value of its own",
            concerns: warnings_differ,
            remedy: Remedy::Rewrite(keep_calls_with_closures),
            cases: &[case("[map_keys({\"a\": 1}) -> |k| { k }, 0]", "⚠900", "⚠")],
        },
        Rule {
            name: "what stands after a call in a closure",
            reason: "nor is what stands after a call in an array of a closure",
            concerns: warnings_differ,
            remedy: Remedy::Rewrite(keep_elements_in_closures),
            cases: &[case(
                "{ for_each([]) -> |_i, _v| { [upcase(\"a\"), null] }; .y }",
                "⚠900",
                "⚠",
            )],
        },
    ],
    notes: &[
        "What closures do to kinds is not followed, as in the reference, but vrlet warns where it can be seen: ⚠901, which the comparison leaves out.",
    ],
};

fn warnings_differ(answers: &Answers) -> bool {
    match (&answers.reference, &answers.vrlet) {
        (Verdict::Ran { warnings, .. }, Verdict::Ran { warnings: own, .. }) => warnings != own,
        _ => false,
    }
}

/// `{ … }.a` becomes `{ it = { … }; it.a }`. Variables that are assigned inside are there before.
fn keep_in_variables(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Query(query) = &site.expr.node
            && let Root::Expression(root) = &query.root
        {
            let (whole, range) = (site.expr.span.range(), root.span.range());
            let name = format!("it{}", whole.start);
            let (value, path) =
                (&program.source[range.clone()], &program.source[range.end..whole.end]);
            let dot = if path.starts_with(['.', '[']) { "" } else { "." };
            edits.replace(whole, format!("{{ {name} = {value}; {name}{dot}{path} }}"));
            declare_what_is_assigned(program.source, root, edits);
        }
    });
}

/// `{ … }.a ?? b` becomes `{ … } ?? b` where a call stands in `{ … }`, which can fail.
fn leave_paths(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Query(query) = &site.expr.node
            && let Root::Expression(root) = &query.root
            && can_fail(program.source, root)
        {
            edits.delete(root.span.range().end..site.expr.span.range().end);
        }
    });
}

fn can_fail(source: &str, expr: &Expr) -> bool {
    let mut can = false;
    walk(source, expr, &mut |site| {
        can |= matches!(site.expr.node, Node::Call(_) | Node::Operation(_) | Node::Template(_));
    });
    can
}

/// `[f() -> |x| { … }, 1]` becomes `[{ it = f() -> |x| { … }; it }, 1]`.
fn keep_calls_with_closures(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        if let Node::Call(call) = &site.expr.node
            && call.closure.is_some()
            && site
                .is_within(|slot| matches!(slot, Slot::Element | Slot::Member | Slot::Operand(_)))
            && !is_kept(site)
        {
            let whole = site.expr.span.range();
            let name = format!("it{}", whole.start);
            edits.replace(whole, format!("{{ {name} = {}; {name} }}", site.text()));
            declare_what_is_assigned(program.source, site.expr, edits);
        }
    });
}

/// `[f(.a), 1]` becomes `[f(.a), { it = 1; it }]` in the body of a closure.
fn keep_elements_in_closures(program: &Program<'_>, edits: &mut Edits) {
    program.sites(&mut |site| {
        let has_values = !matches!(
            site.expr.node,
            Node::Call(_) | Node::Query(_) | Node::Variable(_) | Node::Assign(_)
        );
        if has_values
            && site.slot == Slot::Element
            && site.is_within(|slot| matches!(slot, Slot::Closure { .. }))
        {
            let range = site.expr.span.range();
            let name = format!("it{}", range.start);
            edits.replace(range, format!("{{ {name} = {}; {name} }}", site.text()));
            declare_what_is_assigned(program.source, site.expr, edits);
        }
    });
}

/// Whether an assignment to a variable like those above keeps it already.
fn is_kept(site: &Site<'_>) -> bool {
    site.slot == Slot::Value
}

/// Lets the program begin with the variables that an expression assigns.
fn declare_what_is_assigned(source: &str, expr: &Expr, edits: &mut Edits) {
    walk(source, expr, &mut |site| {
        let (Slot::Target | Slot::ErrorTarget, Node::Variable(name)) = (site.slot, &site.expr.node)
        else {
            return;
        };
        if name != "_" {
            edits.insert(0, format!("{name} = null\n"));
        }
    });
}

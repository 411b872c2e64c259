//! Calls: the order in which fault is found, how arguments reach parameters, closures.

use crate::{checked, culprit, expect};
use vrlet_compiler::tree::{Call, Node};

#[test]
fn fault_is_found_in_order() {
    expect(&[
        ("nope(other())", &[105]),
        ("shout(\"a\", \"b\")", &[106]),
        ("shout(foo: 1)", &[108]),
        ("join(foo: 1, 2)", &[108]),
        ("shout(1)", &[110]),
        ("shout!(1)", &[110]),
        ("shout(.a)", &[110]),
        ("shout(read(1))", &[110]),
        ("join([\"a\"], shout(.b))", &[630]),
        ("shout()", &[107]),
        ("shout(\"a\") -> |i| { i }", &[109]),
        ("each([1])", &[111]),
        ("each(.a) -> |i| { i }", &[121]),
        ("each!(.a) -> |i| { i }", &[121]),
        ("each([1]) -> |i, j| { nope() }", &[120]),
        ("keep([1]) -> |i| { i }", &[122]),
        ("keep([1]) -> |i| { return i; true }", &[122]),
        ("keep([1]) -> |_i| { abort }", &[]),
        ("keep([1]) -> |_i| { break }", &[632]),
        ("each([1]) -> |_i| { break }", &[]),
        ("each([1]) -> |_i| { keep([1]) -> |_j| { break } }", &[632]),
        ("break", &[632]),
    ]);
    assert_eq!(culprit("shout(\"a\", \"b\", 3)"), "\"a\", \"b\", 3");
    assert_eq!(culprit("each([1]) -> |i, j| { i }"), "each");
    assert_eq!(culprit("keep([1]) -> |i| { i }"), "{ i }");
    assert_eq!(culprit("shout(\"a\") -> |i| { i }"), "-> |i| { i }");
    assert_eq!(culprit("each(.a) -> |i| { i }"), "each(.a) -> |i| { i }");
}

#[test]
fn elements_count() {
    expect(&[
        ("join([\"a\"])", &[]),
        ("join([\"a\", 1])", &[110]),
        ("join([\"a\", .b])", &[110]),
        ("join!([\"a\", .b])", &[]),
        ("join([])", &[]),
    ]);
}

#[test]
fn some_parameters_bind_at_compile_time() {
    expect(&[
        ("pick(\"left\")", &[]),
        ("x = \"right\"; pick(x)", &[]),
        ("pick(\"lef\" + \"t\")", &[610]),
        ("pick(\"up\")", &[610]),
        ("pick!(.a)", &[610]),
        ("list([1, \"a\"])", &[]),
        ("x = [1]; list(x)", &[610]),
        ("list([.a])", &[610]),
        ("drop(.a)", &[]),
        ("x = 1; drop(x.a)", &[]),
        ("x = 1; drop(x)", &[610]),
        ("drop(5)", &[610]),
        ("drop((.a))", &[610]),
        ("look_up({\"here\": .a})", &[]),
        ("x = {}; look_up(x)", &[610]),
        ("look_up({\"nowhere\": 1})", &[610]),
    ]);
}

fn call(source: &str) -> Call {
    let checked = checked(source).unwrap_or_else(|errors| panic!("{source}: {errors:?}"));
    match checked.tree.roots.into_iter().next_back().map(|last| last.node) {
        Some(Node::Call(call)) => *call,
        _ => panic!("{source}: ends in no call"),
    }
}

#[test]
fn arguments_find_their_parameters() {
    let given = |source: &str| -> Vec<String> {
        let show = |node: &Node| match node {
            Node::Constant(value) => format!("{value}"),
            _ => "…".to_owned(),
        };
        call(source)
            .arguments
            .iter()
            .map(|argument| argument.as_ref().map_or("-".to_owned(), |expr| show(&expr.node)))
            .collect()
    };
    assert_eq!(given("join([\"a\"], \"b\", \"c\")"), ["[\"a\"]", "\"b\"", "\"c\""]);
    assert_eq!(given("join([\"a\"], end: \"c\")"), ["[\"a\"]", "-", "\"c\""]);
    assert_eq!(given("join(with: \"b\", [\"a\"], end: \"c\")"), ["[\"a\"]", "\"b\"", "\"c\""]);
    assert_eq!(given("join(value: [\"x\"], value: [\"a\"], \"b\")"), ["[\"a\"]", "\"b\"", "-"]);
}

#[test]
fn the_machine_guards_what_is_not_proven_for_good() {
    assert!(call("shout(\"a\")").guards.is_empty());
    assert_eq!(call("x = \"a\"; shout(x)").guards.len(), 1, "a closure may change it");
    assert_eq!(call("shout!(.a)").guards.len(), 1);
    assert!(call("note(.a)").guards.is_empty(), "anything is welcome");
    let look_up = call("look_up({\"b\": .b, \"a\": 1})");
    assert_eq!((look_up.fields.len(), look_up.arguments.len()), (2, 1));
    assert!(look_up.arguments[0].is_none());
    assert!(call("drop(.a.b)").place.is_some_and(|place| place.path.len() == 2));
}

#[test]
fn closures_have_variables_of_their_own() {
    let closure = call("i = 1; each([i]) -> |i| { x = i; x }").closure.expect("a closure");
    assert_eq!((closure.params.len(), closure.locals.len()), (1, 1));
    let source = "i = 1; each([i]) -> |_| { y = \"z\"; abort y }";
    let checked = checked(source).unwrap_or_else(|errors| panic!("{source}: {errors:?}"));
    let read: Vec<_> = checked
        .tree
        .variables
        .iter()
        .map(|variable| (variable.name.as_str(), variable.read))
        .collect();
    assert_eq!(read, [("i", true), ("y", true)]);
}

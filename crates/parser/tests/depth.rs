//! Deeply nested and very long programs: nothing overflows the stack of an ordinary thread, not even in a
//! debug build, and what is refused is refused with a span.

use std::thread;

use vrlet_diagnostic::{Code, Diagnostic};
use vrlet_parser::ast::RootExpr;
use vrlet_parser::{MAX_BRACKETS, MAX_DEPTH, parse};

/// The stack of threads that Rust starts.
const STACK: usize = 2 * 1024 * 1024;

/// A stack that takes a program of one level, and no recursion over what stands side by side.
const SMALL_STACK: usize = 192 * 1024;

/// Parses in a thread of its own and returns the errors.
fn errors(source: String) -> Vec<Diagnostic> {
    errors_within(STACK, source)
}

fn errors_within(stack: usize, source: String) -> Vec<Diagnostic> {
    let parsing = move || match parse(&source) {
        Ok(ast) => ast.roots.into_iter().filter_map(broken).collect(),
        Err(diagnostics) => diagnostics,
    };
    let thread = thread::Builder::new().stack_size(stack).spawn(parsing);
    thread.expect("a thread can be started").join().expect("parsing does not panic")
}

fn broken(root: RootExpr) -> Option<Diagnostic> {
    match root {
        RootExpr::Expr(_) => None,
        RootExpr::Broken(diagnostic) => Some(diagnostic),
    }
}

/// Every way to nest: what opens, the core, what closes.
const NESTS: &[(&str, &str, &str)] = &[
    ("(", "1", ")"),
    ("1 + (", "1", ")"),
    ("a ?? b || c == d < e | f + g * (", "1", ")"),
    ("(a = ", "1", ")"),
    ("(!", "true", ")"),
    ("[", "", "]"),
    ("[1, ", "1", "]"),
    ("{ ", "1", " }"),
    ("{ x = return ", "1", " }"),
    ("{ \"a\": ", "1", " }"),
    ("f(", "1", ")"),
    ("f!(a, b: ", "1", ").c[0]"),
    ("f(", "", ").a"),
    ("if a { ", "1", " }"),
    ("if a { 1 } else if b { ", "1", " }"),
    ("x = if a { 1 } else { ", "1", " }"),
    ("if { ", "true", " } { 1 }"),
    ("f() -> |k, v| { ", "1", " }"),
    ("a, e = f() -> |k, v| { ", "1", " }"),
];

fn nested(levels: usize, (open, core, close): (&str, &str, &str)) -> String {
    format!("{}{core}{}", open.repeat(levels), close.repeat(levels))
}

#[test]
fn brackets_nest_a_hundred_deep() {
    for &nest in NESTS {
        assert!(errors(nested(25, nest)).is_empty(), "{nest:?}");
    }
    for &nest in &NESTS[..2] {
        assert!(errors(nested(MAX_BRACKETS, nest)).is_empty(), "{nest:?}");
    }
}

#[test]
fn deeper_nesting_is_refused_with_a_place() {
    for &(open, core, close) in NESTS {
        for levels in [MAX_BRACKETS, MAX_BRACKETS + 1, 300] {
            for diagnostic in errors(nested(levels, (open, core, close))) {
                assert_eq!(diagnostic.code, Code::ParserFailure, "{open}: {diagnostic:?}");
                assert!(diagnostic.span().is_some(), "{open}");
            }
            // What opens and never closes is broken all the way down.
            assert!(!errors(open.repeat(levels)).is_empty(), "{open}");
            errors(format!("{}; {}", open.repeat(MAX_BRACKETS), close.repeat(levels)));
        }
    }
    let found = errors("(".repeat(MAX_BRACKETS + 1));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].span().map(|span| span.start as usize), Some(MAX_BRACKETS));
}

/// Chains that nest without brackets: what repeats, and the end.
const CHAINS: &[(&str, &str)] = &[
    ("!", "true"),
    ("return ", "1"),
    ("abort ", "\"x\""),
    ("a = ", "1"),
    ("a, e |= ", "1"),
    ("return a = abort ", "1"),
];

#[test]
fn chains_are_refused_beyond_the_limit() {
    for (link, end) in CHAINS {
        let chain = |times: usize| errors(format!("x = {}{end}", link.repeat(times)));
        assert!(chain(60).is_empty(), "{link}");
        for times in [MAX_DEPTH, 300] {
            let found = chain(times);
            assert_eq!(found.len(), 1, "{link}");
            assert_eq!(found[0].code, Code::ParserFailure, "{link}");
        }
    }
}

#[test]
fn paths_are_refused_beyond_the_limit() {
    for segment in [".a", "[0]", ".\"a b\""] {
        let path = |times: usize| errors(format!("x = .x{}", segment.repeat(times)));
        assert!(path(MAX_DEPTH - 1).is_empty(), "{segment}");
        for times in [MAX_DEPTH, 300] {
            let found = path(times);
            assert_eq!(found.len(), 1, "{segment}");
            assert_eq!(found[0].code, Code::ParserFailure, "{segment}");
        }
    }
}

#[test]
fn what_does_not_nest_takes_no_stack() {
    let sources = [
        format!("x = 1{}", " + 1".repeat(300)),
        format!("x = a{}", " == b && a || c ?? d".repeat(75)),
        format!("x = [{}]", "1, ".repeat(1_000)),
        format!("x = .a{}", ".b[0]".repeat((MAX_DEPTH - 1) / 2)),
        format!("if a {{ 1 }}{}", " else if a { 1 }".repeat(300)),
        format!("if (a{}) {{ 1 }}", "; a".repeat(1_000)),
        format!("x = \"{}\"", "{{ a }}".repeat(300)),
        "a = 1\n".repeat(1_000),
        "\n".repeat(10_000),
    ];
    for source in sources {
        let start: String = source.chars().take(30).collect();
        let found = errors_within(SMALL_STACK, source);
        assert!(found.is_empty(), "{start}: {:?}", found.first());
    }
}

//! Resource limits: no program and no event overflows the stack or fills the memory. Nesting, loops and
//! values beyond a limit end as errors, on a small stack. The limits are set low, so that inputs stay
//! small: other engines have none of these guards.

use std::thread::{Builder, JoinHandle};

use vrlet::{Engine, Event, Limits, Outcome, RunError};

/// Deeper than any program or event may be.
const DEEP: usize = 300;

/// Runs on a thread with the stack that threads usually have.
fn on_small_stack<T: Send + 'static>(test: impl FnOnce() -> T + Send + 'static) -> JoinHandle<T> {
    Builder::new().stack_size(2 << 20).spawn(test).unwrap()
}

fn small<T: Send + 'static>(test: impl FnOnce() -> T + Send + 'static) -> T {
    on_small_stack(test).join().unwrap()
}

fn nested(open: &str, inner: &str, close: &str) -> String {
    open.repeat(DEEP) + inner + &close.repeat(DEEP)
}

/// Programs that nest too deep, or are as long, by what is repeated.
fn deep_programs() -> Vec<(&'static str, String)> {
    vec![
        ("groups", nested("(", "1", ")")),
        ("arrays", nested("[", "1", "]")),
        ("objects", nested(r#"{"a":"#, "1", "}")),
        ("blocks", nested("{ ", "1", " }")),
        ("not", nested("!", "true", "")),
        ("if", nested("if true { ", "1", " }")),
        ("else if", nested("if false { 1 } else ", "if true { 2 }", "")),
        ("calls", nested("upcase(", r#""a""#, ")")),
        ("closures", "for_each([1]) -> |_i, _v| { ".repeat(12) + "1" + &" }".repeat(12)),
        ("sums", nested("1 + ", "1", "")),
        ("mixed operators", nested("1 * 2 + ", "1", "")),
        ("or", nested("false || ", "true", "")),
        ("coalescing", nested(r#"to_int("x") ?? "#, "1", "")),
        ("assignments", nested("a = ", "1", "")),
        ("predicates", nested("if (", "true", ") { 1 }")),
        ("returns", nested("return ", "1", "")),
        ("paths", nested(".a", "", "")),
        ("indexed paths", ".a".to_owned() + &"[0]".repeat(DEEP)),
        ("path assignments", nested(".a", " = 1", "")),
        ("open groups", "(".repeat(DEEP)),
        ("open arrays", "[".repeat(DEEP)),
        ("open objects", r#"{"a":"#.repeat(DEEP)),
        ("closed brackets", ")]}".repeat(DEEP)),
    ]
}

#[test]
fn deep_programs_are_errors_or_run() {
    let attempts = deep_programs().into_iter().map(|(what, source)| {
        let attempt = move || {
            let engine = Engine::builder().build();
            if let Ok(program) = engine.compile(&source) {
                let mut event = Event::from_json("{}").unwrap();
                let _ = program.vm().run(&mut event);
            }
        };
        (what, on_small_stack(attempt))
    });
    for (what, attempt) in attempts.collect::<Vec<_>>() {
        attempt.join().unwrap_or_else(|_| panic!("{what}"));
    }
}

#[test]
fn deep_events_are_errors_or_run() {
    for text in [
        nested("[", "1", "]"),
        nested(r#"{"a":"#, "1", "}"),
        "[".repeat(DEEP),
        r#"{"a":"#.repeat(DEEP),
    ] {
        small(move || {
            let Ok(mut event) = Event::from_json(text) else { return };
            let engine = Engine::builder().build();
            let program = engine.compile(r". = [.]; encode_json(.)").unwrap();
            let _ = program.vm().run(&mut event);
        });
    }
}

/// Runs a program that must meet a limit or fail.
fn refused(source: &'static str, limits: Limits) -> RunError {
    small(move || {
        let engine = Engine::builder().limits(limits).build();
        let program = engine.compile(source).unwrap_or_else(|error| panic!("{error}"));
        let mut event = Event::from_json("{}").unwrap();
        match program.vm().run(&mut event) {
            Err(error) => error,
            Ok(outcome) => panic!("{source} ended: {outcome:?}"),
        }
    })
}

/// A body that runs a hundred times.
fn looping(body: &str) -> &'static str {
    let open = "for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| { ".repeat(2);
    let source = format!("x = \"ab\"\ny = []\nz = {{}}\n{open}{body} }} }}\nlength(string!(x))");
    source.leak()
}

#[test]
fn values_that_grow_deep_meet_the_limit() {
    let limits = Limits { depth: 20, ..Limits::default() };
    for body in ["x = [x]", r#"x = {"a": x}"#, "y = [y]", "z.a = z", "x = [[0], [x]]"] {
        let error = refused(looping(body), limits);
        assert!(error.stopped, "{body}: {error}");
    }
    // These double with each turn.
    let limits = Limits { depth: 8, ..Limits::default() };
    for source in [
        ".a = .\n".repeat(12).leak(),
        "x = [1]; for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| { x = push(x, x) }",
    ] {
        let error = refused(source, limits);
        assert!(error.stopped, "{source}: {error}");
    }
}

#[test]
fn steps_are_counted_in_closures_too() {
    let limits = Limits { steps: 100, ..Limits::default() };
    for body in ["x = \"cd\"", ".a = 1", "1 + 1"] {
        let error = refused(looping(body), limits);
        assert!(error.stopped && error.message.contains("100"), "{body}: {error}");
    }
}

/// Runs a program over `{"list": [0, 1, …]}`; how it ended, and the steps that it took.
fn counted(source: &str, elements: usize, steps: u64) -> (Result<Outcome, RunError>, u64) {
    let engine = Engine::builder().limits(Limits { steps, ..Limits::default() }).build();
    let program = engine.compile(source).unwrap_or_else(|error| panic!("{source}: {error}"));
    let list: Vec<String> = (0..elements).map(|element| element.to_string()).collect();
    let mut event = Event::from_json(format!("{{\"list\":[{}]}}", list.join(","))).unwrap();
    let mut vm = program.vm();
    let ended = vm.run(&mut event);
    (ended, vm.steps())
}

/// The instructions of a program, as `vrlet disasm` shows them.
fn instructions(source: &str) -> u64 {
    let program = Engine::builder().build().compile(source).unwrap();
    let lines = program.disassemble();
    lines.lines().filter(|line| !line.trim_start().starts_with(';')).count() as u64
}

const LOOPS: &[&str] = &[
    "for_each(array!(.list)) -> |_i, v| { .last = v }",
    "for_each(array!(.list)) -> |_i, _v| { null }",
    "for_each(array!(.list)) -> |_i, v| { for_each([1, 2]) -> |_j, w| { .last = [v, w] } }",
    ".list = map_values(array!(.list)) -> |v| { [v] }",
    ".list = filter(array!(.list)) -> |_i, v| { v == 1 || v == 2 }",
    "x = 0\nfor_each(array!(.list)) -> |_i, _v| { x = to_int(\"no\") ?? x }\n.x = x",
];

#[test]
fn every_instruction_that_runs_is_a_step() {
    let long: String = (0..1000).map(|number| format!(".field_{number} = .list\n")).collect();
    for source in [".a = 1", ".a = upcase(\"b\")\n.b = .a\n.c = [.a, .b]", &long] {
        assert_eq!(counted(source, 0, u64::MAX).1, instructions(source), "{source}");
    }
    // What a run without turns leaves out is the code of the closure.
    let (_, none) = counted(LOOPS[0], 0, u64::MAX);
    let (_, ten) = counted(LOOPS[0], 10, u64::MAX);
    assert_eq!(none + 10 * (instructions(LOOPS[0]) - none), ten);
}

#[test]
fn loops_take_as_many_steps_as_they_have_turns() {
    for source in LOOPS {
        let [none, one, two, many] = [10, 11, 12, 110].map(|elements| {
            let (ended, steps) = counted(source, elements, u64::MAX);
            assert!(ended.is_ok(), "{source}: {ended:?}");
            steps
        });
        assert!(one > none, "{source}");
        assert_eq!((two - one, many - none), (one - none, 100 * (one - none)), "{source}");
    }
}

#[test]
fn a_run_stops_where_it_takes_one_step_more_than_the_limit() {
    let straight: String =
        (0..1000).map(|number| format!(".field_{number} = {number}\n")).collect();
    let branches: String =
        (0..500).map(|n| format!("if .a == {n} {{ .b = 1 }} else {{ .c = 2 }}\n")).collect();
    let calls: String = (0..500).map(|_| ".a = upcase(\"a\" + \"b\")\n").collect();
    let failures: String = (0..500).map(|_| ".a = to_int(.list) ?? 0\n").collect();
    let ends = "if is_array(.list) { return 1 }\n.a = 1";
    let programs = [&straight, &branches, &calls, &failures, ends].into_iter();
    for source in programs.chain(LOOPS.iter().copied()) {
        let (ended, steps) = counted(source, 50, u64::MAX);
        assert!(ended.is_ok() && steps > 0, "{source}: {ended:?}");
        assert_eq!(counted(source, 50, steps), (ended, steps), "{source}");
        for limit in [steps - 1, steps / 2, 0] {
            let (ended, taken) = counted(source, 50, limit);
            let error = ended.expect_err(source);
            assert!(error.stopped && error.message.contains(&limit.to_string()), "{error}");
            assert!(taken > limit && taken <= steps, "{source}: {taken} of {steps}, limit {limit}");
            assert_eq!(counted(source, 50, limit).1, taken, "{source}");
        }
    }
}

#[test]
fn texts_that_would_be_too_long_are_errors() {
    // 80 million bytes, where 64 MiB is the most.
    for source in [r#""ab" * 40000000"#, r#"x = "ab" * 2; x * 20000000"#, r#"40000000 * "ab""#] {
        let error = refused(source, Limits::default());
        assert!(!error.stopped, "{source}: {error}");
    }
}

#[test]
fn results_that_would_be_too_long_are_errors() {
    let limits = Limits { bytes: 1_000, ..Limits::default() };
    let error = refused("format_number(1.5, 2000)", limits);
    assert!(error.message.contains("more than 1000 bytes"), "{error}");
}

#[test]
fn indices_far_outside_are_errors() {
    for source in [".a[100001] = 1", "x = []; x[100001] = 1; x", ".a[0].b[100001] = 1"] {
        let error = refused(source, Limits::default());
        assert!(error.message.contains("write to an index nearer to its end"), "{error}");
    }
}

#[test]
fn a_stopped_run_is_not_caught() {
    let limits = Limits { steps: 1_000, ..Limits::default() };
    let source = "x, err = { for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| {\n\
                  for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| { for_each([0,1,2,3,4,5,6,7,8,9]) -> |_i, _v| { .a = 1 } } }\n\
                  to_int(\"x\") }\nx";
    assert!(refused(source, limits).stopped);
}

#[test]
fn long_programs_compile() {
    let source: String =
        (0..10_000).map(|number| format!(".field_{number} = {number} + 1\n")).collect();
    let program = Engine::builder().build().compile(&source).unwrap();
    let mut event = Event::from_json("{}").unwrap();
    assert_eq!(program.vm().run(&mut event).unwrap(), Outcome::Value(10_000.into()));
}

/// What makes a text small, and large again; each of them ends in the text.
const COMPRESSORS: &[(&str, &str)] = &[
    ("encode_gzip(text)", "decode_gzip!(bytes)"),
    ("encode_gzip(text) + encode_gzip(\"\")", "decode_gzip!(bytes)"),
    ("encode_zlib(text)", "decode_zlib!(bytes)"),
    ("encode_zstd(text)", "decode_zstd!(bytes)"),
    // A block of 128 KiB in a frame that does not say how much is in it.
    ("decode_base16!(\"28b52ffd0058\" + \"02001061\" * 31 + \"03001061\")", "decode_zstd!(bytes)"),
    ("encode_snappy!(text)", "decode_snappy!(bytes)"),
    ("encode_lz4!(text)", "decode_lz4!(bytes, prepended_size: true)"),
    ("encode_lz4!(text, prepend_size: false)", "decode_lz4!(bytes, buf_size: 100000000)"),
];

#[test]
fn what_decompresses_meets_the_limit() {
    const SIZE: u64 = 4 << 20;
    for (compress, decompress) in COMPRESSORS {
        let run = |bytes, source: &str| {
            let limits = Limits { bytes, ..Limits::default() };
            let program = Engine::builder().limits(limits).build().compile(source).unwrap();
            program.vm().run(&mut Event::from_json("{}").unwrap())
        };
        let make = format!("text = \"a\" * {SIZE}; encode_base16({compress})");
        let Ok(Outcome::Value(bytes)) = run(u64::MAX, &make) else { panic!("{compress}") };
        let bytes = bytes.as_text().unwrap().to_string();
        let source = format!("bytes = decode_base16!(\"{bytes}\"); length({decompress})");
        for enough in [SIZE, u64::MAX] {
            let length = run(enough, &source).unwrap();
            assert_eq!(length, Outcome::Value((SIZE as i64).into()), "{compress}");
        }
        for less in [SIZE - 1, 1_000, 0] {
            let error = run(less, &source).expect_err(compress);
            let expected = format!("more than {less} bytes");
            assert!(error.message.contains(&expected), "{compress}: {error}");
        }
    }
}

#[test]
fn sizes_that_are_not_true_make_no_room() {
    const SIZE: u64 = 1_000_000;
    let limits = Limits { bytes: SIZE, ..Limits::default() };
    for source in [
        // A megabyte and a half, it says, before a block of a few bytes.
        r#"decode_zstd!(decode_base16!("28b52ffda060e31600310000612074657874"))"#,
        r#"decode_snappy!(decode_base16!("e0c65b14612074657874"))"#,
        r#"decode_lz4!(decode_base16!("60e31600606120746578"), prepended_size: true)"#,
    ] {
        for bytes in [SIZE, 2 * SIZE] {
            refused(source, Limits { bytes, ..limits });
        }
    }
    // What is asked for is no promise of what there is.
    let source = r#"decode_lz4!(decode_base16!("60612074657874"), buf_size: 1500000)"#;
    let program = Engine::builder().limits(limits).build().compile(source).unwrap();
    let outcome = program.vm().run(&mut Event::from_json("{}").unwrap()).unwrap();
    assert_eq!(outcome, Outcome::Value("a text".into()));
}

#[test]
fn endless_labels_are_not_looked_at() {
    // Longer than any label that is looked at, short enough for those who look at all of it.
    const MANY: usize = 2_100;
    let label = "a".repeat(MANY);
    for (source, expected) in [
        (r#"decode_punycode!("xn--" + "a" * 2100, validate: false)"#, format!("xn--{label}")),
        (r#"encode_punycode("é" * 2100, validate: false) ?? "none""#, "none".to_owned()),
        (r#"decode_punycode("xn--" + "a" * 2100) ?? "none""#, "none".to_owned()),
        (r#"encode_punycode("é" * 2100) ?? "none""#, "none".to_owned()),
    ] {
        let program = Engine::builder().build().compile(source).unwrap();
        let outcome = program.vm().run(&mut Event::from_json("{}").unwrap()).unwrap();
        assert_eq!(outcome, Outcome::Value(expected.into()), "{source}");
    }
}

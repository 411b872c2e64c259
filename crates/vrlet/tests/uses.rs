//! Tests of what programs are said to touch, construct by construct.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use vrlet::enrichment::CsvOptions;
use vrlet::{Engine, Names, Paths, Places, Uses};

fn uses(source: &str) -> Uses {
    let engine = Engine::builder().build();
    engine.compile(source).unwrap_or_else(|error| panic!("{error}")).uses().clone()
}

/// The event's places: what is read, an arrow, what is written.
fn event(source: &str) -> String {
    places(&uses(source).event, ".")
}

fn places(places: &Places, root: &str) -> String {
    let list = |paths: &Paths| {
        paths.iter().map(|path| format!("{root}{path}")).collect::<Vec<_>>().join(" ")
    };
    format!("{} -> {}", list(&places.reads), list(&places.writes)).trim().to_owned()
}

#[track_caller]
fn touches(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(event(source), *expected, "{source}");
    }
}

#[test]
fn reads() {
    touches(&[
        ("1", "->"),
        (".", "->"),
        (".a", ".a ->"),
        ("[.a, { \"x\": .b.c }]", ".a .b.c ->"),
        (".a.b; .a", ".a ->"),
        ("x = .a.b; [x, .a.b.c]", ".a.b ->"),
        (".tags[0] == .tags[-1]", ".tags[-1] .tags[0] ->"),
        ("x = .", ". ->"),
        ("keys(.)", ". ->"),
        ("get!(., [\"a\", \"b\"])", ". ->"),
        ("get!(.a, [\"b\"])", ".a ->"),
        ("exists(.a.b)", ".a.b ->"),
        ("type_def(.a)", "->"),
        ("is_string(.a) && .b == 1 || !exists(.c)", ".a .b .c ->"),
        ("if .a == 1 { .b } else if .c == 2 { .d } else { .e }", ".a .b .c .d .e ->"),
        ("x = string!(.a); \"<{{ x }}>\"", ".a ->"),
        ("{ \"a\": .b }.a", ".b ->"),
        ("string(.a) ?? string(.b) ?? \"\"", ".a .b ->"),
        ("upcase!(value: .a)", ".a ->"),
        ("abort string!(.a)", ".a ->"),
        ("if .a == 1 { return .b }", ".a .b ->"),
    ]);
}

#[test]
fn what_is_dropped_is_not_read() {
    touches(&[
        (".a; 1", "->"),
        ("[.a, upcase!(.b)]; 1", ".b ->"),
        ("if true { .a } else { .b }; 1", "->"),
        (".a == .b; 1", ".a .b ->"),
    ]);
}

#[test]
fn the_event_as_the_result_is_no_read() {
    for source in [".", ".a = 1; .", "if .a == 1 { . } else { return . }", ". |= {}"] {
        assert!(uses(source).returns_event, "{source}");
        assert!(!uses(source).event.reads.is_all(), "{source}");
    }
    for source in ["[.]", "x = .; x", ".a", "% |= {}", "{ . }.a", "map_values([1]) -> |_v| { . }"] {
        assert!(!uses(source).returns_event, "{source}");
    }
}

#[test]
fn writes() {
    touches(&[
        (".a = 1", "-> .a"),
        (".a.b[0].c = .d", ".d -> .a.b[0].c"),
        (".a = .b = 1", "-> .a .b"),
        (". = {}", "-> ."),
        (". = { \"a\": .b }", ".b -> ."),
        (". = set!(., [\"a\"], 1)", ". -> ."),
        ("%a = .b", ".b ->"),
        (".a, .err = to_int(.b)", ".b -> .a .err"),
        ("_, err = to_int(.b); err", ".b ->"),
        ("if .a == 1 { .b = 2 } else { .c = 3 }", ".a -> .b .c"),
        ("x, .e = to_int(.n)", ".n -> .e"),
    ]);
}

#[test]
fn variables_hold_values_not_places() {
    touches(&[
        ("x = .a; x.b = 1", ".a ->"),
        ("x = .a; x.b = 1; .c = x", ".a -> .c"),
        ("x = {}; x.a = .b; x |= { \"c\": .d }; .e = x", ".b .d -> .e"),
        ("x = .; del(x.a); x.b", ". ->"),
    ]);
}

#[test]
fn removals() {
    touches(&[
        ("del(.a.b); 1", "-> .a.b"),
        ("del(.a.b)", ".a.b -> .a.b"),
        (".b = del(.a)", ".a -> .a .b"),
        ("del(.a[0]); 1", "-> .a[0]"),
        // What the removal leaves empty goes too, up to the first field.
        ("del(.a.b.c, compact: true); 1", ".a -> .a"),
        ("del(.); 1", "-> ."),
        ("del(%a); .", "->"),
        (". = remove!(., [\"a\"])", ". -> ."),
        ("remove_metadata_field(\"a\"); .", "->"),
    ]);
}

#[test]
fn merges() {
    touches(&[
        (". |= { \"a\": .b, \"c\": 1 }; 1", ".b -> .a .c"),
        (". |= { \"a\": 1 }; .d", ".d -> .a"),
        (". |= object!(.b); 1", ".b -> ."),
        (". |= object!(parse_json!(string!(.message))); del(.message); 1", ".message -> ."),
        (". |= parse_groks!(.message, [\"%{IP:ip} %{WORD:user}\"]); .", ".message -> ."),
        (". |= parse_regex(.m, r'(?P<x>a)') ?? { \"y\": 1 }; .", ".m -> .\"0\" .\"1\" .x .y"),
        // The empty object that a failure leaves replaces everything.
        ("., err |= object(.b); err", ". -> ."),
        (".a = {}; .a |= { \"b\": 1 }; 1", ".a -> .a"),
        ("x = . |= { \"a\": 1 }; x", ". -> .a"),
        (". = merge(., { \"a\": 1 })", ". -> ."),
        (".a = merge(object!(.b), object!(.c))", ".b .c -> .a"),
        // What is known of a variable may be out of date.
        ("x = { \"a\": 1 }; for_each([1]) -> |_i, _v| { x = { \"b\": 2 } }; . |= x; 1", "-> ."),
        (
            "x = { \"a\": 1 }; for_each([1]) -> |_i, _v| { x = { \"b\": 2 } }; . |= merge(x, {}); 1",
            "-> .",
        ),
    ]);
}

#[test]
fn closures() {
    touches(&[
        ("for_each(array!(.a)) -> |_i, v| { .b = v; .c.d = .e }", ".a .e -> .b .c.d"),
        (
            ".b = map_values(object!(.a)) -> |v| { if exists(.c) { v } else { null } }",
            ".a .c -> .b",
        ),
        ("for_each(object!(.)) -> |k, _v| { .seen = k }", ". -> .seen"),
        ("for_each([1]) -> |_i, _v| { .a }", "->"),
        ("filter([1]) -> |_i, _v| { return .a == 1 }", ".a ->"),
    ]);
}

#[test]
fn functions_that_look_around_their_place() {
    touches(&[(". = unnest!(.a.b)", ". -> ."), ("x = {\"a\": .b}; unnest!(x.a)", ".b ->")]);
}

#[test]
fn metadata_is_told_apart() {
    let of = |source| places(&uses(source).metadata, "%");
    assert_eq!(of("%a.b = %c; .a = 1"), "%c -> %a.b");
    assert_eq!(of("% = {}"), "-> %");
    assert_eq!(of("% |= { \"a\": 1 }; 1"), "-> %a");
    assert_eq!(of("%"), "% ->");
    assert_eq!(of("get_metadata_field(\"a\")"), "%a ->");
    assert_eq!(of("set_metadata_field(\"a\", 1)"), "-> %a");
    assert_eq!(of("del(%a); 1"), "-> %a");
}

#[test]
fn functions_by_name() {
    let uses = uses("x = type_def(.a); for_each([1]) -> |_i, _v| { .b = upcase(\"a\") }; x");
    assert_eq!(
        uses.functions.iter().copied().collect::<Vec<_>>(),
        ["for_each", "type_def", "upcase"]
    );
}

#[test]
fn how_a_program_can_end() {
    let ends = |source| (uses(source).can_fail, uses(source).can_abort);
    for source in [
        "1",
        ".a = string(.b) ?? \"\"",
        ".a, err = to_int(.b)",
        "parse_json!(string!(.a)) ?? null",
        "x, err = { to_int!(.a) }; x",
        "{ to_int!(.a) } ?? { to_int!(.b) } ?? 1",
        ".a[99999] = 1",
    ] {
        assert_eq!(ends(source), (false, false), "{source}");
    }
    for source in [
        "to_int!(.a)",
        ".a = string!(.b)",
        "string(.b) ?? string!(.c)",
        "if exists(.a) { .b = to_int!(.a) }",
        "for_each([1]) -> |_i, _v| { .x = to_int!(.a) }",
        ".a[100000] = 1",
    ] {
        assert_eq!(ends(source), (true, false), "{source}");
    }
    assert_eq!(ends("if .a == 1 { abort }"), (false, true));
    assert_eq!(ends("abort string!(.a)"), (true, true));
}

fn names(names: &Names) -> Option<Vec<&str>> {
    match names {
        Names::All => None,
        Names::Some(names) => Some(names.iter().map(String::as_str).collect()),
    }
}

#[test]
fn secrets_by_name_where_it_is_known() {
    let some = uses("set_secret(\"b\", string!(get_secret(\"a\"))); remove_secret(key: \"c\")");
    assert_eq!(names(&some.secrets_read), Some(vec!["a"]));
    assert_eq!(names(&some.secrets_written), Some(vec!["b", "c"]));
    let any = uses("get_secret(\"a\"); get_secret(string!(.name))");
    assert_eq!(names(&any.secrets_read), None);
    assert!(any.secrets_read.contains("x") && any.secrets_written.is_empty());
    // A constant in a variable may be out of date.
    assert_eq!(names(&uses("x = \"a\"; get_secret(x)").secrets_read), None);
}

#[test]
fn tables_with_their_columns() {
    let table = CsvOptions::default()
        .read("protocol", "number,keyword,reference\n6,TCP,RFC\n".as_bytes())
        .unwrap();
    let engine = Engine::builder().table("protocol", table).build();
    let tables = |source: &str| engine.compile(source).unwrap().uses().tables.clone();
    let all = tables("get_enrichment_table_record!(\"protocol\", { \"number\": .n })");
    assert_eq!(all["protocol"].searched.iter().collect::<Vec<_>>(), ["number"]);
    assert_eq!(names(&all["protocol"].selected), None);
    let some = tables(
        "name = \"protocol\"\n\
         get_enrichment_table_record!(name, { \"number\": .n }, [\"keyword\"])\n\
         find_enrichment_table_records!(name, { \"keyword\": .k }, select: [\"reference\"])",
    );
    assert_eq!(some["protocol"].searched.iter().collect::<Vec<_>>(), ["keyword", "number"]);
    assert_eq!(names(&some["protocol"].selected), Some(vec!["keyword", "reference"]));
    let unknown =
        tables("get_enrichment_table_record!(\"protocol\", { \"number\": .n }, array!(.columns))");
    assert_eq!(names(&unknown["protocol"].selected), None);
    assert!(tables(".a = 1").is_empty());
}

#[test]
fn what_is_asked_of_the_world() {
    let outside = |source| {
        let outside = uses(source).outside;
        let asked = [
            ("network", outside.network),
            ("environment", outside.environment),
            ("files", outside.files),
            ("clock", outside.clock),
            ("random", outside.random),
            ("log", outside.log),
        ];
        let asked = asked.iter().filter(|(_, is_asked)| *is_asked);
        asked.map(|(name, _)| *name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(outside("upcase(\"a\")"), "");
    assert_eq!(outside("reverse_dns!(\"127.0.0.1\")"), "network");
    assert_eq!(outside("get_env_var!(\"HOME\")"), "environment");
    assert_eq!(outside("now()"), "clock");
    assert_eq!(outside("uuid_v4()"), "random");
    assert_eq!(outside("log(\"a\")"), "clock log");
    assert_eq!(
        outside("for_each([1]) -> |_i, _v| { .a = [now(), random_bool()] }"),
        "clock random"
    );
}

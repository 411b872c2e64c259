//! Tests of static analysis, over finished and unfinished programs.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use vrlet::{Analysis, Engine, Event, Session, VariableUse};

fn analyse(source: &str) -> Analysis {
    Engine::builder().build().analyse(source)
}

/// The piece with a known type at a mark, and its type.
#[track_caller]
fn type_at(marked: &str) -> (String, String) {
    let (source, offset) = unmarked(marked);
    let analysis = analyse(&source);
    let piece = analysis.type_at(offset).unwrap_or_else(|| panic!("nothing known in {marked}"));
    let fails = if piece.type_def.fallible { ", can fail" } else { "" };
    (source[piece.span.range()].to_owned(), format!("{}{fails}", piece.type_def.kind))
}

/// A program without its mark `|`, and where that was.
fn unmarked(marked: &str) -> (String, usize) {
    let offset = marked.find('¦').expect("a mark");
    (marked.replacen('¦', "", 1), offset)
}

#[test]
fn types_of_the_innermost_expression() {
    for (marked, piece, kind) in [
        ("x = ¦1 + 2.5", "1", "integer"),
        ("x = 1 ¦+ 2.5", "1 + 2.5", "float"),
        ("¦x = 1", "x", "integer"),
        ("x ¦= \"a\"", "x = \"a\"", "string"),
        ("upcase(string!(.¦a))", ".a", "any"),
        ("upcase(str¦ing!(.a))", "string!(.a)", "string"),
        ("x = par¦se_json(\"{}\") ?? null", "parse_json(\"{}\")", "any"),
        ("¦.a.b = 1; .a.b", ".a", "object"),
        ("[1, ¦\"a\"]", "\"a\"", "string"),
        ("{ \"k\": ¦true }", "true", "boolean"),
        ("if .a == 1 { ¦\"x\" } else { 2 }", "\"x\"", "string"),
        (
            "¦if .a == 1 { \"x\" } else { 2 }",
            "if .a == 1 { \"x\" } else { 2 }",
            "string or integer",
        ),
        ("map_values({\"a\": 1}) -> |¦v| { v }", "v", "integer"),
        ("map_values({\"a\": 1}) -> |v| { ¦v }", "v", "integer"),
        ("x, er¦r = to_int(.a)", "err", "string or null"),
        ("¦x, err = to_int(.a)", "x", "integer"),
        ("%a = ¦%b", "%b", "any"),
        ("x = \"a\"; \"<{{ ¦x }}>\"", "\"<{{ x }}>\"", "string"),
    ] {
        let found = type_at(marked);
        let known =
            if kind == "any" || kind == "object" { found.1.clone() } else { kind.to_owned() };
        assert_eq!(found, (piece.to_owned(), known), "{marked}");
    }
}

#[test]
fn types_of_what_a_path_leads_through() {
    assert_eq!(type_at("x = { \"a\": { \"b\": 1 } }; ¦x.a.b").0, "x");
    assert_eq!(type_at("x = { \"a\": { \"b\": 1 } }; x¦.a.b").0, "x.a");
    assert_eq!(type_at("x = { \"a\": { \"b\": 1 } }; x.a.¦b").1, "integer");
    assert_eq!(type_at(".a = \"x\"; .a = ¦.a").1, "string");
    assert_eq!(type_at(".a = 1; .a = ¦.a + 1").1, "integer");
    assert_eq!(type_at(".a.b = 1; x = .a¦.b").1, "integer");
}

#[test]
fn types_follow_the_source() {
    assert_eq!(type_at("x = 1; x = \"a\"; ¦x").1, "string");
    assert_eq!(type_at("x = 1; ¦x; x = \"a\"").1, "integer");
    assert_eq!(type_at("x = 1; if .a == 1 { x = \"a\" }; ¦x").1, "string or integer");
}

/// The pieces of the source that name a variable; those that write it with a `=`.
fn mentions(source: &str, variable: &VariableUse) -> Vec<String> {
    let text = |mention: &vrlet::Mention| {
        assert_eq!(&source[mention.span.range()], variable.name);
        format!("{}{}", mention.span.start, if mention.is_write { "=" } else { "" })
    };
    variable.mentions.iter().map(text).collect()
}

#[track_caller]
fn variables(source: &str, expected: &[(&str, &[&str])]) {
    let analysis = analyse(source);
    let found: Vec<(&str, Vec<String>)> = analysis
        .variables
        .iter()
        .map(|variable| (variable.name.as_str(), mentions(source, variable)))
        .collect();
    let expected: Vec<(&str, Vec<String>)> = expected
        .iter()
        .map(|(name, places)| (*name, places.iter().map(|place| (*place).to_owned()).collect()))
        .collect();
    assert_eq!(found, expected, "{source}");
    for variable in &analysis.variables {
        assert_eq!(variable.definition, Some(variable.mentions[0].span));
    }
}

#[test]
fn variables_with_all_that_names_them() {
    variables("x = 1; y = x; x + y", &[("x", &["0=", "11", "14"]), ("y", &["7=", "18"])]);
    variables("x.a = 1; x |= { \"b\": 2 }; del(x.a)", &[("x", &["0=", "9=", "30"])]);
    variables("x, err = to_int(.a); [x, err]", &[("x", &["0=", "22"]), ("err", &["3=", "25"])]);
    variables("x = \"a\"; \"<{{  x  }}>\"", &[("x", &["0=", "15"])]);
    variables("if (x = 1; x == 1) { x }", &[("x", &["4=", "11", "21"])]);
}

#[test]
fn variables_of_one_name_in_scopes_of_their_own() {
    variables(
        "map_values([1]) -> |v| { v }; v = 2; v",
        &[("v", &["20=", "25"]), ("v", &["30=", "37"])],
    );
    variables("{ x = 1; x }; x = 2", &[("x", &["2=", "9"]), ("x", &["14="])]);
    let source = "v = 1; map_values([1]) -> |v| { v }; v";
    let analysis = analyse(source);
    assert_eq!(mentions(source, analysis.variable_at(0).unwrap()), ["0=", "37"]);
    assert_eq!(mentions(source, analysis.variable_at(32).unwrap()), ["27=", "32"]);
    assert_eq!(analysis.variable_at(2), None);
}

#[test]
fn calls_with_what_they_can_do() {
    let source = "upcase(string!(.a)); for_each([1]) -> |_i, _v| { to_int(.b) ?? 0 }";
    let analysis = analyse(source);
    let calls: Vec<(&str, &str, Option<bool>)> = analysis
        .calls
        .iter()
        .map(|call| (call.function.name, &source[call.span.range()], call.can_fail))
        .collect();
    let expected = [
        ("upcase", "upcase(string!(.a))", Some(false)),
        ("string", "string!(.a)", Some(true)),
        ("for_each", "for_each([1])", Some(false)),
        ("to_int", "to_int(.b)", Some(true)),
    ];
    assert_eq!(calls, expected);
    assert_eq!(analysis.call_at(2).unwrap().function.name, "upcase");
    assert!(analysis.call_at(6).is_none());
}

#[test]
fn a_program_that_does_not_compile_is_known_as_far_as_it_does() {
    let source =
        "size = length(string!(.message))\n.big = size > limit\n.n = size\n.x = upcase!(1)";
    let analysis = analyse(source);
    assert!(!analysis.compiles());
    assert_eq!(analysis.errors().count(), 2);
    assert_eq!(
        analysis.type_at(source.rfind("size").unwrap()).unwrap().type_def.kind.to_string(),
        "integer"
    );
    assert_eq!(analysis.variable_at(0).unwrap().mentions.len(), 3);
    assert_eq!(analysis.call_at(source.find("upcase").unwrap()).unwrap().can_fail, None);
    assert!(analysis.uses.functions.contains("length"));
    let reads: Vec<String> = analysis.uses.event.reads.iter().map(ToString::to_string).collect();
    assert_eq!(reads, ["message"]);
}

#[test]
fn a_program_that_does_not_parse_is_known_around_the_fault() {
    let analysis = analyse("x = 1\ny = = 2\nz = x");
    assert_eq!(analysis.errors().count(), 1);
    assert_eq!(analysis.variables.len(), 2);
    // An open quote spoils what follows it.
    let analysis = analyse("x = 1\ny = x\nz = \"open\nx");
    assert_eq!(analysis.diagnostics.len(), 1);
    assert!(!analysis.compiles());
    assert_eq!(analysis.diagnostics[0].code.number(), 207);
    assert_eq!(analysis.variable_at(0).unwrap().mentions.len(), 2);
    for source in ["", "\"", "{", "x =", "\u{feff}", "é\"", "(((((((((("] {
        analyse(source);
    }
}

#[test]
fn warnings_come_with_errors() {
    let analysis = analyse("x = upcase!(\"a\")\n.y = nobody");
    let codes: Vec<u16> =
        analysis.diagnostics.iter().map(|diagnostic| diagnostic.code.number()).collect();
    assert_eq!(codes, [701, 620]);
}

#[test]
fn the_diagnostics_are_those_of_compiling() {
    let engine = Engine::builder().build();
    for source in
        ["x = 1", ".a = upcase!(\"a\"); .b", "upcase(.a)", "x = ", "y\nz\nupcase()", "\"a"]
    {
        let analysis = engine.analyse(source);
        let (expected, compiles) = match engine.compile(source) {
            Ok(program) => (program.warnings().to_vec(), true),
            Err(error) => (error.diagnostics, false),
        };
        let found = if compiles {
            analysis.diagnostics.clone()
        } else {
            analysis.errors().cloned().collect()
        };
        assert_eq!((found, analysis.compiles()), (expected, compiles), "{source}");
    }
}

/// What is known at a mark: the event and the variables.
fn known(marked: &str) -> String {
    let (source, offset) = unmarked(marked);
    let known = Engine::builder().build().analyse_at(&source, offset).known.unwrap();
    let variables = known.variables.iter();
    let variables = variables.map(|variable| format!("{}: {}", variable.name, variable.kind));
    let fields = known.event.as_object().into_iter().flat_map(|fields| fields.known());
    let fields = fields.map(|(name, kind)| format!(".{name}: {kind}"));
    variables.chain(fields).collect::<Vec<_>>().join("; ")
}

#[test]
fn what_is_known_at_a_place() {
    assert_eq!(known("x = 1; ¦y = 2"), "x: integer");
    assert_eq!(known("x = 1; y = 2¦"), "x: integer; y: integer");
    assert_eq!(known(".a = 1; if .b == 1 { x = \"a\"; ¦null }; z = 1"), "x: string; .a: integer");
    assert_eq!(known("map_values({ \"a\": 1 }) -> |v| { ¦null }"), "v: integer");
    assert_eq!(known("x = 1; { y = 2 }; ¦null"), "x: integer");
    assert_eq!(known("¦"), "");
}

#[test]
fn a_session_knows_what_came_before() {
    let mut session = Session::new(Engine::builder().build());
    let mut event = Event::from_json("{}").unwrap();
    session.compile("x = 1; .a = \"s\"").unwrap().run(&mut event).unwrap();
    let analysis = session.analyse("x = x + 1; y = .a");
    assert_eq!(analysis.variables[0].definition, None);
    assert_eq!(analysis.variables[1].name, "y");
    assert_eq!(analysis.type_at(15).unwrap().type_def.kind.to_string(), "string");
    let known = session.analyse_at("", 0).known.unwrap();
    assert_eq!(known.variables[0].name, "x");
}

#[test]
fn strict_engines_say_what_they_refuse() {
    let engine = Engine::builder().strict(true).build();
    assert!(!engine.analyse(".a = 1 ?? 2").compiles());
    assert!(analyse(".a = 1 ?? 2").compiles());
}

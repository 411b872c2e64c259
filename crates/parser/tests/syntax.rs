//! The syntax of the language as tables: what parses to which tree, what does not, with which code and span.

use vrlet_diagnostic::{Diagnostic, LineIndex};
use vrlet_parser::ast::{Ast, Expr, Literal, Node, RootExpr, Step, TemplatePart};
use vrlet_parser::parse;
use vrlet_value::Root;

fn broken(source: &str) -> Vec<Diagnostic> {
    let broken = |root| match root {
        RootExpr::Expr(_) => None,
        RootExpr::Broken(diagnostic) => Some(diagnostic),
    };
    match parse(source) {
        Ok(ast) => ast.roots.into_iter().filter_map(broken).collect(),
        Err(diagnostics) => diagnostics,
    }
}

/// The errors as `code@line:column`, blank-separated.
fn errors(source: &str) -> String {
    let index = LineIndex::new(source);
    let place = |diagnostic: Diagnostic| {
        let place = index.line_column(diagnostic.span().unwrap_or_default().start);
        format!("{}@{}:{}", diagnostic.code.number(), place.line, place.column)
    };
    broken(source).into_iter().map(place).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn fine(sources: &[&str]) {
    for source in sources {
        assert_eq!(errors(source), "", "{source:?}");
    }
}

#[track_caller]
fn wrong(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(errors(source), *expected, "{source:?}");
    }
}

fn roots(source: &str) -> Vec<Expr> {
    let Ast { roots, .. } = parse(source).expect("the text as a whole can be read");
    roots
        .into_iter()
        .map(|root| match root {
            RootExpr::Expr(expr) => expr,
            RootExpr::Broken(diagnostic) => panic!("{source:?}: {diagnostic:?}"),
        })
        .collect()
}

/// A program with every pair of operator and operands between parentheses, so that its structure
/// shows in one line.
fn shape(source: &str) -> String {
    roots(source).iter().map(show).collect::<Vec<_>>().join("; ")
}

fn list(exprs: &[Expr]) -> String {
    exprs.iter().map(show).collect::<Vec<_>>().join(", ")
}

fn show(expr: &Expr) -> String {
    match &expr.node {
        Node::Literal(Literal::Null) => "null".to_owned(),
        Node::Literal(Literal::Boolean(value)) => value.to_string(),
        Node::Literal(Literal::Integer(value)) => value.to_string(),
        Node::Literal(Literal::Float(value)) => format!("{value:?}"),
        Node::Literal(Literal::String(text)) => format!("{text:?}"),
        Node::Literal(Literal::Regex(text)) => format!("r{text:?}"),
        Node::Literal(Literal::Timestamp(text)) => format!("t{text:?}"),
        Node::Template(parts) => {
            let part = |part: &TemplatePart| match part {
                TemplatePart::Text(text) => format!("{text:?}"),
                TemplatePart::Variable(name) => name.text.clone(),
            };
            format!("template({})", parts.iter().map(part).collect::<Vec<_>>().join(" "))
        }
        Node::Group(inner) => format!("group {}", show(inner)),
        Node::Block(block) => format!("block({})", list(&block.exprs)),
        Node::Array(elements) => format!("array({})", list(elements)),
        Node::Object(entries) => {
            let entry = |(key, value): &(_, Expr)| -> String {
                let key: &vrlet_parser::ast::Name = key;
                format!("{:?}: {}", key.text, show(value))
            };
            format!("object({})", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        Node::If(condition) => {
            let mut text = String::new();
            for branch in &condition.branches {
                let predicate = list(&branch.predicate.exprs);
                text += &format!("if({predicate} then {}) ", list(&branch.block.exprs));
            }
            if let Some(block) = &condition.otherwise {
                text += &format!("else({})", list(&block.exprs));
            }
            text.trim_end().to_owned()
        }
        Node::Operation(operation) => {
            let mut text = format!("({}", show(&operation.first));
            for (operator, _, operand) in &operation.rest {
                text += &format!(" {operator:?} {}", show(operand));
            }
            text + ")"
        }
        Node::Not { operand, .. } => format!("not {}", show(operand)),
        Node::Assign(assign) => {
            let error = assign.error.as_ref().map(|error| format!(" or {}", show(error)));
            let error = error.unwrap_or_default();
            let target = show(&assign.target);
            format!("({target}{error} {:?} {})", assign.operator, show(&assign.value))
        }
        Node::Variable(name) => name.clone(),
        Node::Query(query) => {
            let mut text = match &query.root {
                Root::Event => "event".to_owned(),
                Root::Metadata => "metadata".to_owned(),
                Root::Variable(name) => name.text.clone(),
                Root::Expression(inner) => show(inner),
            };
            for segment in &query.path {
                text += &match &segment.step {
                    Step::Field(name) => format!("/{name}"),
                    Step::Index(index) => format!("/{index}"),
                };
            }
            text
        }
        Node::Call(call) => {
            let argument = |argument: &vrlet_parser::ast::Argument| match &argument.name {
                Some(name) => format!("{}: {}", name.text, show(&argument.value)),
                None => show(&argument.value),
            };
            let arguments: Vec<_> = call.arguments.iter().map(argument).collect();
            let bang = if call.bang.is_some() { "!" } else { "" };
            let mut text = format!("{}{bang}({})", call.name.text, arguments.join(", "));
            if let Some(closure) = &call.closure {
                let parameter = |name: &Option<vrlet_parser::ast::Name>| match name {
                    Some(name) => name.text.clone(),
                    None => "_".to_owned(),
                };
                let parameters: Vec<_> = closure.parameters.iter().map(parameter).collect();
                let body = list(&closure.block.exprs);
                text += &format!(" |{}| block({body})", parameters.join(", "));
            }
            text
        }
        Node::Abort(Some(message)) => format!("abort {}", show(message)),
        Node::Abort(None) => "abort".to_owned(),
        Node::Return(_, value) => format!("return {}", show(value)),
        Node::Break => "break".to_owned(),
    }
}

#[track_caller]
fn shapes(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(shape(source), *expected, "{source:?}");
    }
}

#[test]
fn words() {
    fine(&["1a = 5", "1e5", "0x10", "__ = 1", ".foo@bar = 1", "._a", ".if = 1; .for = 2"]);
    fine(&["string(\"a\")", "while(true)", "null(1)", "_1 = 1", "1_a = 3", "f(if: 1, string: 2)"]);
    wrong(&[
        ("foo@bar = 1", "203@1:1"),
        ("@a = 1", "203@1:1"),
        ("for = 1", "205@1:1"),
        ("while true { 1 }", "205@1:1"),
        ("1 string", "205@1:3"),
        ("for.a", "205@1:1"),
        ("upcase(string)", "203@1:14"),
        ("._", "203@1:2"),
        (".a == _", "203@1:7"),
        ("f() -> |string| { 1 }", "205@1:9"),
        ("f() -> |if| { 1 }", "203@1:9"),
    ]);
}

#[test]
fn blanks_comments_and_separators() {
    fine(&[
        "",
        "\n\n",
        "# c",
        "1\r\n2\r\n",
        "1\u{a0}+\t2",
        "1;",
        "1;\n\n",
        "\n\n1\n\n2\n",
        "1 # c",
    ]);
    fine(&[".a#c\n.b = 1", "\u{feff}1", "1; # c\n2", "abort\n\"x\"", "x = # c\n5"]);
    wrong(&[
        ("1;; 2", "203@1:3"),
        ("1\n;2", "203@2:1"),
        ("; 1", "203@1:1"),
        ("1 1", "203@1:3"),
        ("a $ b", "203@1:3"),
        ("1 \u{feff}", "203@1:3"),
    ]);
}

#[test]
fn newlines() {
    fine(&["1 +\n2", "x =\n\n5", ".a |=\n{}", "(1 +\n2)", "if a\n{ 1 }\n\n# c\nelse\n{ 2 }"]);
    fine(&[
        "if a { 1 } else\nif b { 2 }",
        "[\n1,\n2\n]",
        "{\n\"a\": 1,\n\"b\": 2\n}",
        "f(\n1,\n2\n)",
    ]);
    fine(&["f() -> |a,\nb\n|\n{\n1\n\n2\n}", "if (\nx = 1\n\ny; z\n) { 1 }", "if (a;) { 1 }"]);
    wrong(&[
        ("1\n+ 2", "203@2:1"),
        ("x\n= 5", "203@2:1"),
        ("[1\n,2]", "203@2:1"),
        ("{\"a\":\n1}", "203@1:6 203@2:2"),
        ("!\ntrue", "203@1:2"),
        ("if\ntrue { 1 }", "203@1:3 203@2:6"),
        ("return\n1", "203@1:7"),
        ("f()\n-> |x| { 1 }", "203@2:1"),
        ("f() ->\n|x| { 1 }", "203@1:7 203@2:1"),
        ("f() -> |\nx| { 1 }", "203@1:9"),
        ("(\n1)", "203@1:2 203@2:2"),
        ("(1\n)", "203@1:3 203@2:1"),
        (".a[\n0]", "203@1:4 203@2:2"),
        ("if a { 1 }; else { 2 }", "203@1:13"),
    ]);
}

#[test]
fn operators() {
    fine(&["1 - -1", "1- 1", "1+1", "!!true", "! true", "true && !false", "x = -1"]);
    wrong(&[
        ("-x", "203@1:1"),
        ("- 1", "203@1:1"),
        ("+1", "203@1:1"),
        ("7 % 3", "203@1:3"),
        ("1--1", "203@1:2"),
        ("x ??= 2", "203@1:3"),
        ("x += 2", "203@1:3"),
        ("1 === 1", "203@1:3"),
        ("1 & 2", "203@1:3"),
        ("a ? b : c", "203@1:3"),
        ("1 ! = 1", "203@1:3"),
        ("a -> b", "203@1:3"),
    ]);
    shapes(&[
        ("1 + to_int(\"x\") ?? 7", "((1 Add to_int(\"x\")) Coalesce 7)"),
        ("true || false && false", "(true Or false And false)"),
        ("a ?? b ?? c", "(a Coalesce b Coalesce c)"),
        ("true == 1 < 2", "(true Equal (1 Less 2))"),
        ("a | b < c", "((a Merge b) Less c)"),
        ("a | b + c", "(a Merge (b Add c))"),
        ("8 / 2 / 2 - 1", "((8 Divide 2 Divide 2) Subtract 1)"),
        ("(1 == 1) == true", "(group (1 Equal 1) Equal true)"),
        ("!a && !!b", "(not a And not not b)"),
        (
            "1 * 2 + 3 * 4 >= 5 || 6 != 7",
            "((((1 Multiply 2) Add (3 Multiply 4)) GreaterOrEqual 5) Or (6 NotEqual 7))",
        ),
    ]);
}

#[test]
fn comparisons_do_not_chain() {
    wrong(&[
        ("1 < 2 < 3", "650@1:7"),
        ("1 < 2 == true", "650@1:7"),
        ("1 == 2 < 3 == 4", "650@1:12"),
        ("[1 < 2 < 3]; x", "650@1:8"),
        ("1 == 2 != 3 == 4", "650@1:8"),
    ]);
}

#[test]
fn accidents_of_the_reference_scanner() {
    shapes(&[
        ("x=-1", "(x Replace -1)"),
        ("1*-1", "(1 Multiply -1)"),
        ("x-1", "(x Subtract 1)"),
        ("1 -1", "(1 Subtract 1)"),
        (".a-1", "(event/a Subtract 1)"),
        ("x!=1", "(x NotEqual 1)"),
        (".a!=1", "(event/a NotEqual 1)"),
        ("x!=(1)", "(x NotEqual group 1)"),
        ("x=!true", "(x Replace not true)"),
        ("true&&!false", "(true And not false)"),
        ("x==-1", "(x Equal -1)"),
        ("if(true) { 1 }", "if(true then 1)"),
        ("if!true { 1 }", "if(not true then 1)"),
        ("return(5)", "return group 5"),
        ("abort(\"x\")", "abort group \"x\""),
        (".a#c\n.b = 1", "event/a; (event/b Replace 1)"),
        ("if .a{1}", "if(event/a then 1)"),
        ("if x{1}", "if(x then 1)"),
        ("if (\ntrue) { 1 }", "if(true then 1)"),
    ]);
}

#[test]
fn numbers() {
    shapes(&[
        ("1_000", "1000"),
        ("007", "7"),
        ("1_", "1"),
        ("-0", "0"),
        ("-0.0", "-0.0"),
        ("1.", "1.0"),
        ("1._5", "1.5"),
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"),
    ]);
    assert!(shape(&format!("{}.0", "9".repeat(400))).contains("inf"));
    wrong(&[
        (".5", "203@1:2"),
        ("1.5e3", "203@1:4"),
        ("9223372036854775808", "206@1:1"),
        ("x = -9223372036854775809", "206@1:5"),
        ("nope\nx = 99999999999999999999", "206@2:5"),
        ("x-9223372036854775808", "206@1:3"),
        (".a[99999999999999999999]", "206@1:4"),
    ]);
}

#[test]
fn strings() {
    shapes(&[
        ("\"a\nb\"", "\"a\\nb\""),
        (r#""\n\r\t\0\\\"\'\{\}\u{e4}""#, r#""\n\r\t\0\\\"'{}ä""#),
        ("\"a \\\n\n   b\"", "\"a b\""),
        (r"s'it\'s {{ x }}'", r#""it\\'s {{ x }}""#),
        (r"s'\\'", r#""\\\\""#),
        (r"r'it\'s\d'", r#"r"it's\\d""#),
        ("t'2021-01-01T00:00:00Z'", "t\"2021-01-01T00:00:00Z\""),
        ("\"a {{ x }}\"", "template(\"a \" x)"),
        ("\"{{ x }}\"", "template(x)"),
        ("\"{{}}\"", "\"\""),
        ("\"a {{ x\"", "\"a \""),
        ("\"{{ x.a }}\"", "template(x.a)"),
        ("{\"{{a}}\": 1}", "object(\"{{a}}\": 1)"),
        (".\"k{{a}}\"", "event/k{{ a }}"),
    ]);
    wrong(&[
        ("\"\\x\"", "209@1:3"),
        ("\"\\u41\"", "209@1:4"),
        ("\"\\u{zz}\"", "209@1:5"),
        ("\"a\\\r\n\"", "209@1:4"),
        ("\"\\u{110000}\"", "211@1:2"),
        ("\"\\u{}\"", "211@1:2"),
        ("x = \"abc", "207@1:5"),
        ("\"a\\", "207@1:1"),
        ("x = s'abc", "208@1:5"),
        ("s'a\\'", "208@1:1"),
        ("'abc'", "203@1:1"),
        ("1 1\n\"\\q\"", "209@2:3"),
        ("f( # a", "210@1:1"),
    ]);
}

#[test]
fn paths() {
    shapes(&[
        (".a.b", "event/a/b"),
        (".a[0]b", "event/a/0/b"),
        (".a\"b c\"", "event/a/b c"),
        (".\"a\".b", "event/a/b"),
        ("x.\"a\"b", "x/a/b"),
        (".a[-1][ 1 ][1_0]", "event/a/-1/1/10"),
        (".[0]", "event/0"),
        (".", "event"),
        ("%", "metadata"),
        ("%a.b", "metadata/a/b"),
        ("%\"a b\"[0]", "metadata/a b/0"),
        (".5a", "event/5a"),
        (".a-b", "(event/a Subtract b)"),
        ("{\"a\":[5]}.a[0]", "object(\"a\": array(5))/a/0"),
        ("f!(1)[-1]", "f!(1)/-1"),
        ("{ x }.k", "block(x)/k"),
        ("[1][0]", "array(1)/0"),
        ("[1]a.b", "array(1)/a/b"),
        ("f(1)a[0]", "f(1)/a/0"),
        ("x\"a\".b", "x/a/b"),
        (".\"\"", "event/"),
    ]);
    wrong(&[
        (".a.5", "203@1:4"),
        (".a[b]", "203@1:4"),
        (".a[\"b\"]", "203@1:4"),
        (".a[1.0]", "203@1:4"),
        (".a[]", "203@1:4"),
        (".a.[0]", "203@1:4"),
        (".a..b", "203@1:4"),
        ("..a", "203@1:2"),
        (".a.", "203@1:3"),
        (". a", "203@1:3"),
        ("%.a", "203@1:2"),
        ("% a", "203@1:3"),
        (".(a|b)", "203@1:2"),
        (".a?", "203@1:3"),
        ("x [0]", "203@1:3"),
        (".a .b", "203@1:4"),
        ("x\"b\"", "203@1:2"),
        ("[1]\"a\"", "203@1:4"),
        ("[1]a", "203@1:4"),
        ("f(1)a", "203@1:5"),
        ("(1).a", "203@1:4"),
        ("\"abc\".foo", "203@1:6"),
        ("f(x).a(1)", "203@1:6"),
        ("if true { [5] }[0]", "203@1:9"),
        ("map_values([1]) -> |v| { v }[0]", "203@1:24"),
    ]);
}

#[test]
fn statements() {
    shapes(&[
        ("x = .a = .b = 5", "(x Replace (event/a Replace (event/b Replace 5)))"),
        ("a, b = f()", "(a or b Replace f())"),
        ("_, err |= f()", "(_ or err Merge f())"),
        ("x = return 5", "(x Replace return 5)"),
        ("x = abort", "(x Replace abort)"),
        ("(x = abort)", "group (x Replace abort)"),
        ("abort abort", "abort abort"),
        ("return return 1", "return return 1"),
        ("return x = 5", "return (x Replace 5)"),
        ("x = if a { 1 } else { 2 }", "(x Replace if(a then 1) else(2))"),
        ("if a { 1 } else if b { 2 }", "if(a then 1) if(b then 2)"),
        ("if (x = 1; x == 1) { 1 }", "if((x Replace 1), (x Equal 1) then 1)"),
        ("if (a) || b { 1 }", "if((group a Or b) then 1)"),
        ("if { a } { 1 }", "if(block(a) then 1)"),
        ("break", "break"),
        ("x = 1 + (y = 2)", "(x Replace (1 Add group (y Replace 2)))"),
    ]);
    wrong(&[
        ("[if true {1}]", "203@1:2"),
        ("1 + if true { 1 }", "203@1:5"),
        (".a = .b || abort", "203@1:12"),
        ("[x = 1]", "203@1:4"),
        ("(abort)", "203@1:2"),
        ("5 = 1", "203@1:3"),
        ("f() = 1", "203@1:5"),
        ("f(), x = 1", "203@1:4"),
        ("x, f() = 1", "203@1:4"),
        ("x, 5 = 1", "203@1:4"),
        ("x = 5 + 1 = 2", "203@1:11"),
        ("x = if a { 1 } = 5", "203@1:16"),
        ("if true { 1 } else { 2 } + 3", "203@1:26"),
        ("if x = true { x }", "203@1:6"),
        ("if (true; false) || true { 1 }", "203@1:18"),
        ("_ = 1; _", "204@1:9"),
        ("abort ?? 5", "203@1:7"),
        ("if true { }", "203@1:11"),
        ("if true 1", "203@1:9"),
        ("if true", "204@1:8"),
        ("1 + ", "204@1:4"),
        ("1 +\n", "204@2:1"),
        ("x = # c", "204@1:4"),
    ]);
}

#[test]
fn containers_and_calls() {
    shapes(&[
        ("{}", "object()"),
        ("{\n}", "object()"),
        ("{ \"a\" }", "block(\"a\")"),
        ("{ \"a\": 1, \"b\": [2,], }", "object(\"a\": 1, \"b\": array(2))"),
        ("{ x = 1; x }", "block((x Replace 1), x)"),
        ("f(a, b: c,)", "f(a, b: c)"),
        ("f! (a : 1)", "f!(a: 1)"),
        ("f(x) -> |k, _,| { k }", "f(x) |k, _| block(k)"),
        ("f(x) -> || { 1 }", "f(x) || block(1)"),
        ("f(x) -> | | { 1 }", "f(x) || block(1)"),
        ("if f(x) { 1 }", "if(f(x) then 1)"),
    ]);
    wrong(&[
        ("{ \"a\", 1 }", "203@1:6"),
        ("{a: 1}", "203@1:3"),
        ("{s'a': 1}", "203@1:6"),
        ("{,}", "203@1:2"),
        ("[,]", "203@1:2"),
        ("[1,,2]", "203@1:4"),
        ("f(,)", "203@1:3"),
        ("upcase (1)", "203@1:8"),
        ("foo!bar", "203@1:5"),
        ("foo!", "203@1:4"),
        ("foo! bar", "203@1:6"),
        ("f() -> { 1 }", "203@1:8"),
        ("f() -> |x| 1", "203@1:12"),
        ("[1, 2", "204@1:6"),
    ]);
}

#[test]
fn parsing_goes_on_after_an_error() {
    assert_eq!(errors("foo bar\n.b = nope(1)\nbaz = "), "203@1:5 204@3:6");
    assert_eq!(errors(".a = 1 +; .b = 2"), "203@1:9");
    assert_eq!(errors("[\n1\n,\n2\n]"), "203@3:1 203@5:1");
    assert_eq!(errors("{ ; 1 }"), "203@1:3 203@1:7");
    let Ast { roots, .. } = parse("1 1\nx = 2\n) )\ny").expect("the text as a whole can be read");
    let good: Vec<_> = roots.iter().map(|root| matches!(root, RootExpr::Expr(_))).collect();
    assert_eq!(good, [false, true, false, true]);
    assert_eq!(broken(&"1 1\n".repeat(1000)).len(), vrlet_parser::MAX_BROKEN);
}

#[test]
fn spans_cover_what_they_name() {
    let source = " x = .a + f!(1) -> |k| { k } # c\n if (a) || b { 1 }  ; !{ \"é\": [2] }.k ";
    let text = |expr: &Expr| source[expr.span.range()].to_owned();
    let roots = roots(source);
    let texts: Vec<_> = roots.iter().map(text).collect();
    assert_eq!(texts, ["x = .a + f!(1) -> |k| { k }", "if (a) || b { 1 }", "!{ \"é\": [2] }.k"]);
}

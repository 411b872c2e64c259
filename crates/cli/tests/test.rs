//! Tests of `vrlet test`: output for people and for tools, `--update`, `--watch`, coverage.

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::Duration;

use crate::sandbox::Sandbox;

const SCRIPT: &str = "\
.level = upcase(string(.level) ?? \"none\")

# case: in capitals
# event: { \"level\": \"info\" }
# event => { \"level\": \"INFO\" }
";

fn sandbox(name: &str) -> Sandbox {
    let sandbox = Sandbox::new(name);
    sandbox.file("level.vrl", SCRIPT);
    sandbox
}

#[test]
fn a_wrong_expectation_shows_just_the_paths_that_differ() {
    let sandbox = Sandbox::new("test_wrong");
    sandbox.file(
        "w.vrl",
        ".b[1] = 2\n# case: wrong\n# event: {\"a\": 1, \"c d\": {\"e\": true}}\n\
         # event => {\"a\": 1, \"b\": [null, 3], \"c d\": {}, \"x\": 1}\n",
    );
    let ended = sandbox.vrlet(&["test", "w.vrl"], "");
    ended.is(
        1,
        "FAIL  w.vrl  0 passed, 1 failed\n\n  w.vrl:2  wrong\n    event differs:\n      .b[1]\n        \
         expected 3\n        got      2\n      .\"c d\".e\n        expected nothing\n        got      true\n      \
         .x\n        expected 1\n        got      nothing\n\n0 passed, 1 failed\n",
        "",
    );
    let coloured = sandbox.vrlet(&["test", "--color", "always", "w.vrl"], "").out;
    assert!(coloured.contains("expected \x1b[32m3\x1b[0m"), "{coloured}");
    assert!(coloured.contains("got      \x1b[31m2\x1b[0m"), "{coloured}");
}

#[test]
fn what_is_not_there_is_said_with_the_way_out() {
    let sandbox = sandbox("test_missing");
    sandbox
        .file("empty/notes.txt", "")
        .file("bare/bare.vrl", ".a = 1")
        .file("table.vrl", "# table: t=none.csv\n# case: c\n.a\n# => 1\n")
        .file("script.vrl", "# script: gone.vrl\n# case: c\n# event: {}\n# => 1\n")
        .file("events.vrl", ".a\n# case: c\n# event: @gone.ndjson\n# => 1\n")
        .file("zone.vrl", "# case: c\n# timezone: Europe/Berln\n.a\n# => null\n")
        .file("slip.vrl", "# case: c\n# evnt: {}\n.a\n")
        .file("kind.vrl", "# case: c\n.a\n# => <strng>\n")
        .file("count.vrl", "# case: c\n# event:\n#   {}\n#   {}\n.a\n# =>\n#   1\n#   2\n#   3\n");
    let cases = [
        (&["gone.vrl"][..], 2, "there is no such file or folder", "name a script with cases"),
        (&["empty"], 2, "there is no script below this folder", "# case: NAME"),
        (&["bare"], 2, "the script below this folder has no case", "# case: NAME"),
        (&["bare/bare.vrl"], 2, "has no case", "# case: NAME"),
        (&["table.vrl"], 2, "table `t` can't be loaded from `none.csv`", "start from the folder"),
        (&["script.vrl"], 2, "script `gone.vrl`: there is no such file", "start from the folder"),
        (
            &["events.vrl"],
            2,
            "events `gone.ndjson`: there is no such file",
            "start from the folder",
        ),
        (&["zone.vrl"], 2, "no time zone `Europe/Berln`", "did you mean `Europe/Berlin`?"),
        (&["slip.vrl"], 1, "nothing is expected", "did you mean `# event:`?"),
        (&["kind.vrl"], 2, "there is no kind `<strng>`", "did you mean `<string>`?"),
        (&["count.vrl"], 2, "3 values are expected of 2 events", "one for each"),
        (&["--filter", "zzz", "level.vrl"], 2, "`zzz` stands in none", "--format tap"),
        (&["-t", "t=none.csv", "level.vrl"], 2, "can't be loaded from `none.csv`", ""),
    ];
    for (arguments, status, message, help) in cases {
        let ended = sandbox.vrlet(&[&["test"], arguments].concat(), "");
        let all = format!("{}{}", ended.out, ended.err);
        assert!(all.contains(message) && all.contains(help), "{arguments:?}: {all}");
        assert_eq!(ended.status, status, "{arguments:?}: {all}");
    }
}

#[test]
fn a_script_that_does_not_compile_is_shown_with_its_place_in_the_file() {
    let sandbox = Sandbox::new("test_broken");
    sandbox.file(
        "b.vrl",
        "# case: fine\n1\n# => 1\n\n# case: broken\n# event: {}\n.a = to_int(.b)\n# => 1\n",
    );
    let ended = sandbox.vrlet(&["test", "b.vrl"], "");
    assert_eq!(ended.status, 2);
    assert!(ended.out.contains("b.vrl:5  broken"), "{}", ended.out);
    assert!(
        ended.out.contains("error[E103]") && ended.out.contains("--> b.vrl:7:6"),
        "{}",
        ended.out
    );
    assert!(ended.out.contains("help: mend it, or expect the error"), "{}", ended.out);
    assert!(ended.out.ends_with("1 passed, 1 failed\n"), "{}", ended.out);
}

#[test]
fn a_script_that_does_not_compile_is_shown_once() {
    let sandbox = Sandbox::new("test_broken_script");
    sandbox.file("s.vrl", ".a = \n# case: one\n# => 1\n# case: two\n# => 1\n");
    let ended = sandbox.vrlet(&["test"], "");
    assert_eq!(ended.status, 2);
    assert_eq!(ended.out.matches("error[E").count(), 1, "{}", ended.out);
    assert!(
        ended.out.contains("s.vrl:4  two\n    the script does not compile, as reported above\n"),
        "{}",
        ended.out
    );
}

#[test]
fn update_writes_what_differs_and_keeps_what_is_open() {
    let sandbox = Sandbox::new("test_update");
    let before = "\
.n = 1
.t = now()
# case: open
# event: { \"b\": [1, 2] }
# event => { \"n\": 2, \"t\": <timestamp>, … }

# case: right, as somebody wrote it
# event => {\"n\":1,  \"t\":<any>}

# case: several
# event:
#   {\"a\": 1}
#   {\"a\": 2}
# event => {\"a\": <integer>, \"n\": 5, …}

# case: a slip in a program is no expectation
.n = to_int(.x)
# => 5
";
    sandbox.file("u.vrl", before);
    let ended = sandbox
        .command(&["test", "--update", "u.vrl"])
        .env_remove("CI")
        .output()
        .expect("the command runs");
    assert_eq!(ended.status.code(), Some(2), "the slip stays");
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "updated u.vrl\n");
    let after = before
        .replace("\"n\": 2,", "\"n\": 1,")
        .replace("{\"a\": <integer>, \"n\": 5, …}", "{ \"a\": <integer>, \"n\": 1, … }");
    assert_eq!(sandbox.read("u.vrl"), after);
}

#[test]
fn update_is_refused_in_ci_unless_forced() {
    let sandbox = sandbox("test_ci");
    sandbox.file("level.vrl", SCRIPT.replace("INFO", "WARN"));
    let run = |arguments: &[&str]| {
        sandbox
            .command(arguments)
            .env("CI", "true")
            .output()
            .expect("the command runs")
            .status
            .code()
    };
    assert_eq!(run(&["test", "--update"]), Some(2));
    assert!(sandbox.read("level.vrl").contains("WARN"));
    assert_eq!(run(&["test", "--update", "--force"]), Some(0));
    assert_eq!(sandbox.read("level.vrl"), SCRIPT);
}

#[test]
fn pairs_are_written_and_compared() {
    let sandbox = Sandbox::new("test_pairs");
    sandbox
        .file("p.vrl", "if .drop == true { abort }\n. = [., {\"copy\": .a}]\n")
        .file("p.tests/x.in.ndjson", "{\"a\":1}\n\n[{\"drop\":true},{\"a\":2}]\n");
    let missing = sandbox.vrlet(&["test", "p.vrl"], "");
    assert_eq!(missing.status, 1);
    assert!(missing.out.contains("`vrlet test --update` writes it"), "{}", missing.out);
    let updated =
        sandbox.command(&["test", "--update"]).env_remove("CI").output().expect("the command runs");
    assert_eq!(updated.status.code(), Some(0));
    let lines = "{\"a\":1}\n{\"copy\":1}\n{\"a\":2}\n{\"copy\":2}\n";
    assert_eq!(sandbox.read("p.tests/x.out.ndjson"), lines);
    sandbox.file("p.tests/x.out.ndjson", "{\"a\":<integer>}\n{\"copy\":1}\n{\"a\":7}\n");
    let ended = sandbox.vrlet(&["test"], "");
    assert_eq!(ended.status, 1);
    assert!(
        ended.out.contains("event 3 differs (from line 3 of the input):\n      .a\n"),
        "{}",
        ended.out
    );
    assert!(ended.out.contains("event 4 differs"), "{}", ended.out);
    sandbox.file("p.tests/x.in.ndjson", "{\"a\":1}\n{a\n");
    let ended = sandbox.vrlet(&["test"], "");
    assert_eq!(ended.status, 2);
    assert!(ended.out.contains("p.tests/x.in.ndjson:2: "), "{}", ended.out);
}

#[test]
fn headers_of_the_reference_are_read() {
    let sandbox = Sandbox::new("test_reference");
    sandbox
        .file("value.vrl", "# object: { \"foo\": 1 }\n# result: 2\n\n.foo = int!(.foo) + 1\n.foo\n")
        .file(
            "error.vrl",
            "# result:\n#\n# error[E103]: some words\n#   drawing\n\n.a = to_int(.b)\n",
        )
        .file(
            "fails.vrl",
            "# result: function call error for \"to_int\" at (0:11): words\n\nto_int!({})\n",
        );
    let ended = sandbox.vrlet(&["test"], "");
    ended.is(
        0,
        "ok    error.vrl  1 passed\nok    fails.vrl  1 passed\nok    value.vrl  1 passed\n3 passed\n",
        "",
    );
}

#[test]
fn formats_for_tools() {
    let sandbox = sandbox("test_formats");
    sandbox.file(
        "a#.vrl",
        "# case: bad <&>\n.a\n# => 1\n\n# case: later\n# skip: not yet\n1\n# => 2\n",
    );
    let tap = sandbox.vrlet(&["test", "--format", "tap", "a#.vrl", "level.vrl"], "");
    let text = "TAP version 14\nnot ok 1 - a\\#.vrl: bad <&>\n  ---\n  line: 1\n  message: |\n    \
                value differs:\n      .\n        expected 1\n        got      null\n  ...\n\
                ok 2 - a\\#.vrl: later # SKIP not yet\nok 3 - level.vrl: in capitals\n1..3\n";
    tap.is(1, text, "");
    let json = sandbox.vrlet(&["test", "--format", "json", "a#.vrl", "--junit", "out.xml"], "");
    let lines: Vec<serde_json::Value> =
        json.out.lines().map(|line| line.parse().expect("JSON")).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!((&lines[0]["status"], &lines[1]["status"]), (&"failed".into(), &"skipped".into()));
    assert_eq!(
        lines[0]["differences"],
        serde_json::json!([{ "path": ".", "expected": "1", "got": "null" }])
    );
    assert_eq!(lines[2], serde_json::json!({ "passed": 0, "failed": 1, "skipped": 1 }));
    let xml = sandbox.read("out.xml");
    assert!(
        xml.contains(
            "<testsuite name=\"a#.vrl\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\""
        ),
        "{xml}"
    );
    assert!(xml.contains("<testcase name=\"bad &lt;&amp;&gt;\""), "{xml}");
    assert!(xml.contains("<failure message=\"value differs\">"), "{xml}");
}

#[test]
fn files_come_in_order_whatever_the_number_of_workers() {
    let sandbox = Sandbox::new("test_order");
    for number in 10..40 {
        let script =
            format!("# case: it\n{number}\n# => {}\n", if number == 25 { 0 } else { number });
        sandbox.file(&format!("t{number}.vrl"), script);
    }
    let one = sandbox.vrlet(&["test", "-j", "1"], "");
    assert_eq!(one, sandbox.vrlet(&["test", "-j", "4"], ""));
    assert!(one.out.ends_with("29 passed, 1 failed\n"), "{}", one.out);
    let fast = sandbox.vrlet(&["test", "-j", "1", "--fail-fast"], "");
    assert!(fast.out.ends_with("15 passed, 1 failed, 14 not run\n"), "{}", fast.out);
}

#[test]
fn coverage_names_the_lines_and_ways_that_never_ran() {
    let sandbox = Sandbox::new("test_coverage");
    sandbox.file(
        "c.vrl",
        "\
if .a == 1 {
  .one = true
  .two = true
} else if .a == 2 {
  .other = true
}
.n = to_int(.n) ?? 0
.m, err = to_int(.m)
.o = .o || \"none\"
.p = .a == 1 && .n == 0
for_each([1, 2]) -> |_i, v| {
  if v == 3 { .v = v }
}

# case: one
# event: { \"a\": 2, \"n\": \"x\", \"m\": 5 }
# event => { \"a\": 2, … }
",
    );
    let text = sandbox.vrlet(&["test", "--coverage", "text"], "");
    text.is(
        0,
        "\
ok    c.vrl  1 passed
1 passed

script             lines          branches
c.vrl        9/11   81 %       6/13   46 %
all          9/11   81 %       6/13   46 %

never in c.vrl:
  lines 2 to 3
  line 1, `if`: the condition holds
  line 1, `if`: no condition holds
  line 7, `??`: the left side succeeds
  line 8, `, err =`: it fails
  line 9, `||`: the left side holds
  line 10, `&&`: the right side runs
  line 12, `if`: the condition holds
",
        "",
    );
    let least = sandbox.vrlet(&["test", "--coverage-min", "80"], "");
    assert_eq!(least.status, 1);
    assert_eq!(least.err, "62.5 % of lines and branches ran, expected at least 80 %\n");
    assert_eq!(sandbox.vrlet(&["test", "--coverage-min", "60"], "").status, 0);
    let lcov = sandbox.vrlet(&["test", "--coverage", "lcov"], "");
    assert_eq!(lcov.err, "coverage written to lcov.info\n");
    let info = sandbox.read("lcov.info");
    for line in ["SF:c.vrl", "DA:1,1", "DA:2,0", "DA:12,2", "LF:11", "LH:9", "BRF:13", "BRH:6"] {
        assert!(info.lines().any(|found| found == line), "{line}: {info}");
    }
    sandbox.vrlet(&["test", "--coverage", "html", "--coverage-file", "out.html"], "");
    let page = sandbox.read("out.html");
    assert!(
        page.contains("<tr class=\"missed\"><td>2</td><td>0</td><td>  .one = true</td></tr>"),
        "{page}"
    );
}

#[test]
fn a_script_is_covered_by_all_files_together() {
    let sandbox = Sandbox::new("test_together");
    sandbox
        .file("s.vrl", ".a = .a || 1\n# case: left\n# event: {\"a\": 2}\n# => 2\n")
        .file("more/m.vrl", "# script: ../s.vrl\n# case: right\n# => 1\n")
        .file("s.tests/p.in.ndjson", "{}\n")
        .file("s.tests/p.out.ndjson", "{\"a\":1}\n");
    let ended = sandbox.vrlet(&["test", "--coverage", "lcov"], "");
    assert_eq!((ended.status, ended.err.as_str()), (0, "coverage written to lcov.info\n"));
    assert_eq!(
        sandbox.read("lcov.info"),
        "TN:\nSF:s.vrl\nBRDA:1,0,0,2\nBRDA:1,0,1,1\nBRF:2\nBRH:2\nDA:1,3\nLF:1\nLH:1\nend_of_record\n"
    );
}

#[test]
fn nothing_to_cover_is_said() {
    let sandbox = Sandbox::new("test_uncovered");
    sandbox.file("own.vrl", "# case: own\n1\n# => 1\n");
    let ended = sandbox.vrlet(&["test", "--coverage", "text"], "");
    assert!(ended.err.starts_with("nothing to cover: no case runs a script"), "{}", ended.err);
}

#[test]
fn events_below_each_other_belong_together() {
    let sandbox = Sandbox::new("test_events");
    sandbox.file(
        "e.vrl",
        ".n = int!(.n) + 1\n\n# case: each\n# event: {\"n\": 1}\n# event: @two.ndjson\n# event =>\n\
         #   {\"n\": 2}\n#   {\"n\": 3}\n#   {\"n\": 4}\n\n# case: in turn\n# event: {\"n\": 1}\n\
         # event => {\"n\": 2}\n# event: {\"n\": 2}\n# event => {\"n\": 9}\n",
    )
    .file("two.ndjson", "{\"n\": 2}\n{\"n\": 3}\n");
    let ended = sandbox.vrlet(&["test"], "");
    assert!(ended.out.starts_with("FAIL  e.vrl  1 passed, 1 failed\n"), "{}", ended.out);
    assert!(ended.out.contains("expected 9\n        got      3\n"), "{}", ended.out);
}

#[test]
fn a_slip_in_the_only_comment_is_seen() {
    let sandbox = Sandbox::new("test_slip");
    sandbox
        .file("a.vrl", ".a = 1\n\n#case: one\n#event => {\"a\": 1}\n")
        .file("b.vrl", ".a = 1\n# Case: one\n");
    let help = |name| sandbox.vrlet(&["test", name], "").err;
    assert!(help("a.vrl").contains("line 3 begins with `#case`; did you mean `# case:`?"));
    assert!(help("b.vrl").contains("line 2 begins with `# Case`; did you mean `# case:`?"));
}

#[test]
fn watch_sees_what_tests_read_elsewhere() {
    let sandbox = Sandbox::new("test_watch_elsewhere");
    sandbox
        .file("level.vrl", ".a = 1\n")
        .file("tests/more.vrl", "# script: ../level.vrl\n# case: c\n# event => {\"a\": 1}\n");
    let mut child = sandbox
        .command(&["test", "--watch", "tests"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command starts");
    let mut lines =
        BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    assert!(lines.any(|line| line == "1 passed"));
    // It may still be looking at what it read.
    std::thread::sleep(Duration::from_millis(700));
    sandbox.file("level.vrl", ".a = \"another\"\n");
    assert!(lines.any(|line| line == "0 passed, 1 failed"));
    child.kill().expect("it runs");
    child.wait().expect("it ends");
}

#[test]
fn watch_runs_again_after_a_change() {
    let sandbox = sandbox("test_watch");
    let mut child = sandbox
        .command(&["test", "--watch", "--junit", "out.xml", "--coverage", "lcov"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command starts");
    let mut lines =
        BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    assert!(lines.any(|line| line == "1 passed"));
    // What it writes itself is no change.
    std::thread::sleep(Duration::from_millis(700));
    sandbox.file("level.vrl", SCRIPT.replace("INFO", "another level"));
    assert_eq!(lines.next().as_deref(), Some("FAIL  level.vrl  0 passed, 1 failed"));
    assert!(lines.any(|line| line == "0 passed, 1 failed"));
    child.kill().expect("it runs");
    child.wait().expect("it ends");
}

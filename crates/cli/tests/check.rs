//! Tests of `vrlet check`: diagnostics, exit status, JSON output.

use crate::sandbox::Sandbox;

#[test]
fn a_sound_script_is_quiet() {
    let sandbox = Sandbox::new("check_sound");
    sandbox.file("a.vrl", ".a = 1\n").file("b.vrl", ".b = 2\n");
    sandbox.vrlet(&["check", "a.vrl", "b.vrl"], "").is(0, "", "");
    sandbox.vrlet(&["check", "--format", "json", "a.vrl"], "").is(0, "", "");
    sandbox.vrlet(&["check", "-e", ".a = 1"], "").is(0, "", "");
    sandbox.vrlet(&["check", "-"], ".a = 1").is(0, "", "");
}

#[test]
fn every_script_is_checked() {
    let sandbox = Sandbox::new("check_all");
    sandbox.file("a.vrl", ".a = \n").file("b.vrl", ".b = nope(1)\n");
    let ended = sandbox.vrlet(&["check", "a.vrl", "missing.vrl", "b.vrl"], "");
    assert_eq!((ended.status, ended.out.as_str()), (2, ""));
    for part in
        ["a.vrl:2:1", "script `missing.vrl`: there is no such file", "error[E105]", "b.vrl:1:6"]
    {
        assert!(ended.err.contains(part), "{part} in:\n{}", ended.err);
    }
}

#[test]
fn diagnostics_for_tools() {
    let sandbox = Sandbox::new("check_json");
    sandbox.file("a.vrl", "# ä\n.b = to_int(.a)\n");
    let ended = sandbox.vrlet(&["check", "--format", "json", "a.vrl"], "");
    assert_eq!((ended.status, ended.err.as_str()), (2, ""));
    let (line, rest) = ended.out.split_once('\n').expect("a line");
    assert_eq!(rest, "");
    assert!(
        line.starts_with("{\"file\":\"a.vrl\",\"severity\":\"error\",\"code\":103,\"message\":\""),
        "{line}"
    );
    assert!(
        line.contains(",\"line\":2,\"column\":6,\"end_line\":2,\"end_column\":16,\"notes\":["),
        "{line}"
    );
}

#[test]
fn warnings_are_shown_and_strict_makes_errors_of_some() {
    let sandbox = Sandbox::new("check_warnings");
    let ended = sandbox.vrlet(&["check", "-e", ".a = 1 ?? 2"], "");
    assert!(ended.err.starts_with("warning[E651]"), "{}", ended.err);
    assert_eq!(ended.status, 0);
    let ended = sandbox.vrlet(&["check", "--format", "json", "-e", ".a = 1 ?? 2"], "");
    assert!(
        ended.out.starts_with("{\"file\":\"<expression>\",\"severity\":\"warning\",\"code\":651,"),
        "{}",
        ended.out
    );
    let ended = sandbox.vrlet(&["check", "--strict", "-e", ".a = 1 ?? 2"], "");
    assert!(ended.err.starts_with("error[E651]"), "{}", ended.err);
    assert_eq!(ended.status, 2);
}

#[test]
fn tables_are_known() {
    let sandbox = Sandbox::new("check_tables");
    sandbox
        .file("names.csv", "id,name\n1,one\n")
        .file("a.vrl", ".n = get_enrichment_table_record!(\"names\", {\"id\": .a})\n");
    sandbox.vrlet(&["check", "-t", "names=names.csv", "a.vrl"], "").is(0, "", "");
    let ended = sandbox.vrlet(&["check", "a.vrl"], "");
    assert!(ended.err.contains("there is no table `names`"), "{}", ended.err);
    assert_eq!(ended.status, 2);
}

#[test]
fn nothing_to_check() {
    let sandbox = Sandbox::new("check_nothing");
    assert!(
        sandbox.vrlet(&["check"], "").err.starts_with("error: there is no program to work on\n")
    );
    assert_eq!(sandbox.vrlet(&["check", "-e", ".", "a.vrl"], "").status, 2);
}

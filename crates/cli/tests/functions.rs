//! Tests of `vrlet functions`: the list, pages, JSON, unknown names.

use crate::sandbox::Sandbox;

#[test]
fn all_by_chapters() {
    let ended = Sandbox::new("functions").vrlet(&["functions"], "");
    for line in [
        "Parse\n",
        "  parse_json(value, [max_depth], [lossy])\n",
        "  map_values(value, [recursive]) -> |value| { … }\n",
    ] {
        assert!(ended.out.contains(line), "{line} in:\n{}", ended.out);
    }
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
}

#[test]
fn all_about_one() {
    let ended = Sandbox::new("functions_one").vrlet(&["functions", "push"], "");
    ended.is(
        0,
        "push(value: array, item: any value) -> array\n  Array\n\nThe array with one more element at the end.\n\nParameters\n  \
         value: array\n      The array.\n  item: any value\n      The element.\n\nResult\n  array\n\nExamples\n  \
         # One more\n  push([1, 2], 3)\n  # => [1,2,3]\n\n  # An array as an element\n  push([1], [2])\n  \
         # => [1,[2]]\n\n",
        "",
    );
}

#[test]
fn every_function_has_its_page() {
    let sandbox = Sandbox::new("functions_json");
    let ended = sandbox.vrlet(&["functions", "--format", "json"], "");
    let all: serde_json::Value = serde_json::from_str(&ended.out).expect("JSON");
    let all = all.as_array().expect("an array");
    assert!(all.len() > 50, "{}", all.len());
    for function in all {
        let name = function["name"].as_str().expect("a name");
        for key in [
            "category",
            "signature",
            "about",
            "parameters",
            "closure",
            "returns",
            "fallible",
            "failures",
            "examples",
        ] {
            assert!(!function[key].is_null() || key == "closure", "{name}: {key}");
        }
        assert!(
            function["signature"].as_str().is_some_and(|signature| signature.starts_with(name)),
            "{name}"
        );
    }
}

#[test]
fn one_for_tools() {
    let ended =
        Sandbox::new("functions_one_json").vrlet(&["functions", "push", "--format", "json"], "");
    let push: serde_json::Value = serde_json::from_str(&ended.out).expect("JSON");
    assert_eq!(push["parameters"][0]["kinds"], serde_json::json!(["array"]));
    assert_eq!(push["examples"][0]["result"], serde_json::json!([1, 2, 3]));
    assert_eq!(push["fallible"], false);
}

#[test]
fn kinds_defaults_and_closures() {
    let sandbox = Sandbox::new("functions_kinds");
    let page = |name: &str| sandbox.vrlet(&["functions", name], "").out;
    // Too long for a line.
    let signature = "parse_regex(\n  value: string,\n  pattern: regex,\n  \
                     [numeric_groups: boolean = false],\n) -> object, can fail\n";
    assert!(page("parse_regex").starts_with(signature), "{}", page("parse_regex"));
    let for_each = page("for_each");
    for part in [
        "for_each(value: array or object) -> |key_or_index, value| { … } -> null\n",
        "  |key_or_index: string or integer, value: any value|, run over `value`\n",
        "  What it gives is ignored. `break` ends the call.\n",
    ] {
        assert!(for_each.contains(part), "{part} in:\n{for_each}");
    }
    // What it gives depends on what it takes.
    assert!(page("compact").contains(") -> array or object\n"));
    assert!(page("keys").contains("keys(value: object) -> array of string\n"));
    let common = page("parse_common_log");
    assert!(
        common.contains("Result\n  object, or a failure\n  .host: string or null\n"),
        "{common}"
    );
    let log = page("parse_apache_log");
    let format = "  format: string; a constant; one of \"combined\", \"common\", \"error\"\n";
    assert!(log.contains(format) && log.contains("  .agent: string or null\n"), "{log}");
}

#[test]
fn the_prompt_shows_the_same() {
    let sandbox = Sandbox::new("functions_prompt");
    let page = sandbox.vrlet(&["functions", "truncate"], "").out;
    for topic in ["truncate", "truncate!", "truncate(.a, 3)"] {
        let ended = sandbox.vrlet(&["repl"], format!(":help {topic}\n"));
        assert_eq!(ended.out, page, "{topic}");
    }
    assert_eq!(sandbox.vrlet(&["functions", "truncate!(x)"], "").out, page);
}

#[test]
fn names_that_nobody_knows() {
    let sandbox = Sandbox::new("functions_unknown");
    let says = |name: &str, message: &str| {
        sandbox.vrlet(&["functions", name], "").is(2, "", &format!("error: {message}\n"));
    };
    says("downcas", "there is no function `downcas`\n  = help: did you mean `downcase`?");
    says(
        "frobnicate",
        "there is no function `frobnicate`\n  = help: `vrlet functions` lists them all",
    );
    says(
        "syslog",
        "there is no function `syslog`\n  = help: functions with `syslog` in their names: \
         `parse_syslog`, `to_syslog_facility`, `to_syslog_facility_code`, `to_syslog_level`, \
         `to_syslog_severity`",
    );
    says("!", "there is no function `!`\n  = help: `vrlet functions` lists them all");
}

#[test]
fn names_of_other_engines() {
    let sandbox = Sandbox::new("functions_elsewhere");
    sandbox.vrlet(&["functions", "get_metadata_field"], "").is(
        2,
        "",
        "error: `get_metadata_field` is gone from VRL, metadata has paths of its own\n  \
         = help: write `%name`\n",
    );
    sandbox.vrlet(&["functions", "set_semantic_meaning"], "").is(
        2,
        "",
        "error: `set_semantic_meaning` is a function of VRL that this engine does not have\n  \
         = help: `vrlet functions` lists those that are\n",
    );
    let list = sandbox.vrlet(&["functions"], "").out;
    assert!(list.contains("  to_timestamp(value, [unit])  dropped by VRL\n"), "{list}");
}

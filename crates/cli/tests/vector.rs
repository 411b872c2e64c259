//! `vrlet test` over the unit tests of Vector configurations.

use crate::sandbox::Sandbox;

const CONFIG: &str = r#"
data_dir: /var/lib/vector
sources:
  in: { type: stdin }
transforms:
  parse:
    type: remap
    inputs: [in]
    drop_on_error: true
    reroute_dropped: true
    source: |
      . = parse_json!(.message)
      .level = upcase(string!(.level))
      if .level == "DEBUG" { abort }
  keep:
    type: remap
    inputs: [in]
    drop_on_abort: false
    source: |
      .seen = true
      if .stop == true { abort }
      .n = to_int!(.n)
  split:
    type: remap
    inputs: [keep]
    source: '. = [., { "copy": .n }]'
  by_level:
    type: route
    inputs: ["pars*"]
    route:
      error: .level == "ERROR"
      warn: { type: vrl, source: .level == "WARN" }
  tag:
    type: remap
    inputs: [by_level.error, by_level.warn]
    file: tag.vrl
  lua: { type: lua, inputs: [in], version: "2" }
"#;

fn sandbox(name: &str, tests: &str) -> Sandbox {
    let sandbox = Sandbox::new(name);
    sandbox
        .file("vector.yaml", format!("{CONFIG}tests:\n{tests}"))
        .file("tag.vrl", ".tagged = true\n");
    sandbox
}

#[test]
fn events_take_their_way_through_the_transforms() {
    let sandbox = sandbox(
        "vector_passes",
        r#"
  - name: errors come through
    inputs:
      - { insert_at: parse, type: raw, value: '{"level": "error"}' }
      - { insert_at: parse, type: raw, value: '{"level": "info"}' }
    outputs:
      - extract_from: tag
        conditions:
          - type: vrl
            source: |
              assert_eq!(.level, "ERROR")
              assert!(bool!(.tagged))
              true
      - extract_from: by_level._unmatched
        conditions: ['.level == "INFO"', 'true']
      - extract_from: [by_level.error, by_level.warn]
  - name: what is dropped goes aside as it was
    inputs:
      - { insert_at: parse, type: log, log_fields: { message: '{"level": "debug"}', x.y: 1 } }
      - { insert_at: [parse], type: vrl, source: '.message = "no JSON"; %m = 1' }
    no_outputs_from: [parse, tag]
    outputs:
      - extract_from: parse.dropped
        conditions: ['.x.y == 1']
      - extract_from: parse.dropped
        conditions: ['.message == "no JSON" && %m == 1']
  - name: what fails or aborts is passed on unchanged
    input: { insert_at: keep, type: log, log_fields: { stop: true } }
    outputs:
      - { extract_from: keep, conditions: '!exists(.seen)' }
  - name: an array is several events
    inputs: [{ insert_at: keep, type: log, log_fields: { n: "5" } }]
    outputs:
      - { extract_from: split, conditions: ['.n == 5'] }
      - { extract_from: split, conditions: ['.copy == 5'] }
"#,
    );
    sandbox.vrlet(&["test", "vector.yaml"], "").is(
        0,
        "ok    vector.yaml  4 passed\n4 passed\n",
        "",
    );
}

#[test]
fn coverage_is_that_of_the_lines_of_the_configuration() {
    let sandbox = sandbox(
        "vector_coverage",
        "  - name: one\n    inputs: [{ insert_at: keep, type: log, log_fields: { stop: true } }]\n    outputs: [{ extract_from: keep, conditions: ['true'] }]\n",
    );
    let ended = sandbox.vrlet(&["test", "vector.yaml", "--coverage", "text"], "");
    assert!(ended.out.contains("never in vector.yaml:\n  line 22\n"), "{}", ended.out);
}

#[test]
fn what_is_wrong_with_a_test_is_said() {
    let input = "inputs: [{ insert_at: parse, value: '{\"level\": \"warn\"}' }]";
    for (number, (test, status, message)) in [
        (
            format!("{input}\n    outputs: [{{ extract_from: tag, conditions: ['.level == \"ERROR\"', '.tagged'] }}]"),
            1,
            "{\"level\":\"WARN\",\"tagged\":true}\n        condition 1: its value is false\n\n",
        ),
        (format!("{input}\n    no_outputs_from: [parse]"), 1, "nothing was to come out of `parse`"),
        (format!("{input}\n    outputs: [{{ extract_from: split, conditions: ['true'] }}]"), 1, "no event came out of `split`; there were events from `by_level.warn`, `parse`, `tag`"),
        (input.to_owned(), 1, "nothing is expected: add `outputs` or `no_outputs_from`"),
        ("no_outputs_from: [parse]".to_owned(), 2, "the test has no input"),
        ("inputs: [{ insert_at: prase, value: x }]".to_owned(), 2, "there is no transform `prase`\n    help: the transforms are `by_level`"),
        ("inputs: [{ insert_at: lua, value: x }]".to_owned(), 2, "of the type `lua`, which has no program"),
        ("inputs: [{ insert_at: parse, type: metric }]".to_owned(), 2, "`metric`, which is no log event"),
        (format!("{input}\n    outputs: [{{ extract_from: tag, conditions: ['.a ='] }}]"), 2, "condition 1 of `tag`"),
        (format!("{input}\n    outputs: [{{ extract_from: tag, conditions: [{{ type: check_fields, source: x }}] }}]"), 2, "expected `vrl`"),
    ]
    .into_iter()
    .enumerate()
    {
        let sandbox = sandbox(&format!("vector_wrong_{number}"), &format!("  - name: it\n    {test}\n"));
        let ended = sandbox.vrlet(&["test", "vector.yaml"], "");
        assert!(ended.out.contains(message), "{test}: {}", ended.out);
        assert_eq!(ended.status, status, "{test}: {}", ended.out);
    }
}

#[test]
fn configurations_in_toml_and_those_that_are_none() {
    let sandbox = Sandbox::new("vector_toml");
    sandbox.file(
        "vector.toml",
        "[enrichment_tables.codes]\ntype = \"file\"\nfile = { path = \"codes.csv\", encoding = { type = \"csv\" } }\n\
         schema = { code = \"integer\" }\n\
         [transforms.look]\ntype = \"remap\"\ninputs = []\n\
         source = '''\n.name = get_enrichment_table_record!(\"codes\", { \"code\": .code }).name\n'''\n\
         [[tests]]\nname = \"a name\"\n[[tests.inputs]]\ninsert_at = \"look\"\ntype = \"log\"\n\
         log_fields = { code = 7, at = 2024-01-01T00:00:00Z }\n\
         [[tests.outputs]]\nextract_from = \"look\"\n\
         conditions = [{ type = \"vrl\", source = '.name == \"seven\" && is_timestamp(.at)' }]\n",
    )
    .file("codes.csv", "code,name\n7,seven\n")
    .file("none.toml", "[transforms]\n")
    .file("broken.yaml", "tests: [")
    .file("other.yaml", "tests: 5\n");
    sandbox.vrlet(&["test", "vector.toml"], "").is(
        0,
        "ok    vector.toml  1 passed\n1 passed\n",
        "",
    );
    for (file, message) in [
        ("none.toml", "there are no tests in this configuration"),
        ("broken.yaml", "it is no Vector configuration: "),
        ("other.yaml", "it is no Vector configuration: "),
    ] {
        let ended = sandbox.vrlet(&["test", file], "");
        assert!(ended.out.contains(message), "{file}: {}", ended.out);
        assert_eq!(ended.status, 2, "{file}");
    }
}

#[test]
fn outputs_of_transforms_that_are_not_there() {
    let sandbox = Sandbox::new("vector_outputs");
    let config = |from: &str| {
        format!(
            "transforms:\n  a: {{ type: remap, inputs: [in], source: '.x = 1' }}\ntests:\n  - name: t\n    \
             inputs: [{{ insert_at: a, value: m }}]\n    {from}\n"
        )
    };
    for (from, name) in [
        ("no_outputs_from: [b]", "b"),
        ("no_outputs_from: [b.dropped]", "b"),
        ("outputs: [{ extract_from: c }]", "c"),
    ] {
        let ended = sandbox.file("v.yaml", config(from)).vrlet(&["test", "v.yaml"], "");
        let message = format!("there is no transform `{name}`\n    help: the transforms are `a`\n");
        assert!(ended.status == 2 && ended.out.contains(&message), "{from}: {}", ended.out);
    }
    let dropped = sandbox.file("v.yaml", config("no_outputs_from: [a.dropped]"));
    assert_eq!(dropped.vrlet(&["test", "v.yaml"], "").status, 0);
}

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
        "ok    vector.yaml  4 passed\n  ok    errors come through\n  ok    what is dropped goes aside as it was\n  \
         ok    what fails or aborts is passed on unchanged\n  ok    an array is several events\n4 passed\n",
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
            "{\"level\":\"WARN\",\"tagged\":true}\n        condition 1, `.level == \"ERROR\"`: its value is false\n\n",
        ),
        (
            format!("{input}\n    outputs: [{{ extract_from: tag, conditions: [{{ type: is_metric }}, \"x = 1\\nx == 2\"] }}]"),
            1,
            "condition 1, `is_metric`: it is a log event\n        condition 2, `x = 1 …`: its value is false\n",
        ),
        (format!("{input}\n    no_outputs_from: [parse]"), 1, "nothing was to come out of `parse`"),
        (format!("{input}\n    outputs: [{{ extract_from: split, conditions: ['true'] }}]"), 1, "no event came out of `split`; there were events from `parse`"),
        (input.to_owned(), 1, "nothing is expected: add `outputs` or `no_outputs_from`"),
        ("no_outputs_from: [parse]".to_owned(), 2, "the test has no input"),
        ("inputs: [{ insert_at: prase, value: x }]".to_owned(), 2, "there is no transform `prase`\n    help: the transforms are `by_level`"),
        ("inputs: [{ insert_at: lua, value: x }]".to_owned(), 2, "of the type `lua`, which has no program"),
        ("inputs: [{ insert_at: parse, type: trace }]".to_owned(), 2, "`trace`, which does not run here"),
        ("inputs: [{ insert_at: parse, type: metric }]".to_owned(), 2, "an input of the type `metric` has no `metric`"),
        ("inputs: [{ insert_at: parse, type: metric, metric: { name: m } }]".to_owned(), 2, "the metric of an input has no value"),
        ("inputs: [{ insert_at: parse, type: metric, metric: { gauge: { value: 1 } } }]".to_owned(), 2, "the metric of an input has no `name`"),
        (
            "inputs: [{ insert_at: keep, type: log, log_fields: { n: x } }]\n    outputs: [{ extract_from: keep, conditions: ['.n == 1'] }]".to_owned(),
            1,
            "the program of `keep` failed, the event was passed on unchanged: ",
        ),
        (format!("{input}\n    outputs: [{{ extract_from: tag, conditions: ['.a ='] }}]"), 2, "condition 1 of `tag`"),
        (format!("{input}\n    outputs: [{{ extract_from: tag, conditions: [{{ type: check_fields, source: x }}] }}]"), 2, "expected `vrl`, `datadog_search`"),
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
        "ok    vector.toml  1 passed\n  ok    a name\n1 passed\n",
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

#[test]
fn only_what_lies_between_input_and_output_runs() {
    let sandbox = Sandbox::new("vector_between");
    sandbox.file(
        "vector.yaml",
        r#"
transforms:
  parse: { type: remap, inputs: [in], source: '.n = 1' }
  count: { type: log_to_metric, inputs: [parse] }
  once: { type: dedupe, inputs: [parse] }
  tag: { type: remap, inputs: [parse], source: '.tagged = true' }
tests:
  - name: past a metric
    inputs: [{ insert_at: parse, type: log, log_fields: {} }]
    outputs: [{ extract_from: tag, conditions: ['.tagged == true && .n == 1'] }]
  - name: through a dedupe
    inputs: [{ insert_at: parse, type: log, log_fields: {} }]
    outputs: [{ extract_from: once, conditions: ['true'] }]
"#,
    );
    let ended = sandbox.vrlet(&["test", "vector.yaml"], "");
    assert!(
        ended.out.contains("\n  ok    past a metric\n  FAIL  through a dedupe\n"),
        "{}",
        ended.out
    );
    assert!(ended.out.contains("`once` is of the type `dedupe`"), "{}", ended.out);
}

#[test]
fn configurations_are_merged() {
    let sandbox = Sandbox::new("vector_merged");
    sandbox
        .file(
            "conf/transforms.yaml",
            "transforms:\n  a: { type: remap, inputs: [in], file: scripts/a.vrl }\n",
        )
        .file("scripts/a.vrl", ".a = 1\n")
        .file(
            "conf/tests.yaml",
            "tests:\n  - name: t\n    inputs: [{ insert_at: a, value: m }]\n    outputs: [{ extract_from: a, conditions: ['.a == 1'] }]\n",
        )
        .file("conf/other.yaml", "something: else\n");
    let expected = "ok    conf/tests.yaml  1 passed\n  ok    t\n1 passed\n";
    sandbox.vrlet(&["test", "conf/tests.yaml", "conf/transforms.yaml"], "").is(0, expected, "");
    sandbox.vrlet(&["test", "conf"], "").is(0, expected, "");
    let alone = sandbox.vrlet(&["test", "conf/transforms.yaml"], "");
    assert!(alone.out.contains("there are no tests in this configuration"), "{}", alone.out);
}

#[test]
fn events_are_as_vector_makes_them() {
    let sandbox = Sandbox::new("vector_events");
    sandbox.file(
        "vector.yaml",
        r#"
transforms:
  same: { type: remap, inputs: [in], source: 'true' }
  five: { type: remap, inputs: [in], source: '. = 5' }
  fails:
    type: remap
    inputs: [in]
    drop_on_error: true
    drop_on_abort: true
    reroute_dropped: true
    source: |
      if .stop == true { abort "enough" }
      .n = to_int!(.n)
  silent:
    type: route
    inputs: [in]
    reroute_unmatched: false
    route: { a: '.x == 1' }
  first:
    type: exclusive_route
    inputs: [in]
    routes:
      - { name: logs, condition: { type: is_log } }
      - { name: later, condition: 'true' }
  none: { type: filter, inputs: [in], condition: { type: is_metric } }
  found: { type: filter, inputs: [in], condition: { type: datadog_search, source: '@status:ok' } }
  named: { type: remap, inputs: [in], source: '.region = "${VRLET_TEST_UNSET:-eu}"' }
tests:
  - name: a message and a time
    inputs: [{ insert_at: same, type: log, log_fields: { a: 1 } }]
    outputs: [{ extract_from: same, conditions: ['.message == "" && is_timestamp(.timestamp) && .a == 1'] }]
  - name: words and numbers of YAML
    inputs: [{ insert_at: same, type: log, log_fields: { a: NO, b: on, c: 00123, d: 1_000, e: true, f: 12 } }]
    outputs: [{ extract_from: same, conditions: ['[.a, .b, .c, .d, .e, .f] == ["NO", "on", "00123", "1_000", true, 12]'] }]
  - name: keys are paths
    inputs: [{ insert_at: same, type: log, log_fields: { 'a."b.c"': 1, 'l[1]': 2, 'x-y': 3 } }]
    outputs: [{ extract_from: same, conditions: ['.a."b.c" == 1 && .l == [null, 2] && ."x-y" == 3'] }]
  - name: something else than an object
    inputs: [{ insert_at: five, value: m }]
    outputs: [{ extract_from: five, conditions: ['. == {"message": 5}'] }]
  - name: why it was dropped
    inputs: [{ insert_at: fails, type: log, log_fields: { n: x } }]
    outputs:
      - extract_from: fails.dropped
        conditions: ['.metadata.dropped.reason == "error" && .metadata.dropped.component_id == "fails" && is_string(.metadata.dropped.message)']
  - name: why it was aborted
    inputs: [{ insert_at: fails, type: log, log_fields: { stop: true } }]
    outputs:
      - extract_from: fails.dropped
        conditions: ['.metadata.dropped.reason == "abort" && .metadata.dropped.message == "enough"']
  - name: unmatched goes nowhere
    inputs: [{ insert_at: silent, value: m }]
    no_outputs_from: [silent._unmatched, silent.a]
  - name: the first route
    inputs: [{ insert_at: first, value: m }]
    outputs: [{ extract_from: first.logs }]
    no_outputs_from: [first.later, first._unmatched]
  - name: conditions without a program
    inputs:
      - { insert_at: none, value: m }
      - { insert_at: found, type: log, log_fields: { status: ok } }
    outputs: [{ extract_from: found, conditions: ['.status == "ok"'] }]
    no_outputs_from: [none]
  - name: a default of a variable
    inputs: [{ insert_at: named, value: m }]
    outputs: [{ extract_from: named, conditions: ['.region == "eu"'] }]
"#,
    );
    let ended = sandbox.vrlet(&["test", "vector.yaml"], "");
    assert!(ended.out.ends_with("10 passed\n"), "{}", ended.out);
    assert_eq!(ended.status, 0);
}

#[test]
fn metrics_are_what_programs_see_of_them() {
    let sandbox = Sandbox::new("vector_metrics");
    sandbox.file(
        "vector.yaml",
        r#"
transforms:
  rename:
    type: remap
    inputs: [in]
    source: |
      .name = .namespace + "_" + string!(.name) ?? "nameless"
      .tags.sort = .type
      .type = "gauge"
      .other = 1
  metrics: { type: filter, inputs: [rename], condition: { type: is_metric } }
  logs: { type: filter, inputs: [rename], condition: { type: is_log } }
tests:
  - name: a counter
    inputs:
      - insert_at: rename
        type: metric
        metric: { name: requests, namespace: web, kind: incremental, tags: { host: a }, counter: { value: 1 } }
    outputs:
      - extract_from: metrics
        conditions:
          - '. == {"name": "web_requests", "namespace": "web", "kind": "incremental", "tags": {"host": "a", "sort": "counter"}, "type": "counter"}'
          - { type: is_metric }
    no_outputs_from: [logs]
  - name: a log is none
    inputs: [{ insert_at: rename, type: log, log_fields: { namespace: web, name: requests } }]
    outputs: [{ extract_from: logs, conditions: ['.type == "gauge" && .other == 1'] }]
    no_outputs_from: [metrics]
"#,
    );
    let expected =
        "ok    vector.yaml  2 passed\n  ok    a counter\n  ok    a log is none\n2 passed\n";
    sandbox.vrlet(&["test", "vector.yaml"], "").is(0, expected, "");
}

#[test]
fn programs_see_the_machine_unless_they_are_sandboxed() {
    let sandbox = Sandbox::new("vector_machine");
    sandbox.file(
        "vector.yaml",
        r#"
transforms:
  ask: { type: remap, inputs: [in], source: '.variable = get_env_var!("VRLET_TEST_VARIABLE")' }
tests:
  - name: asked
    inputs: [{ insert_at: ask, value: m }]
    outputs: [{ extract_from: ask, conditions: ['.variable == "here"'] }]
"#,
    );
    let run = |arguments: &[&str]| {
        let mut command = sandbox.command(arguments);
        let output = command.env("VRLET_TEST_VARIABLE", "here").output().expect("the command runs");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (status, out) = run(&["test", "vector.yaml"]);
    assert_eq!(status, Some(0), "{out}");
    let (status, out) = run(&["test", "--sealed", "vector.yaml"]);
    assert_eq!(status, Some(1), "{out}");
    assert!(out.contains("the program of `ask` failed"), "{out}");
}

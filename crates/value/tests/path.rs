//! Reading, writing and removing at paths.

use vrlet_value::{Path, Step, Value};

fn parse(json: &str) -> Value {
    from_json(&serde_json::from_str(json).expect("a test writes JSON"))
}

fn from_json(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(boolean) => Value::Boolean(*boolean),
        serde_json::Value::Number(number) => Value::Integer(number.as_i64().expect("an integer")),
        serde_json::Value::String(text) => Value::from(text.as_str()),
        serde_json::Value::Array(values) => values.iter().map(from_json).collect::<Vec<_>>().into(),
        serde_json::Value::Object(fields) => Value::Object(
            fields.iter().map(|(key, value)| (key.as_str().into(), from_json(value))).collect(),
        ),
    }
}

/// A path from words and numbers separated by spaces: `a 0 b`.
fn path(steps: &str) -> Path {
    let step = |step: &str| step.parse().map_or_else(|_| Step::Field(step.into()), Step::Index);
    steps.split_whitespace().map(step).collect()
}

/// How deep containers are nested, found by looking.
fn depth(value: &Value) -> u32 {
    match value {
        Value::Array(array) => 1 + array.iter().map(depth).max().unwrap_or(0),
        Value::Object(object) => 1 + object.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

#[test]
fn get() {
    let event = parse(r#"{"a":{"b":[1,[2,3],null]},"s":"text","":5}"#);
    for (steps, expected) in [
        ("a b 0", Some("1")),
        ("a b 1 1", Some("3")),
        ("a b -1", Some("null")),
        ("a b -3", Some("1")),
        ("a b 3", None),
        ("a b -4", None),
        ("a b 9223372036854775807", None),
        ("a b -9223372036854775808", None),
        ("a x", None),
        ("a 0", None),
        ("s x", None),
        ("s 0", None),
        ("a b x", None),
        ("0", None),
    ] {
        assert_eq!(event.get(&path(steps)).cloned(), expected.map(parse), "{steps}");
        assert_eq!(event.clone().take(&path(steps)), expected.map(parse), "{steps}");
    }
    assert_eq!(event.get(&[]), Some(&event));
    assert_eq!(event.get(&[Step::Field("".into())]), Some(&Value::Integer(5)));
}

#[test]
fn take_leaves_null() {
    let mut event = parse(r#"{"a":{"b":[1,2]}}"#);
    let before = event.clone();
    assert_eq!(event.take(&path("a b 0")), Some(Value::Integer(1)));
    assert_eq!(event, parse(r#"{"a":{"b":[null,2]}}"#));
    assert_eq!(before, parse(r#"{"a":{"b":[1,2]}}"#));
    assert_eq!(event.take(&[]), Some(parse(r#"{"a":{"b":[null,2]}}"#)));
    assert_eq!(event, Value::Null);
}

#[test]
fn insert() {
    for (before, steps, after, old) in [
        ("{}", "a", r#"{"a":9}"#, None),
        (r#"{"a":5}"#, "a", r#"{"a":9}"#, Some("5")),
        (r#"{"a":5}"#, "a c", r#"{"a":{"c":9}}"#, None),
        (r#"{"a":[1,2]}"#, "a b", r#"{"a":{"b":9}}"#, None),
        ("[1,2]", "a", r#"{"a":9}"#, None),
        ("null", "a b c", r#"{"a":{"b":{"c":9}}}"#, None),
        (r#"{"a":{"x":1}}"#, "a b", r#"{"a":{"x":1,"b":9}}"#, None),
        (r#"{"a":[1,2]}"#, "a 4", r#"{"a":[1,2,null,null,9]}"#, None),
        (r#"{"a":[1,2]}"#, "a 2", r#"{"a":[1,2,9]}"#, None),
        (r#"{"a":[1,2]}"#, "a 1", r#"{"a":[1,9]}"#, Some("2")),
        (r#"{"a":[1,2]}"#, "a -1", r#"{"a":[1,9]}"#, Some("2")),
        (r#"{"a":[1,2]}"#, "a -2", r#"{"a":[9,2]}"#, Some("1")),
        (r#"{"a":[1,2]}"#, "a -3", r#"{"a":[9,1,2]}"#, None),
        (r#"{"a":[1,2]}"#, "a -5", r#"{"a":[9,null,null,1,2]}"#, None),
        ("{}", "a -3", r#"{"a":[9,null,null]}"#, None),
        ("{}", "a 1 b", r#"{"a":[null,{"b":9}]}"#, None),
        (r#"{"a":{"0":1}}"#, "a 0", r#"{"a":[9]}"#, None),
        (r#"{"a":[[1],[2]]}"#, "a 1 0", r#"{"a":[[1],[9]]}"#, Some("2")),
        (r#"{"a":[5]}"#, "a 0 b", r#"{"a":[{"b":9}]}"#, None),
        ("5", "", "9", Some("5")),
    ] {
        let mut value = parse(before);
        let shared = value.clone();
        assert_eq!(
            value.insert(&path(steps), Value::Integer(9)),
            Ok(old.map(parse)),
            "{before} {steps}"
        );
        assert_eq!(value, parse(after), "{before} {steps}");
        assert_eq!(shared, parse(before), "another holder must not see the write to {steps}");
        assert!(value.depth() >= depth(&value), "{after}");
    }
}

#[test]
fn insert_far_outside_an_array_changes_nothing() {
    for steps in [
        "a 100002",
        "a -100003",
        "a 9223372036854775807",
        "a -9223372036854775808",
        "b 100000",
        "b c 9223372036854775807",
        "a 5 9223372036854775807",
        "a -5 9223372036854775807",
        "9223372036854775807",
    ] {
        let mut value = parse(r#"{"a":[1,2]}"#);
        let error = value.insert(&path(steps), Value::Null).expect_err(steps);
        assert!(error.to_string().contains("elements outside an array"));
        assert_eq!(value, parse(r#"{"a":[1,2]}"#));
    }
    let mut value = parse("[1,2]");
    assert_eq!(value.insert(&path("100001"), Value::Null), Ok(None));
    assert_eq!(value.as_array().map(|array| array.len()), Some(100_002));
    assert_eq!(value.insert(&path("-200002"), Value::Null), Ok(None));
    assert_eq!(value.as_array().map(|array| array.len()), Some(200_002));
}

#[test]
fn remove() {
    for (before, steps, plain, compact, old) in [
        (r#"{"a":1,"b":2}"#, "a", r#"{"b":2}"#, r#"{"b":2}"#, Some("1")),
        (r#"{"a":[1,2,3]}"#, "a 0", r#"{"a":[2,3]}"#, r#"{"a":[2,3]}"#, Some("1")),
        (r#"{"a":[1,2,3]}"#, "a -1", r#"{"a":[1,2]}"#, r#"{"a":[1,2]}"#, Some("3")),
        (r#"{"a":[1]}"#, "a 1", r#"{"a":[1]}"#, r#"{"a":[1]}"#, None),
        (r#"{"a":[1]}"#, "a -2", r#"{"a":[1]}"#, r#"{"a":[1]}"#, None),
        (r#"{"a":{"b":{"c":1}}}"#, "a b c", r#"{"a":{"b":{}}}"#, "{}", Some("1")),
        (
            r#"{"a":{"b":{"c":1},"d":2}}"#,
            "a b c",
            r#"{"a":{"b":{},"d":2}}"#,
            r#"{"a":{"d":2}}"#,
            Some("1"),
        ),
        (r#"{"a":{"b":{}}}"#, "a b z", r#"{"a":{"b":{}}}"#, r#"{"a":{"b":{}}}"#, None),
        (r#"{"a":[[1]]}"#, "a 0 0", r#"{"a":[[]]}"#, "{}", Some("1")),
        (r#"{"a":{"b":1},"z":[]}"#, "a b", r#"{"a":{},"z":[]}"#, r#"{"z":[]}"#, Some("1")),
        (r#"{"a":{"b":null}}"#, "a b", r#"{"a":{}}"#, "{}", Some("null")),
        (r#"{"a":5}"#, "a b", r#"{"a":5}"#, r#"{"a":5}"#, None),
        (r#"{"a":5}"#, "0", r#"{"a":5}"#, r#"{"a":5}"#, None),
        (r#"{"a":5}"#, "", "{}", "{}", Some(r#"{"a":5}"#)),
        ("[1]", "", "[]", "[]", Some("[1]")),
        ("\"s\"", "", "null", "null", Some("\"s\"")),
    ] {
        for (after, compact) in [(plain, false), (compact, true)] {
            let mut value = parse(before);
            let shared = value.clone();
            assert_eq!(
                value.remove(&path(steps), compact),
                old.map(parse),
                "{before} {steps} {compact}"
            );
            assert_eq!(value, parse(after), "{before} {steps} {compact}");
            assert_eq!(shared, parse(before), "another holder must not see the removal of {steps}");
        }
    }
}

#[test]
fn the_depth_grows_with_what_is_written() {
    let mut value = Value::Null;
    let mut steps = Vec::new();
    for level in 1..=50 {
        steps.push(if level % 3 == 0 { Step::Index(-2) } else { Step::Field("a".into()) });
        assert_eq!(value.insert(&steps, Value::Integer(1)), Ok(None));
        assert_eq!(value.depth(), level);
        assert_eq!(depth(&value), level);
    }
    let inner = value.clone();
    assert_eq!(value.insert(&path("b a"), inner), Ok(None));
    assert_eq!(value.depth(), 52);
    let copied = value.get(&path("b")).cloned().expect("just written");
    let mut array = parse("[[1],2]");
    assert_eq!(array.insert(&path("0 0"), copied), Ok(Some(Value::Integer(1))));
    assert_eq!(array.depth(), 53);
}

#[test]
fn paths_are_written_as_one_types_them() {
    for (steps, expected) in [
        (vec![Step::Field("a".into()), Step::Field("b_9".into()), Step::Index(-1)], "a.b_9[-1]"),
        (vec![Step::Index(0), Step::Field("foo@bar".into())], "[0].foo@bar"),
        (
            vec![Step::Field("a b".into()), Step::Field("5".into()), Step::Field("5a".into())],
            r#""a b"."5".5a"#,
        ),
        (vec![Step::Field("".into()), Step::Field("q\"\\\n".into())], "\"\".\"q\\\"\\\\\\n\""),
    ] {
        assert_eq!(Path::from(steps).to_string(), expected);
    }
}

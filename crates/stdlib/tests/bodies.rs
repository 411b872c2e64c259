//! Tests of builtins that need more than arguments: paths, closures, formats that change from call to call.

use vrlet_function::{
    Body, Call, CallContext, Closure, CompiledBody, Failure, Function, Host, MachineState, Place,
};
use vrlet_value::{Kind, Path, Step, Text, Value, json};

struct Block<F>(F);

impl<F: FnMut(&mut [Value]) -> Result<Value, Failure>> Closure for Block<F> {
    fn run(&mut self, arguments: &mut [Value]) -> Result<Value, Failure> {
        (self.0)(arguments)
    }
}

fn function(name: &str) -> &'static Function {
    vrlet_stdlib::FUNCTIONS.iter().find(|function| function.name == name).expect("a builtin")
}

fn value(json: &str) -> Value {
    json::read_slice(json.as_bytes()).expect("JSON")
}

/// The arguments as the machine would pass them.
fn arguments(function: &Function, given: &[&str]) -> Vec<Value> {
    let left_out = function.params.iter().skip(given.len());
    given.iter().map(|json| value(json)).chain(left_out.map(|param| param.default.into())).collect()
}

fn plain(function: &Function, call: &mut Call<'_>) -> Result<Value, Failure> {
    match function.body {
        Body::Plain(body) => body(call),
        Body::Prepared(_) | Body::TypeAssert(_) | Body::CompileTime(_) => {
            panic!("{} has no plain body", function.name)
        }
    }
}

fn with_closure(
    name: &str,
    given: &[&str],
    block: impl FnMut(&mut [Value]) -> Result<Value, Failure>,
) -> Result<Value, Failure> {
    let (function, host) = (function(name), Host::default());
    let mut arguments = arguments(function, given);
    plain(function, &mut Call::new(&mut arguments, &host).with_closure(&mut Block(block)))
}

/// A body prepared for arguments that are known only at run time.
fn prepared(function: &'static Function, host: &Host) -> Box<dyn CompiledBody> {
    let kinds = vec![Some(Kind::any()); function.params.len()];
    let constants = vec![None; function.params.len()];
    let context = CallContext {
        params: function.params,
        kinds: &kinds,
        constants: &constants,
        fields: &[],
        place: None,
        root_kind: None,
        closure: None,
        span: Default::default(),
        host,
    };
    match function.body {
        Body::Prepared(prepare) => {
            prepare(&context).expect("nothing to refuse").instantiate(&mut MachineState::default())
        }
        Body::Plain(_) | Body::TypeAssert(_) | Body::CompileTime(_) => {
            panic!("{} has no prepared body", function.name)
        }
    }
}

#[test]
fn del_changes_the_place() {
    let (del, host) = (function("del"), Host::default());
    let mut event = value(r#"{"a": {"b": 1}, "c": 2}"#);
    let path: Path = ["a", "b"].into_iter().map(|name| Step::Field(name.into())).collect();
    let mut arguments = vec![Value::Null, Value::Boolean(true)];
    let place = Place { root: &mut event, path: &path };
    let removed = plain(del, &mut Call::new(&mut arguments, &host).with_place(place));
    assert_eq!((removed, event), (Ok(Value::Integer(1)), value(r#"{"c": 2}"#)));
}

#[test]
fn exists_takes_null_for_a_value() {
    let (exists, host) = (function("exists"), Host::default());
    let mut event = value(r#"{"a": null}"#);
    for (name, expected) in [("a", true), ("b", false)] {
        let path = Path::from(vec![Step::Field(name.into())]);
        let place = Place { root: &mut event, path: &path };
        let found = plain(exists, &mut Call::new(&mut [Value::Null], &host).with_place(place));
        assert_eq!(found, Ok(Value::Boolean(expected)));
    }
}

#[test]
fn closures_see_objects_in_sorted_order_until_break() {
    let mut seen = Vec::new();
    let result = with_closure("for_each", &[r#"{"b": 1, "c": 2, "a": 3}"#], |arguments| {
        seen.push(arguments[0].clone());
        if arguments[1] == Value::Integer(1) { Err(Failure::Break) } else { Ok(Value::Null) }
    });
    assert_eq!((result, seen), (Ok(Value::Null), vec!["a".into(), "b".into()]));
}

#[test]
fn return_ends_one_run_over_an_object_and_all_over_an_array() {
    let give_true = || Failure::Return(Box::new(Value::Boolean(true)));
    let over_object = with_closure("filter", &[r#"{"a": 1, "b": 2}"#], |arguments| {
        if arguments[1] == Value::Integer(1) { Err(give_true()) } else { Ok(Value::Boolean(false)) }
    });
    assert_eq!(over_object, Ok(value(r#"{"a": 1}"#)));
    let over_array = with_closure("filter", &["[1]"], |_| Err(give_true()));
    assert_eq!(over_array, Err(give_true()));
}

#[test]
fn map_values_goes_into_what_was_a_collection() {
    let to_text = |arguments: &mut [Value]| match std::mem::take(&mut arguments[0]) {
        Value::Integer(_) => Ok(value(r#"{"x": 1}"#)),
        other => Ok(other),
    };
    let result = with_closure("map_values", &[r#"{"b": [1], "a": 2}"#, "true"], to_text);
    assert_eq!(result, Ok(value(r#"{"b": [{"x": 1}], "a": {"x": 1}}"#)));
}

#[test]
fn map_values_ends_where_the_closure_nests_for_ever() {
    let result =
        with_closure("map_values", &[r#"{"a": {}}"#, "true"], |_| Ok(value(r#"{"x": {}}"#)));
    assert!(matches!(result, Err(Failure::Error(_))), "{result:?}");
}

#[test]
fn map_keys_lets_the_later_win() {
    let result = with_closure("map_keys", &[r#"{"b": 1, "a": 2}"#], |_| Ok("same".into()));
    assert_eq!(result, Ok(value(r#"{"same": 1}"#)));
}

#[test]
fn flow_logs_follow_a_format_that_changes() {
    let host = Host::default();
    let mut parse = prepared(function("parse_aws_vpc_flow_log"), &host);
    for (line, format, expected) in [
        ("2 10.0.0.1", "version srcaddr", r#"{"version": 2, "srcaddr": "10.0.0.1"}"#),
        ("3 10.0.0.2", "version srcaddr", r#"{"version": 3, "srcaddr": "10.0.0.2"}"#),
        ("- 443", "srcaddr dstport", r#"{"srcaddr": null, "dstport": 443}"#),
    ] {
        let mut arguments = [Text::from(line).into(), Text::from(format).into()];
        assert_eq!(parse.call(&mut Call::new(&mut arguments, &host)), Ok(value(expected)));
    }
}

#[test]
fn every_builtin_is_documented() {
    for function in vrlet_stdlib::FUNCTIONS {
        assert!(!function.about.is_empty() && !function.examples.is_empty(), "{}", function.name);
        assert!(
            function.params.iter().all(|param| param.about.ends_with('.')),
            "{}",
            function.name
        );
    }
}

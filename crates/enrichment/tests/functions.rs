//! The two functions: what they refuse at compile time, and what calls give.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use std::collections::BTreeMap;

use support::*;
use vrlet_enrichment::{ColumnType, CsvTable, functions};
use vrlet_function::{
    ArgumentError, Body, Call, CallContext, CompiledBody, Failure, FieldArgument, Function, Host,
    MachineState,
};
use vrlet_value::{Array, Key, Kind, Value};

fn host() -> Host {
    let mut host = Host::default();
    host.tables.add("protocol", csv("number,keyword\n6,TCP\n17,UDP\n*,other\n"));
    let people = CsvTable::options().column("born", ColumnType::Date(None));
    let people = people.read("people.csv", b"name,born\nAnn,2000-01-01\nBob,2010-01-01\n").unwrap();
    host.tables.add("people", std::sync::Arc::new(people));
    host
}

fn function(name: &str) -> &'static Function {
    functions::FUNCTIONS
        .iter()
        .find(|function| function.name == name)
        .expect("there is such a function")
}

/// A lookup and the machine that it belongs to.
struct Prepared {
    body: Box<dyn CompiledBody>,
    machine: MachineState,
}

/// Prepares a call with a condition and other arguments by name.
fn prepare(
    host: &Host,
    name: &str,
    condition: &[(&str, Kind)],
    arguments: &BTreeMap<&str, Value>,
) -> Result<Prepared, ArgumentError> {
    let function = function(name);
    let given = |param: &vrlet_function::Param| arguments.get(param.name);
    let kinds: Vec<Option<Kind>> =
        function.params.iter().map(|param| given(param).map(Kind::of_value)).collect();
    let constants: Vec<Option<Value>> =
        function.params.iter().map(|param| given(param).cloned()).collect();
    let fields: Vec<FieldArgument> = condition
        .iter()
        .map(|(key, kind)| FieldArgument {
            key: Key::from(*key),
            kind: kind.clone(),
            constant: None,
        })
        .collect();
    let context = CallContext {
        params: function.params,
        kinds: &kinds,
        constants: &constants,
        fields: &fields,
        place: None,
        root_kind: None,
        closure: None,
        span: Default::default(),
        host,
    };
    let Body::Prepared(prepare) = function.body else { panic!("lookups are prepared") };
    prepare(&context).map(|factory| {
        let mut machine = MachineState::default();
        Prepared { body: factory.instantiate(&mut machine), machine }
    })
}

/// Calls with values of the condition and the arguments that are evaluated.
fn call(
    prepared: &mut Prepared,
    host: &Host,
    values: &[Value],
    select: Option<Array>,
    wildcard: Option<&str>,
) -> Result<Value, Failure> {
    let mut arguments =
        [Value::Null, Value::Null, select.into(), Value::Null, wildcard.map(Value::from).into()];
    let mut fields = values.to_vec();
    let frame = Call::new(&mut arguments, host).with_fields(&mut fields);
    prepared.body.call(&mut frame.with_machine(&mut prepared.machine))
}

#[test]
fn get_and_find() {
    let host = host();
    let table = BTreeMap::from([("table", text("protocol"))]);
    let condition = [("number", Kind::bytes())];
    let mut get = prepare(&host, "get_enrichment_table_record", &condition, &table).unwrap();
    let mut find = prepare(&host, "find_enrichment_table_records", &condition, &table).unwrap();
    let tcp = object([("number", text("6")), ("keyword", text("TCP"))]);
    assert_eq!(call(&mut get, &host, &[text("6")], None, None), Ok(tcp.clone()));
    assert_eq!(call(&mut find, &host, &[text("6")], None, None), Ok(vec![tcp].into()));
    assert_eq!(call(&mut find, &host, &[text("7")], None, None), Ok(Array::new().into()));
    assert!(call(&mut get, &host, &[text("7")], None, None).is_err());
    let keyword = object([("keyword", text("other"))]);
    assert_eq!(
        call(&mut get, &host, &[text("7")], Some(names(&["keyword"])), Some("*")),
        Ok(keyword)
    );
}

#[test]
fn case_is_ignored_on_request() {
    let host = host();
    let arguments =
        BTreeMap::from([("table", text("protocol")), ("case_sensitive", Value::Boolean(false))]);
    let mut find =
        prepare(&host, "find_enrichment_table_records", &[("keyword", Kind::bytes())], &arguments)
            .unwrap();
    let found = call(&mut find, &host, &[text("tcp")], None, None).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 1);
}

#[test]
fn an_object_with_ends_is_a_range() {
    let host = host();
    let table = BTreeMap::from([("table", text("people"))]);
    let time = Value::Timestamp("2005-01-01T00:00:00Z".parse().unwrap());
    let range = object([("from", time)]);
    let mut get =
        prepare(&host, "get_enrichment_table_record", &[("born", Kind::of_value(&range))], &table)
            .unwrap();
    let bob = call(&mut get, &host, &[range], None, None).unwrap();
    assert_eq!(bob.as_object().unwrap().get("name"), Some(&text("Bob")));
    let mut equal =
        prepare(&host, "get_enrichment_table_record", &[("born", Kind::any())], &table).unwrap();
    assert!(call(&mut equal, &host, &[object([])], None, None).is_err());
}

#[test]
fn unknown_tables_and_columns_are_refused() {
    let host = host();
    let error = |host: &Host, table: &str, column: &str| {
        let table = BTreeMap::from([("table", text(table))]);
        prepare(host, "get_enrichment_table_record", &[(column, Kind::bytes())], &table)
            .err()
            .unwrap()
    };
    let unknown = error(&host, "protocoll", "number");
    assert_eq!(
        (unknown.param, &*unknown.message),
        (Some("table"), "there is no table `protocoll`")
    );
    assert_eq!(
        unknown.help.as_deref(),
        Some("did you mean `protocol`? the tables are `people`, `protocol`")
    );
    let none = error(&Host::default(), "protocol", "number");
    let help = none.help.unwrap();
    assert!(help.contains("`--table protocol=PATH`") && help.contains("`vrlet.toml`"), "{help}");
    let column = error(&host, "protocol", "numbre");
    assert_eq!(column.param, Some("condition"));
    assert_eq!(column.message, "table `protocol`: the table has no column `numbre`");
    assert_eq!(
        column.help.as_deref(),
        Some("did you mean `number`? the columns are `number`, `keyword`")
    );
}

#[test]
fn the_contract_says_what_comes_back() {
    for function in functions::FUNCTIONS {
        let context = CallContext {
            params: function.params,
            kinds: &[],
            constants: &[],
            fields: &[],
            place: None,
            root_kind: None,
            closure: None,
            span: Default::default(),
            host: &Host::default(),
        };
        let returns = (function.returns)(&context);
        assert!(returns.fallible);
        let one = function.name.starts_with("get");
        assert!(if one {
            returns.kind == Kind::any_object()
        } else {
            returns.kind.is(vrlet_value::KindSet::ARRAY)
        });
    }
}

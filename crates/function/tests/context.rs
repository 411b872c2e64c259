//! Tests of `CallContext`: the constants of a call as contracts and bodies ask for them.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use vrlet_function::prelude::*;
use vrlet_function::{CallContext, Host, Param};

const UNIT: Arg<Text> =
    Arg::optional("unit", "").default(Literal::Text("seconds")).one_of(&["seconds", "hours"]);
const LIMIT: Arg<Option<i64>> = Arg::optional("limit", "").after(UNIT);
const COUNT: Arg<i64> = Arg::optional("count", "").default(Literal::Integer(1)).after(LIMIT);
const ANYTHING: Arg<Value> = Arg::optional("anything", "").after(COUNT);
const PARAMS: &[Param] = &[UNIT.param(), LIMIT.param(), COUNT.param(), ANYTHING.param()];

/// An argument that is left out, known only at run time, or a constant.
#[derive(Clone)]
enum Given {
    Nothing,
    Unknown,
    Constant(Value),
}

use Given::{Constant, Nothing, Unknown};

/// What a contract learns of a call with one of its four arguments, the others being left out.
fn with<R>(position: usize, given: Given, ask: impl FnOnce(&CallContext<'_>) -> R) -> R {
    let (mut kinds, mut constants) = (vec![None; PARAMS.len()], vec![None; PARAMS.len()]);
    match given {
        Nothing => {}
        Unknown => kinds[position] = Some(Kind::any()),
        Constant(value) => {
            kinds[position] = Some(Kind::of_value(&value));
            constants[position] = Some(value);
        }
    }
    ask(&CallContext {
        params: PARAMS,
        kinds: &kinds,
        constants: &constants,
        fields: &[],
        place: None,
        root_kind: None,
        closure: None,
        span: Default::default(),
        host: &Host::default(),
    })
}

#[test]
fn a_choice_is_one_of_the_words_of_its_parameter() {
    let unit = |given| with(0, given, |context| context.choice(UNIT));
    assert_eq!(unit(Constant(Value::from("hours"))), Some("hours"));
    assert_eq!(unit(Nothing), Some("seconds"), "the default");
    assert_eq!(unit(Unknown), None, "known only when the program runs");
    // The checker refuses these; whoever asks sees no word rather than another one.
    assert_eq!(unit(Constant(Value::from("days"))), None);
    assert_eq!(unit(Constant(Value::Integer(1))), None);
    assert_eq!(unit(Constant(Value::Null)), None);
}

#[test]
fn a_constant_null_is_a_value_where_null_is_taken() {
    let limit = |given| with(1, given, |context| context.constant(LIMIT));
    assert_eq!(limit(Constant(Value::Null)), Some(None));
    assert_eq!(limit(Constant(Value::Integer(7))), Some(Some(7)));
    assert_eq!(limit(Nothing), Some(None), "without a default it is null");
    assert_eq!(limit(Unknown), None);
    let anything = |given| with(3, given, |context| context.constant(ANYTHING));
    assert_eq!(anything(Constant(Value::Null)), Some(Value::Null));
    assert_eq!(anything(Unknown), None);
}

#[test]
fn a_constant_null_is_none_where_null_is_not_taken() {
    let count = |given| with(2, given, |context| context.constant(COUNT));
    assert_eq!(count(Constant(Value::Integer(7))), Some(7));
    assert_eq!(count(Constant(Value::Null)), None);
    assert_eq!(count(Constant(Value::from("7"))), None, "nor is a value of another kind");
}

#[test]
fn a_constant_null_is_an_argument_that_is_given() {
    let has = |given| with(1, given, |context| (context.has(LIMIT), context.kind(LIMIT).set()));
    assert_eq!(has(Constant(Value::Null)), (true, KindSet::NULL));
    assert_eq!(has(Nothing), (false, KindSet::NULL));
}

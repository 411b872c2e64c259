//! `filter`: keep some members of a collection.

use vrlet_function::prelude::*;

use super::closure::{KEY, VALUE, or_return};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "filter",
    category: Category::Enumerate,
    about: "The elements of an array, or the fields of an object, for which the closure gives \
            `true`.",
    params: &[required("value", OBJECT.or(ARRAY), "The array or object.")],
    closure: Some(ClosureSignature {
        input: "value",
        over: OBJECT.or(ARRAY),
        params: &[KEY, VALUE],
        result: BOOLEAN,
        breaks: false,
        discards: false,
    }),
    returns: |site| TypeDef::of(site.kind("value").set().and(OBJECT.or(ARRAY))),
    body: Body::Plain(filter),
    examples: &[
        example("Elements", "filter([1, 2, 3]) -> |_index, value| { value > 1 }", "[2,3]"),
        example(
            "Fields",
            "filter({\"a\": 1, \"b\": null}) -> |_key, value| { value != null }",
            r#"{"a":1}"#,
        ),
    ],
    ..Function::BASE
};

fn filter(call: &mut Call<'_>) -> Result<Value, Failure> {
    let collection: Value = call.take(0);
    let closure = call.closure();
    match collection {
        Value::Array(array) => {
            let mut kept = Vec::new();
            for (index, value) in array.into_iter().enumerate() {
                if is_true(&closure.run(&mut [super::count(index), value.clone()])?)? {
                    kept.push(value);
                }
            }
            Ok(kept.into())
        }
        Value::Object(mut object) => {
            let mut dropped: Vec<Key> = Vec::new();
            for (key, value) in object.sorted() {
                if !is_true(&or_return(closure.run(&mut [key.into(), value.clone()]))?)? {
                    dropped.push(key.clone());
                }
            }
            if !dropped.is_empty() {
                // They came in sorted order.
                object.retain(|key, _| dropped.binary_search(key).is_err());
            }
            Ok(object.into())
        }
        other => {
            let found = other.kind_name();
            Err(Failure::new(format!(
                "`value` must be an array or an object, it is a value of kind {found}"
            )))
        }
    }
}

/// The checker wants a boolean, but what it knows of variables that closures change may be out of date.
fn is_true(verdict: &Value) -> Result<bool, Failure> {
    verdict.as_boolean().ok_or_else(|| {
        Failure::new(format!(
            "the closure must say true or false, it gave a value of kind {}",
            verdict.kind_name()
        ))
    })
}

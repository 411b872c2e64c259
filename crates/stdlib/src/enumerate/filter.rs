//! `filter`: keeps the members of a collection for which a closure says true.

use vrlet_function::prelude::*;

use super::closure::{COLLECTION, ELEMENT, KEY, or_return};

pub const FUNCTION: Function = Function::new(Contract {
    name: "filter",
    category: Category::Enumerate,
    about: "The elements of an array, or the fields of an object, for which the closure gives \
            `true`.",
    params: &[COLLECTION.param()],
    returns: |context| TypeDef::of(context.kind(COLLECTION).set().and(OBJECT.or(ARRAY))),
    failures: &[],
    body: Body::Plain(filter),
    examples: &[
        example("Elements", "filter([1, 2, 3]) -> |_index, value| { value > 1 }", "[2,3]"),
        example(
            "Fields",
            "filter({\"a\": 1, \"b\": null}) -> |_key, value| { value != null }",
            r#"{"a":1}"#,
        ),
    ],
})
.closure(ClosureSignature {
    input: COLLECTION.param(),
    over: OBJECT.or(ARRAY),
    params: &[KEY, ELEMENT],
    result: BOOLEAN,
    breaks: false,
    returns: OBJECT,
    discards: false,
});

fn filter(call: &mut Call<'_>) -> Result<Value, Failure> {
    let collection = call.take(COLLECTION);
    let closure = call.closure();
    match collection {
        Value::Array(array) => {
            let mut kept = Vec::new();
            for (index, value) in array.into_iter().enumerate() {
                if is_true(&closure.run(&mut [super::count::count(index), value.clone()])?)? {
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

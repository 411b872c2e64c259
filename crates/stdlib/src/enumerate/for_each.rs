//! `for_each`: runs a closure for each member of a collection.

use vrlet_function::prelude::*;

use super::closure::{COLLECTION, ELEMENT, KEY, or_return};

pub const FUNCTION: Function = Function::new(Contract {
    name: "for_each",
    category: Category::Enumerate,
    about: "Runs the closure once for each element of an array, or for each field of an object, in \
            the sorted order of the names. `break` ends it.",
    params: &[COLLECTION.param()],
    returns: |_| TypeDef::null(),
    failures: &[],
    body: Body::Plain(for_each),
    examples: &[
        example(
            "Elements",
            "sum = 0\nfor_each([1, 2, 3]) -> |_index, value| { sum = sum + value }\nsum",
            "6",
        ),
        example(
            "Fields",
            "seen = []\nfor_each({\"b\": 1, \"a\": 2}) -> |key, _value| { seen = push(seen, key) \
             }\nseen",
            r#"["a","b"]"#,
        ),
        example(
            "Until something is found",
            "found = null\nfor_each([3, 5, 8]) -> |index, value| {\n  if value == 5 {\n    found \
             = index\n    break\n  }\n}\nfound",
            "1",
        ),
    ],
})
.closure(ClosureSignature {
    input: COLLECTION.param(),
    over: OBJECT.or(ARRAY),
    params: &[KEY, ELEMENT],
    result: ANY,
    breaks: true,
    returns: OBJECT,
    discards: true,
});

fn for_each(call: &mut Call<'_>) -> Result<Value, Failure> {
    let collection = call.take(COLLECTION);
    match run(call, collection) {
        Ok(()) | Err(Failure::Break) => Ok(Value::Null),
        Err(failure) => Err(failure),
    }
}

fn run(call: &mut Call<'_>, collection: Value) -> Result<(), Failure> {
    let closure = call.closure();
    match collection {
        Value::Array(array) => {
            for (index, value) in array.into_iter().enumerate() {
                closure.run(&mut [super::count::count(index), value])?;
            }
        }
        Value::Object(object) => {
            for (key, value) in object.sorted() {
                or_return(closure.run(&mut [key.into(), value.clone()]))?;
            }
        }
        // An event that is no collection has nothing to go over.
        _ => {}
    }
    Ok(())
}

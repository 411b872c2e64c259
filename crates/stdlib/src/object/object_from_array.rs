//! `object_from_array`: builds an object from an array of pairs.

use vrlet_function::prelude::*;

const VALUES: Arg<Array> = Arg::required("values", "The pairs, or the values.");
const KEYS: Arg<Option<Array>> = Arg::optional("keys", "The keys of the values.").after(VALUES);

pub const FUNCTION: Function = Function::new(Contract {
    name: "object_from_array",
    category: Category::Object,
    about: "An object made of an array of `[key, value]` pairs, or of an array of values and an \
            array of their keys. A pair whose key is null is left out; of equal keys the \
            last wins; of two arrays, what the longer one has more is left out.",
    params: &[VALUES.param(), KEYS.param()],
    returns: |_| TypeDef::of(OBJECT),
    failures: &["A pair is not an array, or is empty.", "A key is neither a string nor null."],
    body: Body::Plain(object_from_array),
    examples: &[
        example("Pairs", r#"object_from_array([["a", 1], ["b", 2]])"#, r#"{"a":1,"b":2}"#),
        example("Values and keys", r#"object_from_array([1, 2], ["a", "b"])"#, r#"{"a":1,"b":2}"#),
        fails("Not a pair", "object_from_array([1])", "must be an array"),
    ],
})
.fails_untyped(|_| true);

fn object_from_array(call: &mut Call<'_>) -> Result<Value, Failure> {
    let mut object = Object::new();
    match (call.take(VALUES), call.take(KEYS)) {
        (values, Some(keys)) => {
            for (key, value) in keys.iter().zip(values) {
                insert(&mut object, key, value)?;
            }
        }
        (pairs, None) => {
            for pair in pairs.iter() {
                let (key, rest) = split(pair)?;
                insert(&mut object, key, rest.first().cloned().unwrap_or_default())?;
            }
        }
    }
    Ok(object.into())
}

fn insert(object: &mut Object, key: &Value, value: Value) -> Result<(), Failure> {
    if let Some(key) = super::entry_key::key(key)? {
        object.insert(key, value);
    }
    Ok(())
}

fn split(pair: &Value) -> Result<(&Value, &[Value]), Failure> {
    match pair.as_array().map(|pair| pair.split_first()) {
        Some(Some(pair)) => Ok(pair),
        Some(None) => Err(Failure::fixed("a pair must have a key, one is empty")),
        None => {
            let found = pair.kind_name();
            Err(Failure::new(format!("a pair must be an array, one is a value of kind {found}")))
        }
    }
}

//! `to_entries`: converts a collection to key/value entries.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The object or array.").kinds(OBJECT.or(ARRAY));

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_entries",
    category: Category::Object,
    about: "An object with `key` and `value` for each field of an object, in the sorted order of \
            names, or for each element of an array, with its index as the key.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::of(ARRAY),
    failures: &[],
    body: Body::Plain(to_entries),
    examples: &[
        example(
            "Fields",
            r#"to_entries({"b": 2, "a": 1})"#,
            r#"[{"key":"a","value":1},{"key":"b","value":2}]"#,
        ),
        example("Elements", r#"to_entries(["a"])"#, r#"[{"key":0,"value":"a"}]"#),
    ],
});

fn to_entries(call: &mut Call<'_>) -> Result<Value, Failure> {
    Ok(Value::Array(match call.take(VALUE) {
        Value::Object(object) => {
            object.sorted().map(|(key, value)| entry(key.into(), value.clone())).collect()
        }
        Value::Array(array) => {
            (0..).zip(array).map(|(index, value)| entry(Value::Integer(index), value)).collect()
        }
        other => unreachable!("checked: {} where a collection was declared", other.kind_name()),
    }))
}

fn entry(key: Value, value: Value) -> Value {
    let fields = [(Key::from_static("key"), key), (Key::from_static("value"), value)];
    fields.into_iter().collect::<Object>().into()
}

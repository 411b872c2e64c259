//! `from_entries`: builds an object from key/value entries.

use vrlet_function::prelude::*;

const VALUE: Arg<Array> = Arg::required("value", "The entries.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "from_entries",
    category: Category::Object,
    about: "An object with a field for each entry of the array; the reverse of `to_entries`. An \
            entry gives its key as `key`, `Key`, `name` or `Name`, the first of them that is \
            neither null nor false, and its value as `value` or `Value`. Of equal keys the \
            last wins.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::of(OBJECT),
    failures: &["An entry is not an object.", "An entry has no key, or one that is not a string."],
    body: Body::Plain(from_entries),
    examples: &[
        example(
            "Keys and values",
            r#"from_entries([{"key": "a", "value": 1}, {"key": "b", "value": 2}])"#,
            r#"{"a":1,"b":2}"#,
        ),
        example(
            "Other names",
            r#"from_entries([{"Name": "env", "Value": "test"}])"#,
            r#"{"env":"test"}"#,
        ),
        fails("Not an entry", r#"from_entries([["a", 1]])"#, "must be an object"),
    ],
})
.fails_untyped(|_| true);

fn from_entries(call: &mut Call<'_>) -> Result<Value, Failure> {
    let entries = call.take(VALUE);
    entries.iter().map(field).collect::<Result<Object, _>>().map(Value::Object)
}

fn field(entry: &Value) -> Result<(Key, Value), Failure> {
    let Some(entry) = entry.as_object() else {
        let found = entry.kind_name();
        return Err(Failure::new(format!(
            "an entry must be an object, one is a value of kind {found}"
        )));
    };
    let is_given = |key: &Value| !matches!(key, Value::Null | Value::Boolean(false));
    let mut keys = ["key", "Key", "name", "Name"].into_iter().filter_map(|name| entry.get(name));
    let key = super::entry_key::key(keys.find(|key| is_given(key)).unwrap_or(&Value::Null))?;
    let key = key.ok_or(Failure::fixed("an entry has no `key`"))?;
    let value = entry.get("value").or_else(|| entry.get("Value"));
    Ok((key, value.cloned().unwrap_or_default()))
}

//! `map_keys`: renames the fields of an object by a closure.

use vrlet_function::Closure;
use vrlet_function::prelude::*;

use super::closure::KEY;

const VALUE: Arg<Value> = Arg::required("value", "The object.").kinds(OBJECT);
const RECURSIVE: Arg<bool> =
    Arg::optional("recursive", "Whether to go into objects and arrays inside.")
        .default(Literal::Boolean(false))
        .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "map_keys",
    category: Category::Enumerate,
    about: "The object with its fields renamed by the closure. Where two get the same name, the \
            later one in sorted order wins. With `recursive`, fields of objects inside \
            are renamed too.",
    params: &[VALUE.param(), RECURSIVE.param()],
    // As VRL sees it: what is known of the old names stays.
    returns: |context| TypeDef::new(context.kind(VALUE).without(ANY.without(OBJECT))),
    failures: &[],
    body: Body::Plain(map_keys),
    examples: &[
        example(
            "Upper case",
            r#"map_keys({"a": 1, "b": 2}) -> |key| { upcase(key) }"#,
            r#"{"A":1,"B":2}"#,
        ),
        example(
            "Everything inside",
            "map_keys({\"a\": [{\"b\": 1}]}, recursive: true) -> |key| { \"x_\" + key }",
            r#"{"x_a":[{"x_b":1}]}"#,
        ),
    ],
})
.closure(ClosureSignature {
    input: VALUE.param(),
    over: OBJECT,
    params: &[ClosureParam { name: "key", ..KEY }],
    result: STRING,
    breaks: false,
    returns: KindSet::NEVER,
    discards: false,
});

fn map_keys(call: &mut Call<'_>) -> Result<Value, Failure> {
    match (call.take(VALUE), call.take(RECURSIVE)) {
        (Value::Object(object), recursive) => {
            rename(object, call.closure(), recursive).map(Value::Object)
        }
        // An event that is no object has no keys.
        (other, _) => Ok(other),
    }
}

fn rename(object: Object, closure: &mut dyn Closure, recursive: bool) -> Result<Object, Failure> {
    let mut renamed = Object::with_capacity(object.len());
    for (key, value) in object.sorted() {
        let name = match closure.run(&mut [key.into()])? {
            Value::Bytes(name) => Key::from(&name),
            other => {
                let found = other.kind_name();
                return Err(Failure::new(format!(
                    "the closure must give a string, it gave a value of kind {found}"
                )));
            }
        };
        let value = if recursive { inside(value.clone(), closure)? } else { value.clone() };
        renamed.insert(name, value);
    }
    Ok(renamed)
}

fn inside(value: Value, closure: &mut dyn Closure) -> Result<Value, Failure> {
    Ok(match value {
        Value::Object(object) => rename(object, closure, true)?.into(),
        Value::Array(array) => {
            let values = array.into_iter().map(|value| inside(value, closure));
            values.collect::<Result<Vec<_>, _>>()?.into()
        }
        other => other,
    })
}

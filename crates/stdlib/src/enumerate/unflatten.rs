//! `unflatten`: nests fields whose names are paths.

use indexmap::IndexMap;
use vrlet_function::prelude::*;

const VALUE: Arg<Object> = Arg::required("value", "The object.");
const SEPARATOR: Arg<Text> = Arg::optional(
    "separator",
    "What stands between the names; where it is empty, names are left whole.",
)
.default(Literal::Text("."))
.after(VALUE);
const RECURSIVE: Arg<bool> = Arg::optional("recursive", "Whether to go into objects inside.")
    .default(Literal::Boolean(true))
    .after(SEPARATOR);

pub const FUNCTION: Function = Function::new(Contract {
    name: "unflatten",
    category: Category::Enumerate,
    about: "The reverse of `flatten`: a field with the separator in its name moves into an object \
            inside. An object that stands there already gets the field too; any other value that \
            stands in the way moves into the object, as the field with the empty name. Of \
            two values for the same path, that of the longer name wins. Arrays are left as they \
            are.",
    params: &[VALUE.param(), SEPARATOR.param(), RECURSIVE.param()],
    returns: |_| TypeDef::of(OBJECT),
    failures: &[],
    body: Body::Plain(unflatten),
    examples: &[
        example(
            "Nested",
            r#"unflatten({"a.b": 1, "a.c": 2, "d": 3})"#,
            r#"{"a":{"b":1,"c":2},"d":3}"#,
        ),
        example("A value in the way", r#"unflatten({"a": 1, "a.b": 2})"#, r#"{"a":{"":1,"b":2}}"#),
        example(
            "Another separator",
            r#"unflatten({"a_b": 1}, separator: "_")"#,
            r#"{"a":{"b":1}}"#,
        ),
        example(
            "Only the names at the top",
            r#"unflatten({"a.b": {"c.d": 1}}, recursive: false)"#,
            r#"{"a":{"b":{"c.d":1}}}"#,
        ),
    ],
});

fn unflatten(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (object, separator, recursive) =
        (call.take(VALUE), call.take(SEPARATOR), call.take(RECURSIVE));
    let depth = call.host().limits.depth;
    let rule = Rule { separator: &separator.to_str(), recursive, depth };
    rule.object(&object, depth).map(Value::Object)
}

struct Rule<'a> {
    separator: &'a str,
    recursive: bool,
    /// How deep the result may be nested.
    depth: u32,
}

/// What is said of one name: a value of its own, or fields below it.
#[derive(Default)]
struct Named<'a> {
    value: Option<&'a Value>,
    fields: Vec<(&'a str, &'a Value)>,
}

impl Rule<'_> {
    fn object(&self, object: &Object, depth: u32) -> Result<Object, Failure> {
        self.nest(object.iter().map(|(key, value)| (&**key, value)), depth)
    }

    fn nest<'a>(
        &self,
        fields: impl Iterator<Item = (&'a str, &'a Value)>,
        depth: u32,
    ) -> Result<Object, Failure> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(Failure::new(format!(
                "the names make objects nested more than {} deep",
                self.depth
            )));
        };
        let mut names: IndexMap<&str, Named<'_>> = IndexMap::new();
        for (path, value) in fields {
            match self.split(path) {
                Some((name, below)) => names.entry(name).or_default().fields.push((below, value)),
                None => names.entry(path).or_default().value = Some(value),
            }
        }
        let nested = names.into_iter().map(|(name, Named { value, fields })| {
            let below = match fields.is_empty() {
                true => None,
                false => Some(self.nest(fields.into_iter(), depth)?.into()),
            };
            let own = value.map(|value| self.value(value, depth)).transpose()?;
            let value = match (own, below) {
                (Some(own), Some(below)) => joined(own, below),
                (own, below) => own.or(below).unwrap_or_default(),
            };
            Ok((Key::from(name), value))
        });
        nested.collect()
    }

    fn split<'a>(&self, path: &'a str) -> Option<(&'a str, &'a str)> {
        if self.separator.is_empty() { None } else { path.split_once(self.separator) }
    }

    fn value(&self, value: &Value, depth: u32) -> Result<Value, Failure> {
        match value {
            Value::Object(object) if self.recursive => {
                self.object(object, depth).map(Value::Object)
            }
            other => Ok(other.clone()),
        }
    }
}

/// Two values for the same place in one: fields side by side, a value that is no object as the field with
/// the empty name of the object. Of two that are none, the second wins.
fn joined(first: Value, second: Value) -> Value {
    match (first, second) {
        (Value::Object(mut first), Value::Object(second)) => {
            for (key, value) in second {
                add(&mut first, key, value);
            }
            first.into()
        }
        (Value::Object(object), Value::Null) | (Value::Null, Value::Object(object)) => {
            object.into()
        }
        (Value::Object(mut object), value) => {
            add(&mut object, EMPTY, value);
            object.into()
        }
        (value, Value::Object(mut object)) => {
            let value = match object.take("") {
                Some(there) => joined(value, there),
                None => value,
            };
            object.insert(EMPTY, value);
            object.into()
        }
        (_, second) => second,
    }
}

const EMPTY: Key = Key::from_static("");

fn add(object: &mut Object, key: Key, value: Value) {
    let value = match object.take(&key) {
        Some(there) => joined(there, value),
        None => value,
    };
    object.insert(key, value);
}

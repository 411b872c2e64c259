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
            inside. Where a field stands in the way of such an object, the object wins. \
            Arrays are left as they are.",
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
            let value = match value {
                Some(value) if fields.is_empty() => self.value(value, depth)?,
                _ => self.nest(fields.into_iter(), depth)?.into(),
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

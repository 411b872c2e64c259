//! `map_values`: replaces the values of a collection by a closure.

use vrlet_function::Closure;
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::closure::{COLLECTION, ELEMENT};

const RECURSIVE: Arg<bool> = Arg::optional("recursive", "Whether to go into collections inside.")
    .default(Literal::Boolean(false))
    .after(COLLECTION);

pub const FUNCTION: Function = Function::new(Contract {
    name: "map_values",
    category: Category::Enumerate,
    about: "The array or object with each value replaced by what the closure gives for it. With \
            `recursive`, the closure gets collections inside first, and then the members \
            of what it made of them.",
    params: &[COLLECTION.param(), RECURSIVE.param()],
    returns,
    failures: &[],
    body: Body::Plain(map_values),
    examples: &[
        example(
            "Fields",
            r#"map_values({"a": "x", "b": "y"}) -> |value| { upcase(value) }"#,
            r#"{"a":"X","b":"Y"}"#,
        ),
        example("Elements", "map_values([1, 2]) -> |value| { value * 10 }", "[10,20]"),
        example(
            "Everything inside",
            "map_values({\"a\": [1, {\"b\": 2}]}, recursive: true) -> |value| { if \
             is_integer(value) { \"n\" } else { value } }",
            r#"{"a":["n",{"b":"n"}]}"#,
        ),
    ],
})
.closure(ClosureSignature {
    input: COLLECTION.param(),
    over: OBJECT.or(ARRAY),
    params: &[ELEMENT],
    result: ANY,
    breaks: false,
    returns: KindSet::NEVER,
    discards: false,
});

/// As VRL sees it: known members become what the closure gives, of others no more is known than before.
fn returns(context: &CallContext<'_>) -> TypeDef {
    let value = context.kind(COLLECTION);
    let mapped = context.closure.cloned().unwrap_or(Kind::any());
    let mut result = Kind::never();
    if let Some(fields) = value.as_object() {
        let known = fields.known().map(|(key, _)| (key.clone(), mapped.clone()));
        result =
            result.or(Kind::object(Collection::of_fields(known).with_rest(rest(fields.rest()))));
    }
    if let Some(elements) = value.as_array() {
        let known = elements
            .known()
            .fold(Collection::empty(), |known, (index, _)| known.with(*index, mapped.clone()));
        result = result.or(Kind::array(known.with_rest(rest(elements.rest()))));
    }
    TypeDef::new(result)
}

fn rest(rest: Option<&Kind>) -> Kind {
    rest.cloned().unwrap_or(Kind::undefined())
}

fn map_values(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (collection, recursive) = (call.take(COLLECTION), call.take(RECURSIVE));
    let depth = if recursive { call.host().limits.depth } else { 1 };
    let mut mapper = Mapper { closure: call.closure(), recursive, most: depth };
    match collection {
        collection @ (Value::Array(_) | Value::Object(_)) => mapper.map(collection, depth),
        // An event that is no collection is mapped itself.
        scalar => mapper.value(scalar, depth),
    }
}

struct Mapper<'a> {
    closure: &'a mut dyn Closure,
    recursive: bool,
    most: u32,
}

impl Mapper<'_> {
    fn map(&mut self, collection: Value, depth: u32) -> Result<Value, Failure> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(Failure::new(format!(
                "the closure nests collections more than {} levels deep",
                self.most
            )));
        };
        match collection {
            Value::Array(mut array) => {
                for index in 0..array.len() {
                    let value = array.replace(index, Value::Null);
                    array.replace(index, self.value(value, depth)?);
                }
                Ok(array.into())
            }
            Value::Object(mut object) => {
                let keys: Vec<Key> = object.sorted().map(|(key, _)| key.clone()).collect();
                for key in keys {
                    let value = object.take(&key).unwrap_or_default();
                    object.insert(key, self.value(value, depth)?);
                }
                Ok(object.into())
            }
            other => Ok(other),
        }
    }

    fn value(&mut self, value: Value, depth: u32) -> Result<Value, Failure> {
        let enter = self.recursive && matches!(value, Value::Array(_) | Value::Object(_));
        let mapped = self.closure.run(&mut [value])?;
        if enter { self.map(mapped, depth) } else { Ok(mapped) }
    }
}

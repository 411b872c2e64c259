//! `compact`: removes empty values from a collection.

use vrlet_function::prelude::*;

use crate::types::is_nullish;

const VALUE: Arg<Value> = Arg::required("value", "The object or array.").kinds(OBJECT.or(ARRAY));
const RECURSIVE: Arg<bool> = Arg::optional("recursive", "Whether to go into collections inside.")
    .default(Literal::Boolean(true))
    .after(VALUE);
const NULLS: Arg<bool> = Arg::optional("null", "Whether null is left out.")
    .default(Literal::Boolean(true))
    .after(RECURSIVE);
const STRINGS: Arg<bool> = Arg::optional("string", "Whether an empty string is left out.")
    .default(Literal::Boolean(true))
    .after(NULLS);
const OBJECTS: Arg<bool> = Arg::optional("object", "Whether an object without fields is left out.")
    .default(Literal::Boolean(true))
    .after(STRINGS);
const ARRAYS: Arg<bool> = Arg::optional("array", "Whether an array without elements is left out.")
    .default(Literal::Boolean(true))
    .after(OBJECTS);
const NULLISH: Arg<bool> =
    Arg::optional("nullish", "Whether all that is nullish by `is_nullish` is left out.")
        .default(Literal::Boolean(false))
        .after(ARRAYS);

pub const FUNCTION: Function = Function::new(Contract {
    name: "compact",
    category: Category::Enumerate,
    about: "The array or object without its empty members. Collections inside are compacted first, \
            so what becomes empty is left out too.",
    params: &[
        VALUE.param(),
        RECURSIVE.param(),
        NULLS.param(),
        STRINGS.param(),
        OBJECTS.param(),
        ARRAYS.param(),
        NULLISH.param(),
    ],
    returns: |context| TypeDef::of(if context.kind(VALUE).is(ARRAY) { ARRAY } else { OBJECT }),
    failures: &[],
    body: Body::Plain(compact),
    examples: &[
        example(
            "An object",
            r#"compact({"a": null, "b": "", "c": {"d": []}, "e": 0})"#,
            r#"{"e":0}"#,
        ),
        example("An array", r#"compact([1, null, "", {}, false])"#, "[1,false]"),
        example("Only some", r#"compact({"a": null, "b": ""}, string: false)"#, r#"{"b":""}"#),
        example(
            "What says nothing",
            r#"compact({"user": "-", "name": "  ", "id": 1}, nullish: true)"#,
            r#"{"id":1}"#,
        ),
    ],
});

fn compact(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (value, recursive, null, string, object, array, nullish) = (
        call.take(VALUE),
        call.take(RECURSIVE),
        call.take(NULLS),
        call.take(STRINGS),
        call.take(OBJECTS),
        call.take(ARRAYS),
        call.take(NULLISH),
    );
    Ok(Rule { recursive, null, string, object, array, nullish }.compact(value))
}

#[derive(Clone, Copy)]
struct Rule {
    recursive: bool,
    null: bool,
    string: bool,
    object: bool,
    array: bool,
    nullish: bool,
}

impl Rule {
    fn compact(self, collection: Value) -> Value {
        match collection {
            Value::Array(array) => {
                array.into_iter().filter_map(|value| self.member(value)).collect::<Array>().into()
            }
            Value::Object(object) => {
                let fields = object.into_iter();
                let kept = fields.filter_map(|(key, value)| Some((key, self.member(value)?)));
                kept.collect::<Object>().into()
            }
            scalar => scalar,
        }
    }

    /// What becomes of a member, unless it is left out.
    fn member(self, value: Value) -> Option<Value> {
        let value = if self.recursive { self.compact(value) } else { value };
        (!self.drops(&value)).then_some(value)
    }

    fn drops(self, value: &Value) -> bool {
        let empty = match value {
            Value::Null => self.null,
            Value::Bytes(text) => self.string && text.is_empty(),
            Value::Object(object) => self.object && object.is_empty(),
            Value::Array(array) => self.array && array.is_empty(),
            _ => false,
        };
        empty || (self.nullish && is_nullish(value))
    }
}

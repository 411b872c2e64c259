//! `compact`: leave out what is empty.

use vrlet_function::prelude::*;

use crate::types::is_nullish;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "compact",
    category: Category::Enumerate,
    about: "The array or object without its empty members. Collections inside are compacted first, \
            so what becomes empty is left out too.",
    params: &[
        required("value", OBJECT.or(ARRAY), "The object or array."),
        optional("recursive", BOOLEAN, "Whether to go into collections inside.")
            .default(Literal::Boolean(true)),
        optional("null", BOOLEAN, "Whether null is left out.").default(Literal::Boolean(true)),
        optional("string", BOOLEAN, "Whether an empty string is left out.")
            .default(Literal::Boolean(true)),
        optional("object", BOOLEAN, "Whether an object without fields is left out.")
            .default(Literal::Boolean(true)),
        optional("array", BOOLEAN, "Whether an array without elements is left out.")
            .default(Literal::Boolean(true)),
        optional("nullish", BOOLEAN, "Whether all that is nullish by `is_nullish` is left out.")
            .default(Literal::Boolean(false)),
    ],
    returns: |site| TypeDef::of(if site.kind("value").is(ARRAY) { ARRAY } else { OBJECT }),
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
    ..Function::BASE
};

fn compact(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (value, recursive, null, string, object, array, nullish) =
        call.unpack::<(Value, bool, bool, bool, bool, bool, bool)>();
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

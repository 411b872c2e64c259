//! `tag_types_externally`: wraps each scalar in an object that names its type.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The value.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "tag_types_externally",
    category: Category::Type,
    about: "Wraps each value in an object whose only field is named after its kind: `boolean`, \
            `float`, `integer`, `regex`, `string` or `timestamp`. Arrays and objects are \
            gone through, null stays null.",
    params: &[VALUE.param()],
    returns: |context| {
        let kind = context.kind(VALUE);
        TypeDef::of(if kind.is(ARRAY) {
            ARRAY
        } else if kind.is(NULL) {
            NULL
        } else {
            OBJECT
        })
    },
    failures: &[],
    body: Body::Plain(|call| Ok(tagged(call.take(VALUE)))),
    examples: &[
        example("A scalar", "tag_types_externally(5.5)", r#"{"float":5.5}"#),
        example(
            "An object",
            r#"tag_types_externally({"a": 1, "b": ["x", null]})"#,
            r#"{"a":{"integer":1},"b":[{"string":"x"},null]}"#,
        ),
    ],
});

fn tagged(value: Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Array(array) => array.into_iter().map(tagged).collect::<Array>().into(),
        Value::Object(object) => {
            let fields = object.into_iter().map(|(key, value)| (key, tagged(value)));
            fields.collect::<Object>().into()
        }
        scalar => {
            let tag = Key::from_static(scalar.kind_name());
            [(tag, scalar)].into_iter().collect::<Object>().into()
        }
    }
}

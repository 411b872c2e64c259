//! `unnest`: makes one event for each element of an array in it.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

const PATH: Arg<Array> = Arg::required("path", "The path of the array.").place();

pub const FUNCTION: Function = Function::new(Contract {
    name: "unnest",
    category: Category::Object,
    about: "For each element of the array at the path, a copy of everything around the array with \
            the element in its place. `. = unnest(.path)` makes one event of each.",
    params: &[PATH.param()],
    returns: |context| {
        let Some((place, root)) = context.place.zip(context.root_kind) else {
            return TypeDef::of(ARRAY);
        };
        let around = |element: &Kind| {
            let mut copy = root.clone();
            copy.insert(&place.path, element.clone().without_undefined());
            copy
        };
        let array = place.kind.as_array().cloned().unwrap_or_else(Collection::any);
        TypeDef::new(Kind::array(array.map(around)))
    },
    failures: &["There is no array at the path."],
    body: Body::Plain(unnest),
    examples: &[
        example(
            "An event for each",
            ". = unnest!(.messages)\n.",
            r#"[{"host":"a","messages":"x"},{"host":"a","messages":"y"}]"#,
        )
        .event(r#"{"host": "a", "messages": ["x", "y"]}"#),
        example(
            "The element alone",
            "for_each(unnest!(.a.tags)) -> |_index, event| { .last = event.a.tags }\n.last",
            r#""y""#,
        )
        .event(r#"{"a": {"tags": ["x", "y"]}}"#),
    ],
})
.reaches(&[Reach::AroundPlace]);

fn unnest(call: &mut Call<'_>) -> Result<Value, Failure> {
    let limits = call.host().limits;
    let place = call.place();
    let elements = match place.root.get(place.path) {
        Some(Value::Array(elements)) => elements.clone(),
        other => {
            let found = other.map_or("nothing", Value::kind_name);
            return Err(Failure::new(format_args!("`path` must be an array, found {found}")));
        }
    };
    let members = members_around(place.root, place.path);
    limits.admit(elements.len().saturating_mul(members).saturating_mul(size_of::<Value>()))?;
    let around = |element: &Value| {
        let mut copy = place.root.clone();
        copy.insert(place.path, element.clone()).map_err(Failure::new)?;
        Ok(copy)
    };
    elements.iter().map(around).collect::<Result<Vec<_>, _>>().map(Value::from)
}

/// How many members the collections on the way to the array have: what one copy holds of its own.
fn members_around(root: &Value, path: &[Step]) -> usize {
    let on_the_way = (0..path.len()).filter_map(|length| root.get(&path[..length]));
    let members = on_the_way.map(|value| match value {
        Value::Object(object) => object.len(),
        Value::Array(array) => array.len(),
        _ => 0,
    });
    members.sum()
}

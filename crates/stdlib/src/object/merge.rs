//! `merge`: merges one object into another.

use vrlet_function::prelude::*;
use vrlet_value::MergeCache;
use vrlet_value::kind::Collection;

const TO: Arg<Object> = Arg::required("to", "The object to put fields into.");
const FROM: Arg<Object> = Arg::required("from", "The object whose fields win.").after(TO);
const DEEP: Arg<bool> = Arg::optional("deep", "Whether objects inside are merged too.")
    .default(Literal::Boolean(false))
    .after(FROM);

pub const FUNCTION: Function = Function::new(Contract {
    name: "merge",
    category: Category::Object,
    about: "Both objects in one; where both have a field, that of `from` wins. With `deep`, \
            objects at the same place are merged instead of replaced.",
    params: &[TO.param(), FROM.param(), DEEP.param()],
    returns: |context| {
        let (to, from) = (context.kind(TO), context.kind(FROM));
        TypeDef::new(match context.constant(DEEP) {
            Some(false) => merged(&to, &from, false),
            Some(true) => merged(&to, &from, true),
            None => merged(&to, &from, false).or(merged(&to, &from, true)),
        })
    },
    failures: &[],
    body: Body::Prepared(|_| Ok(stateful(merge))),
    examples: &[
        example("The second wins", r#"merge({"a": 1, "b": 1}, {"b": 2})"#, r#"{"a":1,"b":2}"#),
        example("Shallow", r#"merge({"a": {"x": 1}}, {"a": {"y": 2}})"#, r#"{"a":{"y":2}}"#),
        example(
            "Deep",
            r#"merge({"a": {"x": 1}}, {"a": {"y": 2}}, deep: true)"#,
            r#"{"a":{"x":1,"y":2}}"#,
        ),
    ],
});

/// What a side is once its guard let it through.
fn object(side: &Kind) -> Kind {
    if side.is_never() { Kind::any_object() } else { side.clone().without(ANY.without(OBJECT)) }
}

fn merged(to: &Kind, from: &Kind, deep: bool) -> Kind {
    let shallow = object(to).merge_objects(&object(from));
    let (true, Some(left), Some(right)) = (deep, to.as_object(), from.as_object()) else {
        return shallow;
    };
    let fields = left.known().filter_map(|(key, before)| {
        let after = right.at(&**key);
        let both = before.may_be(OBJECT) && after.may_be(OBJECT);
        both.then(|| {
            let deeper = merged(before, after, true);
            let kind = if before.is(OBJECT) && after.is(OBJECT) {
                deeper
            } else {
                shallow_field(&shallow, key).or(deeper)
            };
            (key.clone(), kind)
        })
    });
    let fields = fields
        .fold(shallow.as_object().cloned().unwrap_or_else(Collection::any), |all, (key, kind)| {
            all.with(key, kind)
        });
    Kind::object(fields)
}

fn shallow_field(object: &Kind, key: &Key) -> Kind {
    object.get(&[Step::Field(key.clone())])
}

fn merge(cache: &mut MergeCache, call: &mut Call<'_>) -> Result<Value, Failure> {
    let (mut to, from, deep) = (call.take(TO), call.take(FROM), call.take(DEEP));
    if deep {
        merge_deep(&mut to, from);
    } else {
        to.merge_cached(from, cache);
    }
    Ok(to.into())
}

fn merge_deep(to: &mut Object, from: Object) {
    for (key, value) in from {
        let value = match (to.take(&key), value) {
            (Some(Value::Object(mut inner)), Value::Object(value)) => {
                merge_deep(&mut inner, value);
                Value::Object(inner)
            }
            (_, value) => value,
        };
        to.insert(key, value);
    }
}

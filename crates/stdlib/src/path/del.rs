//! `del`: removes a field and returns it.

use vrlet_function::prelude::*;

const TARGET: Arg<Value> = Arg::required("target", "The path.").place();
const COMPACT: Arg<bool> =
    Arg::optional("compact", "Whether objects and arrays that the removal leaves empty go too.")
        .default(Literal::Boolean(false))
        .after(TARGET);

pub const FUNCTION: Function = Function::new(Contract {
    name: "del",
    category: Category::Path,
    about: "Removes what the path names and gives it back; null where there is nothing. `del(.)` \
            empties the event.",
    params: &[TARGET.param(), COMPACT.param()],
    returns: |context| TypeDef::new(context.place.map_or(Kind::any(), |place| place.kind.clone())),
    failures: &[],
    body: Body::Plain(del),
    examples: &[
        example("Take a field out", ".user = del(.login)\n.", r#"{"user":"mia"}"#)
            .event(r#"{"login": "mia"}"#),
        example("Later elements move up", "del(.tags[0])\n.tags", r#"["b"]"#)
            .event(r#"{"tags": ["a", "b"]}"#),
        example("Leave nothing empty", "del(.a.b, compact: true)\n.", r#"{"c":1}"#)
            .event(r#"{"a": {"b": 1}, "c": 1}"#),
    ],
})
.effect(|context, root| {
    if let Some(place) = context.place {
        // Where nothing is said of it, VRL's types count on both.
        let compact = if context.has(COMPACT) { context.constant(COMPACT) } else { None };
        root.remove(&place.path, compact);
    }
})
.for_effect()
.removes();

fn del(call: &mut Call<'_>) -> Result<Value, Failure> {
    let compact: bool = call.take(COMPACT);
    let place = call.place();
    Ok(place.root.remove(place.path, compact).into())
}

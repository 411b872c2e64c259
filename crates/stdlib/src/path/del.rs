//! `del`: take something out of the event.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "del",
    category: Category::Path,
    about: "Removes what the path names and gives it back; null where there is nothing. `del(.)` \
            empties the event.",
    params: &[
        required("target", ANY, "The path.").place(),
        optional(
            "compact",
            BOOLEAN,
            "Whether objects and arrays that the removal leaves empty go too.",
        )
        .default(Literal::Boolean(false)),
    ],
    returns: |site| TypeDef::new(site.place.map_or(Kind::any(), |place| place.kind.clone())),
    effect: Some(|site, root| {
        if let Some(place) = site.place {
            // Where nothing is said of it, VRL's types count on both.
            let compact = if site.has("compact") { site.constant("compact") } else { None };
            root.remove(&place.path, compact.and_then(|compact| compact.as_boolean()));
        }
    }),
    for_effect: true,
    removes: true,
    body: Body::Plain(del),
    examples: &[
        example("Take a field out", ".user = del(.login)\n.", r#"{"user":"mia"}"#)
            .event(r#"{"login": "mia"}"#),
        example("Elements behind move up", "del(.tags[0])\n.tags", r#"["b"]"#)
            .event(r#"{"tags": ["a", "b"]}"#),
        example("Leave nothing empty", "del(.a.b, compact: true)\n.", r#"{"c":1}"#)
            .event(r#"{"a": {"b": 1}, "c": 1}"#),
    ],
    ..Function::BASE
};

fn del(call: &mut Call<'_>) -> Result<Value, Failure> {
    let compact: bool = call.take(1);
    let place = call.place();
    Ok(place.root.remove(place.path, compact).into())
}

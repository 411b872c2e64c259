//! Functions with every feature of the contract, and bodies that nobody runs.

use vrlet_function::prelude::*;

/// All of them.
pub const ALL: &[&Function] =
    &[&SHOUT, &READ, &JOIN, &EACH, &KEEP, &DROP, &KIND_OF, &PICK, &LIST, &LOOK_UP, &HALVE, &NOTE];

const fn plain(
    name: &'static str,
    params: &'static [Param],
    returns: fn(&Site<'_>) -> TypeDef,
) -> Function {
    Function { name, params, returns, body: Body::Plain(|_| Ok(Value::Null)), ..Function::BASE }
}

const SHOUT: Function = plain("shout", &[required("value", STRING, "")], |_| TypeDef::string());

const READ: Function =
    plain("read", &[required("value", ANY, "")], |_| TypeDef::integer().fallible());

const JOIN: Function = plain(
    "join",
    &[
        required("value", ARRAY, "").elements(STRING),
        optional("with", STRING, ""),
        optional("end", STRING, ""),
    ],
    |_| TypeDef::string(),
);

const EACH: Function = Function {
    closure: Some(ClosureSignature { result: ANY, breaks: true, discards: true, ..CLOSURE }),
    ..plain("each", &[required("value", OBJECT.or(ARRAY), "")], |_| TypeDef::null())
};

const KEEP: Function = Function {
    closure: Some(ClosureSignature { result: BOOLEAN, breaks: false, discards: false, ..CLOSURE }),
    ..plain("keep", &[required("value", OBJECT.or(ARRAY), "")], |site| {
        TypeDef::new(site.kind("value"))
    })
};

const CLOSURE: ClosureSignature = ClosureSignature {
    input: "value",
    over: OBJECT.or(ARRAY),
    params: &[ClosureParam { name: "item", kind: |site| site.kind("value").element_union() }],
    result: ANY,
    breaks: false,
    discards: false,
};

const DROP: Function = Function {
    effect: Some(|site, root| {
        if let Some(place) = site.place {
            root.remove(&place.path, Some(false));
        }
    }),
    for_effect: true,
    ..plain("drop", &[required("target", ANY, "").place()], |_| TypeDef::any())
};

const KIND_OF: Function = Function {
    body: Body::Known(|site| Value::from(format!("{:?}", site.kind("value").set()))),
    ..plain("kind_of", &[required("value", ANY, "")], |_| TypeDef::string())
};

const PICK: Function =
    plain("pick", &[required("one", STRING, "").constant().one_of(&["left", "right"])], |_| {
        TypeDef::string()
    });

const LIST: Function = plain("list", &[required("all", ARRAY, "").in_place()], |_| TypeDef::null());

const LOOK_UP: Function = Function {
    body: Body::Prepared(|site| {
        if site.fields.iter().any(|field| &*field.key == "nowhere") {
            return Err(
                Refusal::constant("condition", "there is no column `nowhere`").help("use `here`")
            );
        }
        Ok(Box::new(|_: &mut Call<'_>| Ok(Value::Null)))
    }),
    ..plain("look_up", &[required("condition", OBJECT, "").fields()], |_| TypeDef::null())
};

const HALVE: Function = Function {
    folds: true,
    body: Body::Plain(|call| Ok(Value::Integer(call.take::<i64>(0) / 2))),
    ..plain("halve", &[required("value", INTEGER, "")], |_| TypeDef::integer())
};

const NOTE: Function = Function {
    for_effect: true,
    ..plain("note", &[required("value", ANY, "")], |_| TypeDef::null())
};

//! Functions with every feature of the contract, and bodies that nobody runs.

use vrlet_function::Param;
use vrlet_function::prelude::*;

/// All of them.
pub const ALL: &[&Function] =
    &[&SHOUT, &READ, &JOIN, &EACH, &KEEP, &DROP, &KIND_OF, &PICK, &LIST, &LOOK_UP, &HALVE, &NOTE];

const fn plain(
    name: &'static str,
    params: &'static [Param],
    returns: fn(&CallContext<'_>) -> TypeDef,
) -> Function {
    with_body(name, params, returns, Body::Plain(|_| Ok(Value::Null)))
}

const fn with_body(
    name: &'static str,
    params: &'static [Param],
    returns: fn(&CallContext<'_>) -> TypeDef,
    body: Body,
) -> Function {
    Function::new(Contract {
        name,
        category: Category::Debug,
        about: "",
        params,
        returns,
        failures: &[],
        body,
        examples: &[],
    })
}

const TEXT: Arg<Text> = Arg::required("value", "");
const VALUE: Arg<Value> = Arg::required("value", "");
const COLLECTION: Arg<Value> = Arg::required("value", "").kinds(OBJECT.or(ARRAY));

const SHOUT: Function = plain("shout", &[TEXT.param()], |_| TypeDef::string());

const READ: Function = plain("read", &[VALUE.param()], |_| TypeDef::integer().fallible());

const TEXTS: Arg<Array> = Arg::required("value", "").elements(STRING);
const WITH: Arg<Option<Text>> = Arg::optional("with", "").after(TEXTS);
const END: Arg<Option<Text>> = Arg::optional("end", "").after(WITH);
const JOIN: Function =
    plain("join", &[TEXTS.param(), WITH.param(), END.param()], |_| TypeDef::string());

const EACH: Function = plain("each", &[COLLECTION.param()], |_| TypeDef::null())
    .closure(ClosureSignature { result: ANY, breaks: true, discards: true, ..CLOSURE });

const KEEP: Function =
    plain("keep", &[COLLECTION.param()], |context| TypeDef::new(context.kind(COLLECTION)))
        .closure(ClosureSignature { result: BOOLEAN, breaks: false, discards: false, ..CLOSURE });

const CLOSURE: ClosureSignature = ClosureSignature {
    input: COLLECTION.param(),
    over: OBJECT.or(ARRAY),
    params: &[ClosureParam {
        name: "item",
        kind: |context| context.kind(COLLECTION).element_union(),
    }],
    result: ANY,
    breaks: false,
    returns: KindSet::NEVER,
    discards: false,
};

const TARGET: Arg<Value> = Arg::required("target", "").place();
const DROP: Function = plain("drop", &[TARGET.param()], |_| TypeDef::any())
    .effect(|context, root| {
        if let Some(place) = context.place {
            root.remove(&place.path, Some(false));
        }
    })
    .for_effect();

const KIND_OF: Function = with_body(
    "kind_of",
    &[VALUE.param()],
    |_| TypeDef::string(),
    Body::CompileTime(|context| Value::from(format!("{:?}", context.kind(VALUE).set()))),
);

const ONE: Arg<Text> = Arg::required("one", "").constant().one_of(&["left", "right"]);
const PICK: Function = plain("pick", &[ONE.param()], |_| TypeDef::string());

const ALL_OF: Arg<Array> = Arg::required("all", "").in_place();
const LIST: Function = plain("list", &[ALL_OF.param()], |_| TypeDef::null());

const CONDITION: Arg<Object> = Arg::required("condition", "").fields();
const LOOK_UP: Function = with_body(
    "look_up",
    &[CONDITION.param()],
    |_| TypeDef::null(),
    Body::Prepared(|context| {
        if context.fields.iter().any(|field| &*field.key == "nowhere") {
            return Err(ArgumentError::constant(CONDITION, "there is no column `nowhere`")
                .help("use `here`"));
        }
        Ok(Box::new(|_: &mut Call<'_>| Ok(Value::Null)))
    }),
);

const NUMBER: Arg<i64> = Arg::required("value", "");
const HALVE: Function = with_body(
    "halve",
    &[NUMBER.param()],
    |_| TypeDef::integer(),
    Body::Plain(|call| Ok(Value::Integer(call.take(NUMBER) / 2))),
)
.folds();

const NOTE: Function = plain("note", &[VALUE.param()], |_| TypeDef::null()).for_effect();

//! `encode_proto`: serialises an object as a protocol buffers message.

use vrlet_function::prelude::*;

use crate::proto::{DESC_FILE, MESSAGE_TYPE, MessageType, encode};

const VALUE: Arg<Value> = Arg::required("value", "An object.");
const ALLOW_LOSSY_STRING_COERCION: Arg<bool> = Arg::optional(
    "allow_lossy_string_coercion",
    "Whether booleans, numbers and timestamps may stand for strings.",
)
.default(Literal::Boolean(true))
.after(MESSAGE_TYPE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_proto",
    category: Category::Codec,
    about: "An object as a message of [protocol buffers](https://protobuf.dev). Fields have the \
            names of the `.proto` file; those that the message does not have, and those that are \
            null, are left out. An enum may be its name or its number, a number may be a string \
            of its digits, a single value may stand for a list, and a timestamp for \
            `google.protobuf.Timestamp` or, in microseconds, for `int64`.",
    params: &[
        VALUE.param(),
        DESC_FILE.param(),
        MESSAGE_TYPE.param(),
        ALLOW_LOSSY_STRING_COERCION.param(),
    ],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "`value` is no object.",
        "A value is not of the kind that its field wants, or too large for it.",
        "An enum has no such name.",
        "Messages are nested deeper than 100 levels.",
    ],
    body: Body::Prepared(|context| {
        MessageType::body(context, |message, call| {
            encode(message, &call.take(VALUE), call.take(ALLOW_LOSSY_STRING_COERCION))
        })
    }),
    examples: &[
        example(
            "A message",
            r#"encode_proto!({"name": "Ann", "age": 30}, "examples/schemas/person.desc", "example.Person")"#,
            r#""\n\u0003Ann\u0010\u001e""#,
        ),
        fails(
            "Another kind",
            r#"encode_proto!({"age": true}, "examples/schemas/person.desc", "example.Person")"#,
            "field `age`: expected an integer",
        ),
    ],
})
.reaches(&[Reach::Files]);

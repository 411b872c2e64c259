//! `parse_proto`: decodes a protocol buffers message.

use vrlet_function::prelude::*;

use crate::proto::{DESC_FILE, MESSAGE_TYPE, MessageType, decode};

const VALUE: Arg<Text> = Arg::required("value", "The bytes of the message.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_proto",
    category: Category::Parse,
    about: "A message of [protocol buffers](https://protobuf.dev) as an object of the fields that \
            are set, by their names in the `.proto` file. An enum is its name, a byte string a \
            string, a map an object, any other message an object of its own fields; an unsigned \
            integer beyond 63 bits becomes negative.",
    params: &[VALUE.param(), DESC_FILE.param(), MESSAGE_TYPE.param()],
    returns: |_| TypeDef::new(Kind::json()).fallible(),
    failures: &["The bytes are no message of this type."],
    body: Body::Prepared(|context| {
        MessageType::body(context, |message, call| decode(message, call.take(VALUE).as_bytes()))
    }),
    examples: &[
        example(
            "A message",
            r#"parse_proto!("\n\u{3}Ann\u{10}\u{1e}", "examples/schemas/person.desc", "example.Person")"#,
            r#"{"name":"Ann","age":30}"#,
        ),
        fails(
            "Cut off",
            r#"parse_proto!("\n\u{3}An", "examples/schemas/person.desc", "example.Person")"#,
            "no message of type `example.Person`",
        ),
    ],
})
.reaches(&[Reach::Files]);

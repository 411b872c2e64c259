//! `parse_proto`: a message of protocol buffers as an object.

use vrlet_function::prelude::*;

use crate::proto::{DESC_FILE, MESSAGE_TYPE, MessageType, decode};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_proto",
    category: Category::Parse,
    about: "A message of [protocol buffers](https://protobuf.dev) as an object of the fields that are set, by their names \
            in the `.proto` file. An enum is its name, a byte string a string, a map an object, any other message an \
            object of its own fields; an unsigned integer beyond 63 bits becomes negative.",
    params: &[required("value", STRING, "The bytes of the message."), DESC_FILE, MESSAGE_TYPE],
    returns: |_| TypeDef::new(Kind::json()).fallible(),
    failures: &["The bytes are no message of this type."],
    body: Body::Prepared(|site| Ok(Box::new(ParseProto(MessageType::of(site)?)))),
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
    ..Function::BASE
};

struct ParseProto(MessageType);

impl Prepared for ParseProto {
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let bytes: Text = call.take(0);
        decode(self.0.descriptor(), bytes.as_bytes())
    }

    fn reads(&self, position: usize) -> bool {
        position == 0
    }

    fn fork(&self, _: &mut Worker) -> Box<dyn Prepared> {
        Box::new(Self(self.0.fork()))
    }
}

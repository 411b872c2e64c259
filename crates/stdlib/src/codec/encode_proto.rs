//! `encode_proto`: an object as a message of protocol buffers.

use vrlet_function::prelude::*;

use crate::proto::{DESC_FILE, MESSAGE_TYPE, MessageType, encode};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "encode_proto",
    category: Category::Codec,
    about: "An object as a message of [protocol buffers](https://protobuf.dev). Fields have the names of the `.proto` file; \
            those that the message does not have, and those that are null, are left out. An enum may be its name or \
            its number, a number may be a string of its digits, a single value may stand for a list, and a timestamp \
            for `google.protobuf.Timestamp` or, in microseconds, for `int64`.",
    params: &[
        required("value", ANY, "An object."),
        DESC_FILE,
        MESSAGE_TYPE,
        optional(
            "allow_lossy_string_coercion",
            BOOLEAN,
            "Whether booleans, numbers and timestamps may stand for strings.",
        )
        .default(Literal::Boolean(true)),
    ],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "`value` is no object.",
        "A value is not of the kind that its field wants, or too large for it.",
        "An enum has no such name.",
        "Messages are nested deeper than 100 levels.",
    ],
    body: Body::Prepared(|site| Ok(Box::new(EncodeProto(MessageType::of(site)?)))),
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
    ..Function::BASE
};

struct EncodeProto(MessageType);

impl Prepared for EncodeProto {
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let (value, lossy) = (call.take::<Value>(0), call.take(3));
        encode(self.0.descriptor(), &value, lossy)
    }

    fn reads(&self, position: usize) -> bool {
        matches!(position, 0 | 3)
    }

    fn fork(&self, _: &mut Worker) -> Box<dyn Prepared> {
        Box::new(Self(self.0.fork()))
    }
}

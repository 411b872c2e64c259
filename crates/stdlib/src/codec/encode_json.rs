//! `encode_json`: write JSON.

use vrlet_function::prelude::*;
use vrlet_value::json::{write_pretty, write_sorted};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "encode_json",
    category: Category::Codec,
    about: "The value as JSON, with the fields of objects in sorted order. Timestamps and regular \
            expressions become strings, infinite floats become null.",
    params: &[
        required("value", ANY, "The value."),
        optional(
            "pretty",
            BOOLEAN,
            "Whether each element gets its own line, indented by two blanks for each level.",
        )
        .default(Literal::Boolean(false)),
    ],
    returns: |_| TypeDef::string(),
    body: Body::Plain(encode_json),
    examples: &[
        example(
            "An object",
            r#"encode_json({"b": 1, "a": [true, null]})"#,
            r#""{\"a\":[true,null],\"b\":1}""#,
        ),
        example(
            "For people",
            r#"encode_json({"a": [1]}, pretty: true)"#,
            r#""{\n  \"a\": [\n    1\n  ]\n}""#,
        ),
    ],
    ..Function::BASE
};

fn encode_json(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (value, pretty) = call.unpack::<(Value, bool)>();
    let mut json = Vec::new();
    if pretty {
        write_pretty(&value, &mut json);
    } else {
        write_sorted(&value, &mut json);
    }
    Ok(Value::Bytes(Text::from_vec(json)))
}

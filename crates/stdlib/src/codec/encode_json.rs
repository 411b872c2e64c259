//! `encode_json`: writes a value as JSON.

use vrlet_function::prelude::*;
use vrlet_value::json::{write_pretty, write_sorted};

const VALUE: Arg<Value> = Arg::required("value", "The value.");
const PRETTY: Arg<bool> = Arg::optional(
    "pretty",
    "Whether each element gets its own line, indented by two blanks for each level.",
)
.default(Literal::Boolean(false))
.after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_json",
    category: Category::Codec,
    about: "The value as JSON, with the fields of objects in sorted order. Timestamps and regular \
            expressions become strings, infinite floats become null.",
    params: &[VALUE.param(), PRETTY.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
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
});

fn encode_json(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (value, pretty) = (call.take(VALUE), call.take(PRETTY));
    let mut json = Vec::new();
    if pretty {
        write_pretty(&value, &mut json);
    } else {
        write_sorted(&value, &mut json);
    }
    Ok(Value::Bytes(Text::from_vec(json)))
}

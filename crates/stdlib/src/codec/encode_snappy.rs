//! `encode_snappy`: compresses with Snappy.

use snap::raw::Encoder;
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_snappy",
    category: Category::Codec,
    about: "The bytes of a text, compressed with \
            [Snappy](https://github.com/google/snappy/blob/main/format_description.txt): one \
            block without frames around it.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The text is larger than 4 GiB."],
    body: Body::Plain(encode_snappy),
    examples: &[
        example("There and back", r#"decode_snappy!(encode_snappy!("a text"))"#, r#""a text""#),
        example(
            "Smaller",
            r#"encode_base64(encode_snappy!("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))"#,
            r#""IABhegEA""#,
        ),
    ],
});

fn encode_snappy(call: &mut Call<'_>) -> Result<Value, Failure> {
    let bytes = call.take(VALUE);
    let compressed = Encoder::new().compress_vec(bytes.as_bytes()).map_err(|_| {
        Failure::fixed("the text is larger than the 4 GiB that Snappy can compress")
    })?;
    Ok(Value::Bytes(Text::from_vec(compressed)))
}

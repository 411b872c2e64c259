//! `encode_csv`: strings as one line of CSV.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "An array of strings.");
const DELIMITER: Arg<Text> = Arg::optional("delimiter", "What separates fields: one byte.")
    .default(Literal::Text(","))
    .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_csv",
    category: Category::Codec,
    about: "An array of strings as one line of CSV. A field that contains the delimiter, a quote \
            or a line end is put in double quotes.",
    params: &[VALUE.param(), DELIMITER.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["`value` is not an array of strings.", "The delimiter is not one byte."],
    body: Body::Plain(encode_csv),
    examples: &[
        example("A line", r#"encode_csv!(["7", "Doe, Jane", "x"])"#, r#""7,\"Doe, Jane\",x""#),
        example("Another delimiter", r#"encode_csv!(["a", "b"], delimiter: ";")"#, r#""a;b""#),
        fails("No string", "encode_csv!([1])", "not of kind integer"),
    ],
});

fn encode_csv(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (value, delimiter) = (call.take(VALUE), call.take(DELIMITER));
    let Value::Array(fields) = value else {
        let kind = value.kind_name();
        return Err(Failure::new(format!("the value is an array of strings, not of kind {kind}")));
    };
    let [delimiter] = *delimiter.as_bytes() else {
        return Err(Failure::new(format!("the delimiter is one byte, not `{delimiter}`")));
    };
    let mut line = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        let Value::Bytes(field) = field else {
            let kind = field.kind_name();
            return Err(Failure::new(format!("a field is a string, not of kind {kind}")));
        };
        if index > 0 {
            line.push(delimiter);
        }
        // An empty field that is alone would be an empty line.
        let alone = field.is_empty() && fields.len() == 1;
        write_field(field.as_bytes(), delimiter, alone, &mut line);
    }
    Ok(Value::Bytes(Text::from_vec(line)))
}

fn write_field(field: &[u8], delimiter: u8, quoted: bool, line: &mut Vec<u8>) {
    let special = |byte: &u8| *byte == delimiter || matches!(byte, b'"' | b'\n' | b'\r');
    if !quoted && !field.iter().any(special) {
        line.extend_from_slice(field);
        return;
    }
    line.push(b'"');
    for byte in field {
        if *byte == b'"' {
            line.push(b'"');
        }
        line.push(*byte);
    }
    line.push(b'"');
}

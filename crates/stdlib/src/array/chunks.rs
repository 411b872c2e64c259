//! `chunks`: cut a text into pieces of one size.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "chunks",
    category: Category::Array,
    about: "The text cut into pieces of `chunk_size` bytes; the last one may be shorter. Characters \
            of several bytes may be cut apart.",
    params: &[
        required("value", STRING, "The text."),
        required("chunk_size", INTEGER, "How many bytes a piece has, at least 1."),
    ],
    returns: |site| {
        TypeDef::new(Kind::array_of(Kind::bytes()))
            .fallible_if(site.constant("chunk_size").is_none())
    },
    failures: &["`chunk_size` is less than 1."],
    body: Body::Prepared(|site| {
        if let Some(Value::Integer(size)) = site.constant("chunk_size") {
            chunk_size(size).map_err(|message| Refusal::constant("chunk_size", message))?;
        }
        Ok(Box::new(chunks))
    }),
    examples: &[
        example("Pieces", r#"chunks("abcdefgh", 3)"#, r#"["abc","def","gh"]"#),
        example("No text, no pieces", r#"chunks("", 3)"#, "[]"),
    ],
    ..Function::BASE
};

fn chunks(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, size) = call.unpack::<(Text, i64)>();
    let size = chunk_size(size).map_err(Failure::fixed)?;
    let starts = (0..text.len()).step_by(size);
    let pieces = starts.map(|start| text.slice(start..start.saturating_add(size)));
    Ok(Value::Array(pieces.map(Value::Bytes).collect()))
}

fn chunk_size(size: i64) -> Result<usize, &'static str> {
    match usize::try_from(size) {
        Ok(size @ 1..) => Ok(size),
        _ => Err("a piece has at least 1 byte"),
    }
}

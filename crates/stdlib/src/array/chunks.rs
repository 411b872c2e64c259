//! `chunks`: splits a string into pieces of one length.

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const CHUNK_SIZE: Arg<i64> =
    Arg::required("chunk_size", "How many bytes a piece has, at least 1.").after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "chunks",
    category: Category::Array,
    about: "The text cut into pieces of `chunk_size` bytes; the last one may be shorter. \
            Characters of several bytes may be cut apart.",
    params: &[VALUE.param(), CHUNK_SIZE.param()],
    returns: |context| {
        TypeDef::new(Kind::array_of(Kind::bytes()))
            .fallible_if(context.constant(CHUNK_SIZE).is_none())
    },
    failures: &["`chunk_size` is less than 1."],
    body: Body::Prepared(|context| {
        if let Some(size) = context.constant(CHUNK_SIZE) {
            chunk_size(size).map_err(|message| ArgumentError::constant(CHUNK_SIZE, message))?;
        }
        Ok(Box::new(chunks))
    }),
    examples: &[
        example("Pieces", r#"chunks("abcdefgh", 3)"#, r#"["abc","def","gh"]"#),
        example("No text, no pieces", r#"chunks("", 3)"#, "[]"),
    ],
});

fn chunks(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, size) = (call.take(VALUE), call.take(CHUNK_SIZE));
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

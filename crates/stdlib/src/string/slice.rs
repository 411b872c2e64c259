//! `slice`: a part of a string or an array, by positions.

use vrlet_function::prelude::*;

const VALUE: Arg<Value> = Arg::required("value", "The text or array.").kinds(STRING.or(ARRAY));
const START: Arg<i64> = Arg::required("start", "Where the part begins.").after(VALUE);
const END: Arg<Option<i64>> =
    Arg::optional("end", "Where it ends; without it, at the end of the value.").after(START);

pub const FUNCTION: Function = Function::new(Contract {
    name: "slice",
    category: Category::String,
    about: "The bytes of a text, or the elements of an array, from `start` up to, but not \
            including, `end`. Negative positions count from the end.",
    params: &[VALUE.param(), START.param(), END.param()],
    returns: |context| {
        let kind = context.kind(VALUE);
        let part = if kind.is(STRING) {
            Kind::bytes()
        } else if kind.is(ARRAY) {
            kind
        } else {
            Kind::from(STRING.or(ARRAY))
        };
        TypeDef::new(part).fallible()
    },
    failures: &["`start` lies outside of the value.", "`end` lies before `start`."],
    body: Body::Plain(slice),
    examples: &[
        example("The middle", r#"slice!("Supercalifragilistic", start: 5, end: 9)"#, r#""cali""#),
        example("The end", r#"slice!("error: timeout", start: -7)"#, r#""timeout""#),
        example("Elements", "slice!([1, 2, 3], 1)", "[2,3]"),
        fails("Beyond the end", r#"slice!("abc", 5)"#, "lies outside"),
    ],
});

fn slice(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (value, start, end) = (call.take(VALUE), call.take(START), call.take(END));
    Ok(match value {
        Value::Bytes(text) => {
            let (start, end) = bounds(text.len(), start, end)?;
            Value::Bytes(text.slice(start..end))
        }
        Value::Array(array) => {
            let (start, end) = bounds(array.len(), start, end)?;
            if (start, end) == (0, array.len()) {
                return Ok(Value::Array(array));
            }
            array[start..end].to_vec().into()
        }
        other => {
            unreachable!("checked: {} where a string or array was declared", other.kind_name())
        }
    })
}

fn bounds(length: usize, start: i64, end: Option<i64>) -> Result<(usize, usize), Failure> {
    let from_end = |position: i64| {
        let position =
            if position < 0 { position.saturating_add_unsigned(length as u64) } else { position };
        usize::try_from(position).ok()
    };
    let Some(first) = from_end(start).filter(|first| *first <= length) else {
        return Err(Failure::new(format!(
            "`start` lies outside of the value: {start}, where the length is {length}"
        )));
    };
    let last = match end {
        None => Some(length),
        Some(end) => from_end(end),
    };
    match last.filter(|last| *last >= first) {
        Some(last) => Ok((first, last.min(length))),
        None => Err(Failure::fixed("`end` lies before `start`")),
    }
}

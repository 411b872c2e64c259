//! `parse_json(max_depth: …)`: values below a depth stay JSON text.

use serde_json::value::RawValue;
use vrlet_function::prelude::*;

use super::json_fields::RawFields;

/// Reads so many levels of arrays and objects.
pub(super) fn read_to_depth(text: &Text, depth: u32) -> Result<Value, Failure> {
    let failure = |error: serde_json::Error| Failure::new(format!("the text is not JSON: {error}"));
    let Some(source) = text.as_str() else {
        return Err(Failure::fixed("the text is not JSON: it is not UTF-8"));
    };
    let raw: &RawValue = serde_json::from_str(source).map_err(failure)?;
    read(text, raw, depth).map_err(failure)
}

fn read(text: &Text, raw: &RawValue, depth: u32) -> Result<Value, serde_json::Error> {
    let source = raw.get();
    match source.as_bytes().first() {
        Some(b'[' | b'{') if depth == 0 => Ok(Value::Bytes(text.share(source))),
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(source)?;
            let values = items.into_iter().map(|item| read(text, item, depth - 1));
            Ok(values.collect::<Result<Vec<_>, _>>()?.into())
        }
        Some(b'{') => {
            let RawFields(fields) = serde_json::from_str(source)?;
            let fields = fields
                .into_iter()
                .map(|(key, value)| Ok((Key::from(key), read(text, value, depth - 1)?)));
            fields.collect::<Result<Object, _>>().map(Value::Object)
        }
        _ => Ok(match serde_json::from_str(source)? {
            // As in VRL, a whole number beyond 64 bits with a sign is the text of its digits here.
            serde_json::Value::Number(number) if number.is_u64() && !number.is_i64() => {
                number.to_string().into()
            }
            scalar => Value::from_json_value(&scalar),
        }),
    }
}

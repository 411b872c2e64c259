//! Printing values as VRL literals.

use vrlet::Value;

/// A value as a literal, if there is one for it: not for infinities, dates with unusual years, bytes that
/// are no text.
pub fn literal(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some("null".to_owned()),
        Value::Boolean(boolean) => Some(boolean.to_string()),
        Value::Integer(i64::MIN) => None,
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => {
            let text = format!("{:?}", number.into_inner());
            text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-')).then_some(text)
        }
        Value::Timestamp(time) => {
            let text = time.to_rfc3339();
            text.starts_with(|first: char| first.is_ascii_digit()).then(|| format!("t'{text}'"))
        }
        Value::Regex(regex) => {
            let pattern = regex.as_str();
            (!pattern.contains(['\'', '\\'])).then(|| format!("r'{pattern}'"))
        }
        Value::Bytes(text) => text.as_str().map(quoted),
        Value::Array(array) => {
            let elements: Option<Vec<_>> = array.iter().map(literal).collect();
            Some(format!("[{}]", elements?.join(", ")))
        }
        Value::Object(object) => {
            let fields: Option<Vec<_>> = object
                .iter()
                .map(|(key, value)| Some(format!("{}: {}", quoted(key), literal(value)?)))
                .collect();
            Some(format!("{{ {} }}", fields?.join(", ")))
        }
    }
}

/// A text between quotes.
pub fn quoted(text: &str) -> String {
    let mut literal = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' | '{' | '}' => literal.extend(['\\', character]),
            character if character.is_control() => {
                literal.push_str(&format!("\\u{{{:x}}}", u32::from(character)));
            }
            character => literal.push(character),
        }
    }
    literal + "\""
}

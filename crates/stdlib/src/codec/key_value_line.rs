//! The writer of `key=value` lines, shared by `encode_key_value` and `encode_logfmt`.

use std::collections::BTreeMap;

use vrlet_function::prelude::*;

/// How fields are written.
pub(super) struct Notation {
    /// Between a key and its value.
    pub(super) equals: Text,
    /// Between fields.
    pub(super) between: Text,
    /// Whether `true` is written as the key alone, and `false` not at all.
    pub(super) flatten_boolean: bool,
}

impl Notation {
    /// The fields of an object in one line: those that `first` names before the others, which are sorted.
    /// Members of objects and arrays are named by their paths.
    pub(super) fn write(&self, object: &Object, first: &Array) -> Result<Value, Failure> {
        let mut fields = BTreeMap::new();
        flatten(object, &mut fields);
        let mut line = Vec::new();
        for name in first.iter() {
            let Value::Bytes(name) = name else {
                return Err(Failure::new(format!(
                    "the order of fields is made of strings, not of kind {}",
                    name.kind_name()
                )));
            };
            if let Some((key, value)) = fields.remove_entry(&*name.to_str()) {
                self.field(&key, &value, &mut line);
            }
        }
        for (key, value) in fields {
            self.field(&key, &value, &mut line);
        }
        Ok(Value::Bytes(Text::from_vec(line)))
    }

    fn field(&self, key: &str, value: &Value, line: &mut Vec<u8>) {
        let alone = match value {
            Value::Boolean(boolean) if self.flatten_boolean => {
                if !boolean {
                    return;
                }
                true
            }
            _ => false,
        };
        if !line.is_empty() {
            line.extend_from_slice(self.between.as_bytes());
        }
        self.write_part(key, line);
        if alone {
            return;
        }
        line.extend_from_slice(self.equals.as_bytes());
        match value {
            Value::Bytes(text) => self.write_part(&text.to_str(), line),
            Value::Null => line.extend_from_slice(b"null"),
            Value::Regex(regex) => self.write_part(regex.as_str(), line),
            value => {
                let text = value.to_text().unwrap_or_default();
                self.write_part(&text.to_str(), line);
            }
        }
    }

    /// Writes a key or a value, in quotes where it would be read as something else. A backslash means more
    /// than itself only in quotes.
    fn write_part(&self, text: &str, line: &mut Vec<u8>) {
        let has = |separator: &Text| {
            separator.as_str().is_some_and(|it| !it.is_empty() && text.contains(it))
        };
        let quoted = text.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '='))
            || text.starts_with('\'')
            || has(&self.equals)
            || has(&self.between);
        if !quoted {
            line.extend_from_slice(text.as_bytes());
            return;
        }
        line.push(b'"');
        for byte in text.bytes() {
            match byte {
                b'\\' => line.extend_from_slice(br"\\"),
                b'"' => line.extend_from_slice(br#"\""#),
                b'\n' => line.extend_from_slice(br"\n"),
                byte => line.push(byte),
            }
        }
        line.push(b'"');
    }
}

fn flatten(object: &Object, fields: &mut BTreeMap<String, Value>) {
    for (key, value) in object.iter() {
        flatten_value(key.to_string(), value, fields);
    }
}

fn flatten_value(path: String, value: &Value, fields: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object.sorted() {
                flatten_value(format!("{path}.{key}"), value, fields);
            }
        }
        Value::Array(array) => {
            for (index, value) in array.iter().enumerate() {
                flatten_value(format!("{path}.{index}"), value, fields);
            }
        }
        _ => {
            fields.insert(path, value.clone());
        }
    }
}

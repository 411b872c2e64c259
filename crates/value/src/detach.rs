//! Detaching values from the input buffer they were read from.
//!
//! A long text is a slice of the buffer that it came from, so one field that somebody keeps would keep a
//! whole chunk of input in memory. [`Value::detach`] copies such slices, and nothing else.

use crate::{Text, Value};

impl Value {
    /// Copies what still belongs to a larger buffer, at every depth, so that the value holds no memory but
    /// its own. Where nothing does, nothing is copied, and objects and arrays stay shared.
    ///
    /// ```
    /// use vrlet_value::{Text, Value, json};
    ///
    /// let chunk = Text::from(format!(r#"{{"message":"{}"}}"#, "long ".repeat(100)));
    /// let mut kept = json::read(&chunk)?;
    /// assert!(kept.is_attached(), "the message is a slice of the chunk");
    /// kept.detach();
    /// assert!(!kept.is_attached());
    /// # Ok::<(), vrlet_value::json::JsonError>(())
    /// ```
    pub fn detach(&mut self) {
        if !self.is_attached() {
            return;
        }
        match self {
            Self::Bytes(text) => text.detach(),
            Self::Array(array) => array.values_mut().for_each(Self::detach),
            Self::Object(object) => object.values_mut().for_each(Self::detach),
            Self::Null
            | Self::Boolean(_)
            | Self::Integer(_)
            | Self::Float(_)
            | Self::Timestamp(_)
            | Self::Regex(_) => {}
        }
    }

    /// Whether some text in here is a part of a larger buffer, and keeps all of it in memory.
    #[must_use]
    pub fn is_attached(&self) -> bool {
        match self {
            Self::Bytes(text) => text.is_attached(),
            Self::Array(array) => array.iter().any(Self::is_attached),
            Self::Object(object) => object.values().any(Self::is_attached),
            Self::Null
            | Self::Boolean(_)
            | Self::Integer(_)
            | Self::Float(_)
            | Self::Timestamp(_)
            | Self::Regex(_) => false,
        }
    }
}

impl Text {
    /// Copies the text out of a larger buffer that it is a part of; else nothing is copied.
    pub fn detach(&mut self) {
        if self.is_attached() {
            *self = self.copied();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Array, Text, Value, json};

    fn chunk() -> Text {
        let long = "a text that is too long for being inline";
        Text::from(format!(
            "{{\"short\":\"s\",\"plain\":\"{long}\",\"deep\":[{{\"escaped\":\"\\n{long}\"}},[\"é{long}\"]]}}"
        ))
    }

    #[test]
    fn a_detached_value_is_the_same_and_holds_nothing_else() {
        let chunk = chunk();
        let read = json::read(&chunk).expect("JSON");
        let mut value = read.clone();
        assert!(value.is_attached());
        value.detach();
        assert!(!value.is_attached());
        assert_eq!(value, read);
        assert!(read.is_attached(), "who shares it keeps what it has");
        let text = |value: &Value| {
            let mut out = Vec::new();
            json::write(value, &mut out);
            out
        };
        assert_eq!(text(&value), text(&read));
    }

    #[test]
    fn what_is_not_utf8_is_detached_too() {
        let bytes = [b"\xff".as_slice(), &b"x".repeat(100)].concat();
        let mut text = Text::from_vec(bytes.clone()).slice(0..60);
        text.detach();
        assert!(!text.is_attached());
        assert_eq!(text.as_bytes(), &bytes[..60]);
    }

    #[test]
    fn nothing_is_copied_where_nothing_is_attached() {
        let whole = Value::from("a text of its own that is too long for being inline");
        let mut array = Value::Array(Array::from(vec![whole, Value::from_static("borrowed")]));
        let before = array.clone();
        array.detach();
        let at = |value: &Value| value.as_array().map(|array| array.as_ptr());
        assert_eq!(at(&array), at(&before), "still shared");
    }

    #[test]
    fn a_record_with_its_json_keeps_it() {
        let record = json::read(&Text::from_static(r#"{"city":"Berlin"}"#)).expect("JSON");
        let Value::Object(record) = record else { panic!("an object") };
        let mut value = Value::Object(record.with_cached_json());
        value.detach();
        assert!(value.as_object().is_some_and(|object| object.json().is_some()));
    }
}

//! The XML reader: from documents to objects.

use std::borrow::Cow;

use roxmltree::{Document, Node};
use vrlet_function::prelude::*;

use super::xml_bounds;
use crate::text::to_utf8;

/// How elements become values.
#[derive(Clone)]
pub(super) struct XmlReader {
    /// Whether blanks between elements count as nothing.
    pub(super) trim: bool,
    /// What stands before the names of attributes, where they count.
    pub(super) attr_prefix: Option<String>,
    pub(super) text_key: Key,
    pub(super) always_text_key: bool,
    pub(super) booleans: bool,
    pub(super) nulls: bool,
    pub(super) numbers: bool,
}

impl XmlReader {
    /// The document that a text says, as an object with a field for its root element.
    pub(super) fn read(&self, text: Text) -> Result<Value, Failure> {
        let text = to_utf8(text);
        let source = text.as_str().unwrap_or_default();
        let source = if self.trim { without_gaps(source) } else { source.into() };
        xml_bounds::check(&source)?;
        let document = Document::parse(&source)
            .map_err(|error| Failure::new(format!("the text is no well-formed XML: {error}")))?;
        let root = document.root_element();
        let mut object = Object::new();
        object.insert(Key::from(root.tag_name().name()), self.element(root));
        Ok(object.into())
    }

    /// The bounds of the document bound the recursion.
    fn element(&self, element: Node<'_, '_>) -> Value {
        let mut object = Object::new();
        if let Some(prefix) = &self.attr_prefix {
            for attribute in element.attributes() {
                let name = Key::from(format!("{prefix}{}", attribute.name()));
                object.insert(name, attribute.value().into());
            }
        }
        let mut children = element.children();
        if let (Some(only), None) = (children.next(), children.next())
            && only.is_text()
            && object.is_empty()
            && !self.needs_text_key(element)
        {
            return self.scalar(only.text().unwrap_or_default());
        }
        for child in element.children() {
            if child.is_element() {
                let value = self.element(child);
                add(&mut object, Key::from(child.tag_name().name()), value);
            } else if child.is_text() {
                let value = self.scalar(child.text().unwrap_or_default());
                add(&mut object, self.text_key.clone(), value);
            }
        }
        object.into()
    }

    /// Whether text stands in a field even where there is nothing else. As in VRL, attributes that don't
    /// count keep it out of one.
    fn needs_text_key(&self, element: Node<'_, '_>) -> bool {
        let leaves_attributes = self.attr_prefix.is_none() && element.attributes().len() > 0;
        self.always_text_key && !leaves_attributes
    }

    fn scalar(&self, text: &str) -> Value {
        match text {
            "true" | "false" if self.booleans => Value::Boolean(text == "true"),
            "" | "null" if self.nulls => Value::Null,
            _ if !self.numbers => text.into(),
            _ => match (text.parse::<i64>(), text.parse::<f64>()) {
                (Ok(number), _) => Value::Integer(number),
                // Words such as `NaN` and `inf`, and what is too large for a float, would be lost as numbers.
                (_, Ok(number)) if number.is_finite() => {
                    Value::float(number).unwrap_or_else(|| text.into())
                }
                _ => text.into(),
            },
        }
    }
}

/// A document without the blanks between its tags.
fn without_gaps(source: &str) -> Cow<'_, str> {
    let (mut kept, mut copied) = (String::new(), 0);
    for (end, _) in source.match_indices('>') {
        let after = &source[end + 1..];
        let next = after.trim_start();
        let gap = after.len() - next.len();
        if gap > 0 && next.starts_with('<') {
            kept.push_str(&source[copied..=end]);
            copied = end + 1 + gap;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(source);
    }
    kept.push_str(&source[copied..]);
    Cow::Owned(kept)
}

/// Adds a member; what comes more than once makes an array.
fn add(object: &mut Object, key: Key, value: Value) {
    let value = match object.take(&key) {
        None => value,
        Some(Value::Array(mut values)) => {
            values.push(value);
            values.into()
        }
        Some(before) => vec![before, value].into(),
    };
    object.insert(key, value);
}

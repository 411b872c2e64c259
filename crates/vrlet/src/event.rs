//! An event on its way through a program.

use std::ops::Range;

use vrlet_function::Secrets;
use vrlet_value::json::{self, JsonError, Reader};
use vrlet_value::{Key, Object, Text, Value};

/// A log event: the value that programs see as `.`, the metadata they see as `%`, and its secrets.
#[derive(Clone, Debug)]
pub struct Event {
    value: Value,
    metadata: Value,
    secrets: Secrets,
    before: Option<Before>,
    secrets_before: Secrets,
    /// Whether a program has run over it since it was read or restored.
    ran: bool,
}

/// What the event was before a program ran over it.
#[derive(Clone, Debug)]
enum Before {
    /// The text that it was read from, which costs nothing to keep.
    Json(Text),
    /// The line of plain text that it was made from.
    Line(Text),
    Values {
        value: Value,
        metadata: Value,
    },
}

impl Event {
    /// Reads an event from JSON text, as RFC 8259 defines it.
    ///
    /// # Errors
    /// Where the text is no JSON, or has a number that neither 64-bit integers nor floats can hold.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, JsonError> {
        Self::from_shared_json(Text::from_bytes(text.as_ref()))
    }

    /// [`Event::from_json`] without a copy: long strings of the event are slices of the text.
    ///
    /// # Errors
    /// As for [`Event::from_json`].
    pub fn from_shared_json(text: Text) -> Result<Self, JsonError> {
        let value = json::read(&text)?;
        Ok(Self { before: Some(Before::Json(text)), ..Self::from(value) })
    }

    /// [`Event::from_shared_json`] for a part of a text, such as a line of a chunk of input, with a reader
    /// that keeps its working memory from event to event.
    ///
    /// # Errors
    /// As for [`Event::from_json`]; places count from the start of the part.
    pub fn read_json(
        reader: &mut Reader,
        source: &Text,
        part: Range<usize>,
    ) -> Result<Self, JsonError> {
        let value = reader.read_part(source, part.clone())?;
        let before = Some(Before::Json(source.slice(part)));
        Ok(Self { before, ..Self::from(value) })
    }

    /// The event that a line of plain text becomes: `{"message": line}`.
    #[must_use]
    pub fn from_line(line: Text) -> Self {
        let before = Some(Before::Line(line.clone()));
        let value = Object::from_iter([(Key::from("message"), Value::Bytes(line))]);
        Self { before, ..Self::from(Value::Object(value)) }
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The metadata.
    #[must_use]
    pub fn metadata(&self) -> &Value {
        &self.metadata
    }

    /// The same event with other metadata than `{}`.
    #[must_use]
    pub fn with_metadata(mut self, metadata: Value) -> Self {
        self.metadata = metadata;
        self.ran = true;
        self
    }

    /// What `get_secret`, `set_secret` and `remove_secret` work on. Secrets are no part of the value:
    /// they are never written out with it.
    #[must_use]
    pub fn secrets(&self) -> &Secrets {
        &self.secrets
    }

    /// The secrets, for the host to give some or to take them back.
    pub fn secrets_mut(&mut self) -> &mut Secrets {
        &mut self.secrets
    }

    /// The value, for the host to keep.
    #[must_use]
    pub fn into_value(self) -> Value {
        self.value
    }

    /// Makes the event what it was before the last run.
    pub fn restore(&mut self) {
        let secrets = std::mem::take(&mut self.secrets_before);
        match self.before.take() {
            Some(Before::Json(text)) => {
                if let Ok(event) = Self::from_shared_json(text) {
                    *self = Self { secrets, ..event };
                }
            }
            Some(Before::Line(line)) => *self = Self { secrets, ..Self::from_line(line) },
            Some(Before::Values { value, metadata }) => {
                self.value = value;
                self.metadata = metadata;
                self.secrets = secrets;
            }
            None => {}
        }
    }

    /// Writes the value as JSON, in the order of the event's keys, without a line break.
    ///
    /// # Errors
    /// Where `out` can't be written to.
    pub fn write_json(&self, out: &mut impl std::io::Write) -> std::io::Result<()> {
        let mut text = Vec::new();
        json::write(&self.value, &mut text);
        out.write_all(&text)
    }

    /// The value as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = Vec::new();
        json::write(&self.value, &mut text);
        String::from_utf8_lossy(&text).into_owned()
    }

    /// Sees to it that [`Event::restore`] will find the event as it is now.
    pub(crate) fn snapshot(&mut self) {
        self.secrets_before.clone_from(&self.secrets);
        let is_as_read =
            !self.ran && matches!(self.before, Some(Before::Json(_) | Before::Line(_)));
        if !is_as_read {
            self.before =
                Some(Before::Values { value: self.value.clone(), metadata: self.metadata.clone() });
        }
    }

    /// The values that a program works on.
    pub(crate) fn parts_mut(&mut self) -> (&mut Value, &mut Value, &mut Secrets) {
        self.ran = true;
        (&mut self.value, &mut self.metadata, &mut self.secrets)
    }
}

impl From<Value> for Event {
    fn from(value: Value) -> Self {
        Self {
            value,
            metadata: Value::Object(Object::new()),
            secrets: Secrets::new(),
            before: None,
            secrets_before: Secrets::new(),
            ran: false,
        }
    }
}

//! `Event`: a log event with metadata and secrets, which can be restored to what it was before a run.

use std::ops::Range;

use vrlet_function::Secrets;
use vrlet_value::json::{self, JsonError, JsonReader, ReadMode, Unread};
use vrlet_value::{Key, Object, Text, Value};

/// A log event: the value that programs see as `.`, the metadata they see as `%`, and its secrets.
///
/// The way through a program that costs least takes lines out of a shared chunk of input and appends what
/// came of them to one buffer:
///
/// ```
/// use vrlet::value::json::JsonReader;
/// use vrlet::{Engine, Event, Outcome, Text};
///
/// let program = Engine::builder().build().compile(".size = length!(.host)")?;
/// let (mut vm, mut reader) = (program.vm(), JsonReader::default());
/// let chunk = Text::from("{\"host\":\"db\"}\n{\"host\":7}\n");
/// let (mut start, mut out) = (0, Vec::new());
/// while let Some(length) = chunk.as_bytes()[start..].iter().position(|byte| *byte == b'\n') {
///     let mut event = Event::read_json(&mut reader, &chunk, start..start + length)?;
///     if !matches!(vm.run(&mut event), Ok(Outcome::Value(_))) {
///         event.restore();
///     }
///     event.append_json(&mut out);
///     out.push(b'\n');
///     start += length + 1;
/// }
/// assert_eq!(out, b"{\"host\":\"db\",\"size\":2}\n{\"host\":7}\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Event {
    value: Value,
    metadata: Value,
    secrets: Secrets,
    /// What the value was made from.
    origin: Origin,
    /// Whether the value is still what the origin says.
    is_original: bool,
    /// Whether the metadata are still `{}`, as they are made.
    has_no_metadata: bool,
    before: Before,
}

/// What a value was made from and can be made from again; that costs nothing to keep.
#[derive(Clone, Debug)]
enum Origin {
    /// Nothing that is known.
    Value,
    /// JSON text.
    Json(Text, ReadMode),
    /// A line of plain text.
    Line(Text),
}

/// What an event was before the last run.
#[derive(Clone, Debug)]
enum Before {
    /// None ran since it was made or restored.
    NoRun,
    /// What its origin says, with no metadata and no secrets.
    Original,
    /// Something else: a box, so that the events of most hosts are small.
    Kept(Box<Snapshot>),
}

#[derive(Clone, Debug)]
struct Snapshot {
    /// The value; none where the event's origin says it.
    value: Option<Value>,
    /// The metadata; none for `{}`.
    metadata: Option<Value>,
    secrets: Secrets,
}

/// What an event consists of, to take it apart and to put it together.
#[derive(Clone, PartialEq, Debug)]
pub struct EventParts {
    /// What programs see as `.`.
    pub value: Value,
    /// What programs see as `%`.
    pub metadata: Value,
    /// What `get_secret` reads.
    pub secrets: Secrets,
}

impl Event {
    /// Reads an event from JSON text, as RFC 8259 defines it. Nothing is lost of what values can't hold: a
    /// number beyond 64 bits keeps its digits ([`Float`](vrlet_value::Float)), half of a surrogate pair
    /// becomes U+FFFD.
    ///
    /// # Errors
    /// Where the text is no JSON.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, JsonError> {
        Self::from_shared_json(Text::from_bytes(text.as_ref()))
    }

    /// [`Event::from_json`] without a copy: long strings of the event are slices of the text.
    ///
    /// # Errors
    /// As for [`Event::from_json`].
    pub fn from_shared_json(text: Text) -> Result<Self, JsonError> {
        let value = json::read(&text)?;
        Ok(Self::made(value, Origin::Json(text, ReadMode::default())))
    }

    /// [`Event::from_shared_json`] for a part of a text, such as a line of a chunk of input, with a reader
    /// that keeps its working memory from event to event.
    ///
    /// # Errors
    /// As for [`Event::from_json`]; offsets count from the start of the part.
    #[inline]
    pub fn read_json(
        reader: &mut JsonReader,
        source: &Text,
        part: Range<usize>,
    ) -> Result<Self, JsonError> {
        let value = reader.read_part(source, part.clone())?;
        Ok(Self::made(value, Origin::Json(source.slice(part), reader.mode())))
    }

    /// Reads a part of a text that may hold several events, such as a line with a batch, and hands each on
    /// with its place in the text: the values at the top, and of an array at the top its items.
    ///
    /// ```
    /// use vrlet::value::json::JsonReader;
    /// use vrlet::{Event, Text};
    ///
    /// let (line, mut events) = (Text::from(r#"[{"a":1},{"a":2}] {"a":"#), Vec::new());
    /// let mut reader = JsonReader::default();
    /// let read = Event::read_json_each(&mut reader, &line, 0..line.len(), |_, event| events.push(event));
    /// assert_eq!(events.iter().map(Event::to_json).collect::<Vec<_>>(), [r#"{"a":1}"#, r#"{"a":2}"#]);
    /// assert_eq!(read.unwrap_err().range, 18..23);
    /// ```
    ///
    /// # Errors
    /// From the first event on that can't be read; those before it were handed on.
    pub fn read_json_each(
        reader: &mut JsonReader,
        source: &Text,
        part: Range<usize>,
        mut each: impl FnMut(Range<usize>, Self),
    ) -> Result<(), Unread> {
        let mode = reader.mode();
        reader.read_each(source, part, |range, value| {
            let text = source.slice(range.clone());
            each(range, Self::made(value, Origin::Json(text, mode)));
        })
    }

    /// The event that a line of plain text becomes: `{"message": line}`.
    #[must_use]
    pub fn from_line(line: Text) -> Self {
        Self::made(line_value(line.clone()), Origin::Line(line))
    }

    /// Puts an event together.
    ///
    /// ```
    /// use vrlet::{Event, EventParts, Secrets, Value};
    ///
    /// let value = Event::from_json(r#"{"message":"hello"}"#)?.into_value();
    /// let metadata = Event::from_json(r#"{"source":"http"}"#)?.into_value();
    /// let mut event = Event::from_parts(EventParts { value, metadata, secrets: Secrets::new() });
    /// *event.metadata_mut() = Value::Null;
    /// let EventParts { value, metadata, .. } = event.into_parts();
    /// assert_eq!(value.to_string(), r#"{ "message": "hello" }"#);
    /// assert_eq!(metadata, Value::Null);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn from_parts(parts: EventParts) -> Self {
        let EventParts { value, metadata, secrets } = parts;
        Self { metadata, secrets, has_no_metadata: false, ..Self::from(value) }
    }

    /// Takes the event apart, for the host to keep; nothing is copied.
    #[must_use]
    pub fn into_parts(self) -> EventParts {
        EventParts { value: self.value, metadata: self.metadata, secrets: self.secrets }
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The value, for the host to change. [`Event::restore`] undoes what is done after a run together with
    /// the run; what is done before it stays.
    ///
    /// ```
    /// use vrlet::{Event, Key, Value};
    ///
    /// let mut event = Event::from_json(r#"{"message":"hello"}"#)?;
    /// if let Value::Object(fields) = event.value_mut() {
    ///     fields.insert(Key::from("seen"), Value::Boolean(true));
    /// }
    /// assert_eq!(event.to_json(), r#"{"message":"hello","seen":true}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn value_mut(&mut self) -> &mut Value {
        self.is_original = false;
        &mut self.value
    }

    /// The metadata.
    #[must_use]
    pub fn metadata(&self) -> &Value {
        &self.metadata
    }

    /// The metadata, for the host to change.
    pub fn metadata_mut(&mut self) -> &mut Value {
        self.has_no_metadata = false;
        &mut self.metadata
    }

    /// The same event with other metadata than `{}`.
    #[must_use]
    pub fn with_metadata(mut self, metadata: Value) -> Self {
        *self.metadata_mut() = metadata;
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

    /// The value, for the host to keep. One that is kept for long should be
    /// [detached](Value::detach) from the input that it was read from.
    #[must_use]
    pub fn into_value(self) -> Value {
        self.value
    }

    /// Makes the event what it was before the last run, to the letter, whatever ended the run: value,
    /// metadata and secrets. Where none ran since it was made or restored, it stays as it is.
    ///
    /// ```
    /// use vrlet::{Engine, Event};
    ///
    /// let program = Engine::builder().build().compile(".a = 1; %b = 2; .list[100000000] = 3")?;
    /// let mut event = Event::from_json(r#"{"list":[]}"#)?;
    /// assert!(program.vm().run(&mut event).is_err(), "no array is that long");
    /// event.restore();
    /// assert_eq!(event.to_json(), r#"{"list":[]}"#);
    /// assert_eq!(event.metadata().to_string(), "{  }");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn restore(&mut self) {
        let Snapshot { value, metadata, secrets } =
            match std::mem::replace(&mut self.before, Before::NoRun) {
                Before::NoRun => return,
                Before::Original => {
                    Snapshot { value: None, metadata: None, secrets: Secrets::new() }
                }
                Before::Kept(snapshot) => *snapshot,
            };
        self.is_original = value.is_none();
        self.value = match (value, &self.origin) {
            (Some(value), _) => value,
            (None, Origin::Json(text, mode)) => json::read_with(text, *mode)
                .unwrap_or_else(|_| unreachable!("checked: the text was read before")),
            (None, Origin::Line(line)) => line_value(line.clone()),
            (None, Origin::Value) => unreachable!("checked: a value without a text is kept itself"),
        };
        self.has_no_metadata = metadata.is_none();
        self.metadata = metadata.unwrap_or_else(|| Value::Object(Object::new()));
        self.secrets = secrets;
    }

    /// The JSON text that [`Event::restore`] would read, where it would read one: a host that passes on a
    /// failed event as it came can write this instead.
    #[must_use]
    pub fn original_json(&self) -> Option<&Text> {
        match &self.origin {
            Origin::Json(..) => self.original_text(),
            Origin::Line(_) | Origin::Value => None,
        }
    }

    /// The text that [`Event::restore`] would make the event from: JSON, or a line of plain text. It may
    /// have bytes that are not UTF-8, which JSON can't say.
    #[must_use]
    pub fn original_text(&self) -> Option<&Text> {
        let is_original = match &self.before {
            Before::NoRun => self.is_original,
            Before::Original => true,
            Before::Kept(snapshot) => snapshot.value.is_none(),
        };
        match &self.origin {
            Origin::Json(text, _) | Origin::Line(text) if is_original => Some(text),
            Origin::Json(..) | Origin::Line(_) | Origin::Value => None,
        }
    }

    /// Lets go of the chunk of input that the event was read from, for a host that keeps it: see
    /// [`Value::detach`].
    pub fn detach(&mut self) {
        self.value.detach();
        self.metadata.detach();
        self.secrets.detach();
        if let Origin::Json(text, _) | Origin::Line(text) = &mut self.origin {
            text.detach();
        }
        if let Before::Kept(snapshot) = &mut self.before {
            let Snapshot { value, metadata, secrets } = &mut **snapshot;
            value.iter_mut().chain(metadata).for_each(Value::detach);
            secrets.detach();
        }
    }

    /// Appends the value to a buffer as JSON, in the order of the event's keys, without a line break: the
    /// fastest way out, since a buffer can be used again.
    pub fn append_json(&self, out: &mut Vec<u8>) {
        json::write(&self.value, out);
    }

    /// Writes the value as [`Event::append_json`] does.
    ///
    /// # Errors
    /// Where `out` can't be written to.
    pub fn write_json(&self, out: &mut impl std::io::Write) -> std::io::Result<()> {
        let mut text = Vec::new();
        self.append_json(&mut text);
        out.write_all(&text)
    }

    /// The value as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = Vec::new();
        self.append_json(&mut text);
        String::from_utf8_lossy(&text).into_owned()
    }

    /// Sees to it that [`Event::restore`] will find the event as it is now.
    #[inline]
    pub(crate) fn snapshot(&mut self) {
        let is_text = self.is_original && !matches!(self.origin, Origin::Value);
        self.before = if is_text && self.has_no_metadata && self.secrets.is_empty() {
            Before::Original
        } else {
            Before::Kept(Box::new(Snapshot {
                value: (!is_text).then(|| self.value.clone()),
                metadata: (!self.has_no_metadata).then(|| self.metadata.clone()),
                secrets: self.secrets.clone(),
            }))
        };
    }

    /// The values that a program works on.
    pub(crate) fn parts_mut(&mut self) -> (&mut Value, &mut Value, &mut Secrets) {
        self.is_original = false;
        self.has_no_metadata = false;
        (&mut self.value, &mut self.metadata, &mut self.secrets)
    }

    fn made(value: Value, origin: Origin) -> Self {
        Self {
            value,
            metadata: Value::Object(Object::new()),
            secrets: Secrets::new(),
            origin,
            is_original: true,
            has_no_metadata: true,
            before: Before::NoRun,
        }
    }
}

impl From<Value> for Event {
    fn from(value: Value) -> Self {
        Self::made(value, Origin::Value)
    }
}

fn line_value(line: Text) -> Value {
    Value::Object(Object::from_iter([(Key::from("message"), Value::Bytes(line))]))
}

//! `LineEvents`: the events of a line of NDJSON, which are mostly one, but may be a batch.

use std::ops::Range;

use vrlet::value::json::{JsonReader, Unread};
use vrlet::{Event, Text, Value};

/// What a line of NDJSON holds: an event, the items of an array, or several values one after the other,
/// as some senders write their batches.
#[derive(Debug, Default)]
pub struct LineEvents {
    /// The events with their places in the text.
    pub events: Vec<(Range<usize>, Event)>,
    /// The end of the line, where that can't be read; the whole line where no object comes before it, since
    /// a line of plain text may begin with a number.
    pub unread: Option<Unread>,
}

impl LineEvents {
    /// Reads a line, which is a part of a text.
    #[must_use]
    pub fn read(reader: &mut JsonReader, text: &Text, line: Range<usize>) -> Self {
        let mut events = Vec::new();
        let each = |range, event| events.push((range, event));
        let Err(mut unread) = Event::read_json_each(reader, text, line.clone(), each) else {
            return Self { events, unread: None };
        };
        if !events.iter().any(|(_, event)| matches!(event.value(), Value::Object(_))) {
            events.clear();
            unread.range = line;
        }
        Self { events, unread: Some(unread) }
    }
}

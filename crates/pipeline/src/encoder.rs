//! `Encoder`: turns events into what the sink takes (lines, events), in the workers, so in parallel.

use vrlet::value::json;
use vrlet::{Event, EventParts, Value};

/// Makes of events what a sink takes. Each worker has one of its own.
pub trait Encoder: Send {
    /// What comes of the events of a chunk.
    type Output: Default + Send;

    /// Adds an event that went through; `result` is the program's value. Returns how many entries it
    /// became.
    fn encode(&mut self, event: Event, result: Value, out: &mut Self::Output) -> u64;

    /// Adds an event that is passed on as it was, after a failure or an abort. A run may have changed it:
    /// [`Event::restore`] takes that back. Returns how many entries it became.
    fn encode_original(&mut self, event: Event, out: &mut Self::Output) -> u64;

    /// Empties an output for the next chunk; memory may stay.
    fn clear(&mut self, out: &mut Self::Output) {
        *out = Self::Output::default();
    }
}

/// What is written of each event.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Emit {
    /// The event after the program. One that became an array is as many events as it has elements.
    #[default]
    Event,
    /// The value of the program's last expression.
    Result,
}

/// Writes lines of JSON.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JsonLines {
    /// What is written of each event.
    pub emit: Emit,
    /// Whether the keys of objects are sorted.
    pub sort_keys: bool,
    /// Whether an event that is passed on as it was keeps its text, to the letter, where that is one line.
    pub keep_text: bool,
}

impl Default for JsonLines {
    /// The event after the program, its keys in their order; what is passed on keeps its text.
    fn default() -> Self {
        Self { emit: Emit::Event, sort_keys: false, keep_text: true }
    }
}

impl JsonLines {
    fn line(self, value: &Value, out: &mut Vec<u8>) -> u64 {
        match self.sort_keys {
            true => json::write_sorted(value, out),
            false => json::write(value, out),
        }
        out.push(b'\n');
        1
    }
}

impl Encoder for JsonLines {
    type Output = Vec<u8>;

    fn encode(&mut self, event: Event, result: Value, out: &mut Vec<u8>) -> u64 {
        match (self.emit, event.value()) {
            (Emit::Result, _) => self.line(&result, out),
            (Emit::Event, Value::Array(events)) => {
                events.iter().map(|event| self.line(event, out)).sum()
            }
            (Emit::Event, event) => self.line(event, out),
        }
    }

    fn encode_original(&mut self, mut event: Event, out: &mut Vec<u8>) -> u64 {
        let text = event.original_json().filter(|_| self.keep_text && !self.sort_keys);
        match text.filter(|text| memchr::memchr(b'\n', text.as_bytes()).is_none()) {
            Some(text) => {
                out.extend_from_slice(text.as_bytes());
                out.push(b'\n');
                1
            }
            None => {
                event.restore();
                self.line(event.value(), out)
            }
        }
    }

    fn clear(&mut self, out: &mut Vec<u8>) {
        const KEPT: usize = 4 << 20;
        out.clear();
        out.shrink_to(KEPT);
    }
}

/// Hands the events themselves on, with their metadata and secrets; one that became an array is as many
/// events as it has elements. They share the chunk of input that they were read from:
/// [`Event::detach`] is for those that are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Events;

impl Encoder for Events {
    type Output = Vec<Event>;

    fn encode(&mut self, event: Event, _result: Value, out: &mut Vec<Event>) -> u64 {
        if !matches!(event.value(), Value::Array(_)) {
            out.push(event);
            return 1;
        }
        let EventParts { value, metadata, secrets } = event.into_parts();
        let Value::Array(values) = value else { unreachable!("checked: it is an array") };
        let before = out.len();
        out.extend(values.into_iter().map(|value| {
            let (metadata, secrets) = (metadata.clone(), secrets.clone());
            Event::from_parts(EventParts { value, metadata, secrets })
        }));
        (out.len() - before) as u64
    }

    fn encode_original(&mut self, mut event: Event, out: &mut Vec<Event>) -> u64 {
        event.restore();
        out.push(event);
        1
    }

    fn clear(&mut self, out: &mut Vec<Event>) {
        out.clear();
    }
}

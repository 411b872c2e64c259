//! Lazy reading of the loaded file: its events one by one, as far as they are asked for.

use std::fmt::Display;
use std::ops::Range;
use std::path::Path;

use vrlet::value::json::{self, JsonReader, Unread};
use vrlet::{Event, Text, Value};
use vrlet_pipeline::{
    Cancel, Content, Format, Frame, Frames, Inputs, LineEvents, ReadError, Source,
};

use super::event_window::{CAPACITY, EventFault, EventWindow, StoredEvent};
use crate::arguments::InputFormat;
use crate::cli_error::CliError;
use crate::run::input::{Input, read_error};

/// How many bytes are read at a time.
const CHUNK: usize = 64 * 1024;

/// A file of events, and which of them it is about.
pub struct Events {
    /// The file.
    pub input: Input,
    /// How events stand in it.
    pub format: InputFormat,
    inputs: Inputs,
    /// How many lines there were in the chunks that were read.
    lines: u64,
    window: EventWindow,
    reader: JsonReader,
    /// Raised where reading should end.
    cancel: Cancel,
    /// Why the file can't be read any further.
    read_error: Option<CliError>,
    /// The position of the current event.
    at: usize,
}

impl Events {
    /// Opens a file; without a format, its name and its first line tell which one it is.
    ///
    /// # Errors
    /// Where the file can't be read, or is not a file.
    pub fn open(
        path: &Path,
        format: Option<InputFormat>,
        cancel: &Cancel,
    ) -> Result<Self, CliError> {
        if path == Path::new("-") {
            return Err(CliError::new("the prompt itself reads standard input")
                .help("name a file of events, as in `vrlet repl events.ndjson`"));
        }
        let input = Input::named(path.to_owned())?;
        let format = format.unwrap_or_else(|| guess(&input, cancel));
        // What comes through a pipe is there once only.
        let capacity = if is_stored(&input) { CAPACITY } else { usize::MAX };
        Ok(Self {
            inputs: inputs(&input, format.into()),
            lines: 0,
            window: EventWindow::new(capacity),
            reader: JsonReader::default(),
            cancel: cancel.clone(),
            read_error: None,
            at: 0,
            input,
            format,
        })
    }

    /// Where the current event is from.
    pub fn place(&self) -> String {
        format!("event {} of {}", self.at + 1, self.input.name)
    }

    /// The number of the current event, counted from 1.
    pub fn number(&self) -> usize {
        self.at + 1
    }

    /// Makes the event of a number the current one, without reading it.
    pub fn stand_at(&mut self, number: usize) {
        self.at = number.saturating_sub(1);
    }

    /// The event of a number, which becomes the current one; nothing where the file ends before it.
    ///
    /// # Errors
    /// Where the event can't be read, or the file can't; the current event stays.
    pub fn go_to(&mut self, number: usize) -> Result<Option<Event>, CliError> {
        let Some(at) = number.checked_sub(1) else { return Ok(None) };
        let event = self.read(at)?;
        if event.is_some() {
            self.at = at;
        }
        Ok(event)
    }

    /// The event at a position.
    ///
    /// # Errors
    /// As for [`Events::go_to`].
    pub fn read(&mut self, at: usize) -> Result<Option<Event>, CliError> {
        if self.window.is_evicted(at) {
            self.rewind();
        }
        while self.window.count() <= at && self.read_on() {}
        if self.window.count() <= at && self.cancel.is_cancelled() {
            let met = self.window.count();
            if is_stored(&self.input) {
                // The reader dropped what it had in its hands.
                self.rewind();
            }
            return Err(CliError::new(format_args!("interrupted after event {met}")));
        }
        match (self.window.get(at), &self.read_error) {
            (Some(seen), _) => self.event(seen).map(Some),
            (None, Some(read_error)) => Err(read_error.clone()),
            (None, None) => Ok(None),
        }
    }

    /// How many events were met so far; all, once something after the end was asked for.
    pub fn count(&self) -> usize {
        self.window.count()
    }

    fn rewind(&mut self) {
        self.inputs = inputs(&self.input, self.format.into());
        self.lines = 0;
        self.window.clear();
        self.read_error = None;
    }

    /// Reads the next chunk; whether there was one.
    fn read_on(&mut self) -> bool {
        self.window.evict();
        let Some(chunk) = self.inputs.next(&self.cancel) else { return false };
        match chunk.content {
            Content::Lines { bytes, is_cut } => {
                let text = Text::from_vec(bytes);
                let frames = Frames::lines(text.as_bytes(), chunk.format, is_cut);
                self.note(&text, frames, Some("the input breaks off here"));
            }
            Content::Pieces { bytes, pieces } => {
                let text = Text::from_vec(bytes);
                self.note(&text, Frames::pieces(text.as_bytes(), &pieces), None);
            }
            Content::Events(_) => unreachable!("checked: inputs are text"),
        }
        if let Some(error) = chunk.read_error {
            let line = error.line.map(|line| line + self.lines + 1);
            self.read_error = Some(read_error(&ReadError { line, ..error }));
        }
        true
    }

    /// Notes the events of a chunk; `fault` says why some are none, in words for one event.
    fn note(&mut self, text: &Text, frames: Frames<'_>, fault: Option<&'static str>) {
        for Frame { range, line, fault: known } in frames {
            let line = self.lines + 1 + line;
            if let Some(known) = known {
                let message = fault.unwrap_or(known).into();
                let fault = Some(EventFault { message, column: None });
                self.window.push(StoredEvent { text: text.slice(range), line, fault });
            } else if self.format == InputFormat::Ndjson {
                self.note_line(text, range, line);
            } else {
                self.window.push(StoredEvent { text: text.slice(range), line, fault: None });
            }
        }
        self.lines += memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64;
    }

    /// Notes the events of a line of NDJSON.
    fn note_line(&mut self, text: &Text, range: Range<usize>, line: u64) {
        let start = range.start;
        let LineEvents { events, unread } = LineEvents::read(&mut self.reader, text, range);
        for (range, _) in events {
            self.window.push(StoredEvent { text: text.slice(range), line, fault: None });
        }
        if let Some(Unread { range, error }) = unread {
            let bytes = &text.as_bytes()[..(start + error.offset()).min(text.len())];
            let line_start = memchr::memrchr(b'\n', bytes).map_or(0, |newline| newline + 1);
            let column = String::from_utf8_lossy(&bytes[line_start..]).chars().count() as u64 + 1;
            let message = format!("no JSON: {}", error.message()).into();
            let fault = Some(EventFault { message, column: Some(column) });
            self.window.push(StoredEvent { text: text.slice(range), line, fault });
        }
    }

    fn event(&self, seen: &StoredEvent) -> Result<Event, CliError> {
        let Input { name, .. } = &self.input;
        if let Some(EventFault { message, column }) = &seen.fault {
            let line = seen.line;
            return Err(match column {
                Some(column) => self.no_json(format_args!("{name}:{line}:{column}: {message}")),
                None => CliError::new(format_args!("{name}:{line}: {message}")),
            });
        }
        match self.format {
            InputFormat::Lines => Ok(Event::from_line(seen.text.clone())),
            InputFormat::Ndjson | InputFormat::Json => Event::from_shared_json(seen.text.clone())
                .map_err(|error| {
                    let before = &seen.text.as_bytes()[..error.offset().min(seen.text.len())];
                    let line_start =
                        memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
                    let line = seen.line + memchr::memchr_iter(b'\n', before).count() as u64;
                    let column = String::from_utf8_lossy(&before[line_start..]).chars().count() + 1;
                    self.no_json(format_args!(
                        "{name}:{line}:{column}: no JSON: {}",
                        error.message()
                    ))
                }),
        }
    }

    /// What to do where a whole file seems to be of another format.
    fn no_json(&self, message: impl Display) -> CliError {
        let cli_error = CliError::new(message);
        if self.format == InputFormat::Ndjson && self.window.count() <= 1 {
            return cli_error.help(
                "if its lines are plain text, say `:load FILE lines`; for JSON over several lines, \
                 `:load FILE json`",
            );
        }
        cli_error
    }
}

/// Whether the input can be read again.
fn is_stored(input: &Input) -> bool {
    input.path.as_deref().is_some_and(Path::is_file)
}

/// The file, to be read from its beginning.
fn inputs(input: &Input, format: Format) -> Inputs {
    Inputs::new([input.to_read()], format).chunk_size(CHUNK)
}

/// How events seem to stand in a file.
fn guess(input: &Input, cancel: &Cancel) -> InputFormat {
    let Some(path) = input.path.as_deref().filter(|_| is_stored(input)) else {
        return InputFormat::Ndjson;
    };
    let extension = path.extension().and_then(|extension| extension.to_str());
    let plain = match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("gz" | "zst") => path.with_extension(""),
        _ => path.to_owned(),
    };
    let extension = plain.extension().and_then(|extension| extension.to_str());
    let chunk = inputs(input, Format::Lines).next(cancel);
    let bytes = match chunk.map(|chunk| chunk.content) {
        Some(Content::Lines { bytes, .. }) => bytes,
        Some(Content::Pieces { .. } | Content::Events(_)) | None => Vec::new(),
    };
    let mut lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let first = lines.find(|line| !line.is_empty()).unwrap_or_default();
    let value = json::read(&Text::from_bytes(first));
    match (value, extension) {
        (Ok(Value::Array(_)), Some("json")) => InputFormat::Json,
        (Ok(_), _) | (Err(_), Some("ndjson" | "jsonl")) => InputFormat::Ndjson,
        (Err(_), Some("json")) => InputFormat::Json,
        (Err(_), _) if first.is_empty() || first.starts_with(b"{") => InputFormat::Ndjson,
        (Err(_), _) => InputFormat::Lines,
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::fs;

    use super::{Cancel, EventWindow, Events};

    fn events(name: &str, cancel: &Cancel) -> Events {
        let path = std::env::temp_dir().join(format!("vrlet-{}-{name}", std::process::id()));
        let mut text = String::new();
        for number in 1..=20_000 {
            let _ = writeln!(text, "{{\"number\":{number},\"long\":\"{:50}\"}}", "");
        }
        fs::write(&path, text).expect("a file");
        Events::open(&path, None, cancel).expect("it opens")
    }

    fn forget(events: Events) {
        let path = events.input.path.expect("a file");
        fs::remove_file(path).expect("the file of the test");
    }

    fn is_there(events: &mut Events, number: usize) {
        let event = events.go_to(number).expect("JSON").expect("an event");
        assert!(event.to_json().starts_with(&format!("{{\"number\":{number},")));
        assert_eq!(events.number(), number);
    }

    #[test]
    fn what_was_let_go_is_read_again() {
        let mut events = events("window.ndjson", &Cancel::new());
        events.window = EventWindow::new(10_000);
        for number in [1, 15_000, 14_999, 2, 20_000, 1] {
            is_there(&mut events, number);
            assert!(number == 1 || events.window.is_evicted(0) || number < 5000, "{number}");
        }
        assert_eq!(events.go_to(30_000).map(|event| event.is_some()), Ok(false));
        assert_eq!(events.count(), 20_000);
        forget(events);
    }

    #[test]
    fn nothing_is_lost_by_an_interrupt() {
        let cancel = Cancel::new();
        let mut events = events("interrupt.ndjson", &cancel);
        is_there(&mut events, 1);
        cancel.cancel();
        let said = events.go_to(20_000).expect_err("an interrupt");
        assert!(said.message.starts_with("interrupted after event "), "{}", said.message);
        cancel.rearm();
        for number in [2, 20_000] {
            is_there(&mut events, number);
        }
        forget(events);
    }
}

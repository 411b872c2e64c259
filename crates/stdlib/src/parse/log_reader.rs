//! Log lines that one expression takes apart, as those of web servers: groups become fields of their
//! kinds, and what a line marks as missing is no field.

use std::ops::Range;
use std::sync::Arc;

use regex::{CaptureLocations, Regex};
use vrlet_function::Host;
use vrlet_function::prelude::*;
use vrlet_value::{Shape, ShapeRef};

use super::infer_year::infer_year;
use super::log_format::{ACCESS_TIME, Content, LogField, LogFormat};
use super::log_mismatch::{Prefixes, explain};
use crate::mismatch::found;
use crate::text::to_utf8;
use crate::time_format::TimeFormat;

/// How a line writes its time.
pub(super) const TIME_FORMAT: Arg<Text> =
    Arg::optional("timestamp_format", "How the line writes its time.")
        .default(Literal::Text(ACCESS_TIME));

/// A reader of the lines of one format on one machine.
pub(super) struct LogReader {
    format: &'static LogFormat,
    regex: Regex,
    locations: CaptureLocations,
    /// The groups that took part in the last line, a bit for each, and the shape of its object.
    last: Option<(u32, ShapeRef)>,
}

impl LogReader {
    fn new(format: &'static LogFormat) -> Self {
        let pattern: String = format.parts().map(|part| part.pattern).collect();
        let regex = Regex::new(&pattern).expect("a constant that the tests compile");
        Self { locations: regex.capture_locations(), regex, format, last: None }
    }

    /// The fields of a line; `None` where it is not of this format.
    pub(super) fn read(
        &mut self,
        line: &Text,
        time: &Result<TimeFormat, Failure>,
        host: &Host,
    ) -> Result<Option<Object>, Failure> {
        let source = line.as_str().unwrap_or_default();
        if self.regex.captures_read(&mut self.locations, source).is_none() {
            return Ok(None);
        }
        let mut slots = Vec::with_capacity(self.format.fields.len() + Object::SPARE);
        let (mut present, mut elements) = (0, 1);
        for (index, field) in self.format.fields.iter().enumerate() {
            let Some((start, end)) = self.locations.get(index + 1) else { continue };
            let mut range = start..end;
            if field.list {
                let list = list(source, range.clone());
                elements = elements.max(list.len());
                range = list.last().cloned().unwrap_or(range);
                if field.is_missing(&source[range.clone()]) {
                    continue;
                }
            }
            slots.push(field.read(line, range, time, host)?);
            present |= 1 << index;
        }
        let lists = if elements > 1 { self.lists(line, elements, time, host)? } else { None };
        let keys = || {
            let fields = self.format.fields.iter().enumerate();
            let fields = fields.filter(move |(index, _)| present & (1 << index) != 0);
            fields.map(|(_, field)| Key::from_static(field.name))
        };
        if self.last.as_ref().is_none_or(|(groups, _)| *groups != present) {
            self.last = Shape::of(keys()).map(|shape| (present, shape));
        }
        let mut object = match &self.last {
            Some((_, shape)) => Object::from_shape(*shape, slots),
            None => keys().zip(slots).collect(),
        };
        if let Some((name, lists)) = lists {
            object.insert(Key::from_static(name), lists);
        }
        Ok(Some(object))
    }

    /// The elements of the lists in a line, as [`LogField::lists`] has them.
    fn lists(
        &self,
        line: &Text,
        elements: usize,
        time: &Result<TimeFormat, Failure>,
        host: &Host,
    ) -> Result<Option<(&'static str, Value)>, Failure> {
        let source = line.as_str().unwrap_or_default();
        let fields = self.format.fields;
        let Some(lists) = fields.iter().find(|field| matches!(field.content, Content::Lists))
        else {
            return Ok(None);
        };
        let mut objects = vec![Object::default(); elements];
        for (index, field) in fields.iter().enumerate().filter(|(_, field)| field.list) {
            let Some((start, end)) = self.locations.get(index + 1) else { continue };
            for (object, range) in objects.iter_mut().zip(list(source, start..end)) {
                if !field.is_missing(&source[range.clone()]) {
                    let value = field.read(line, range, time, host)?;
                    object.insert(Key::from_static(field.name), value);
                }
            }
        }
        let objects: Vec<_> = objects.into_iter().map(Value::Object).collect();
        Ok(Some((lists.name, objects.into())))
    }
}

impl LogField {
    /// Whether an element of a list stands for nothing.
    fn is_missing(&self, part: &str) -> bool {
        part == "-" && !matches!(self.content, Content::Text)
    }

    /// The value of a part of a line.
    fn read(
        &self,
        line: &Text,
        range: Range<usize>,
        time: &Result<TimeFormat, Failure>,
        host: &Host,
    ) -> Result<Value, Failure> {
        let part = &line.as_str().unwrap_or_default()[range.clone()];
        let number = || {
            let (name, at, line) = (self.name, range.start, line.clone());
            Failure::deferred(move || {
                let place = found(line.as_str().unwrap_or_default(), at);
                format!("the field `{name}` is no number {place}")
            })
        };
        Ok(match self.content {
            Content::Text | Content::Lists => Value::Bytes(line.slice(range)),
            Content::Integer => Value::Integer(part.parse().map_err(|_| number())?),
            Content::Float => part.parse().ok().and_then(Value::float).ok_or_else(number)?,
            Content::Severity => severity(part)?,
            Content::TimeOfYear => {
                let time = time.as_ref().map_err(Clone::clone)?;
                let number = |range| part.get(range).and_then(|number: &str| number.parse().ok());
                let year = infer_year(
                    number(0..2).unwrap_or_default(),
                    number(2..4).unwrap_or_default(),
                    host,
                )?;
                Value::Timestamp(time.parse(&format!("{year:04}{part}"), host.timezone)?)
            }
            Content::Time => {
                // A time format that can't be read matters only for lines that have a time.
                let time = time.as_ref().map_err(Clone::clone)?;
                Value::Timestamp(time.parse(part, host.timezone)?)
            }
        })
    }
}

/// The elements of a list as nginx writes it: servers of one group stand between commas, groups between
/// colons with blanks.
fn list(source: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut elements = Vec::new();
    let mut at = range.start;
    let words = source[range].split(|character: char| character.is_whitespace());
    for word in words {
        let element = word.trim_end_matches(',');
        if !element.is_empty() && element != ":" {
            elements.push(at..at + element.len());
        }
        at += word.len() + source[at + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    elements
}

/// The parameter of the line.
pub(super) const LINE: Arg<Text> = Arg::required("value", "The line.");

/// How the times of lines are written.
#[derive(Clone, Copy)]
pub(super) enum LineTime {
    /// As the format has them.
    Fixed,
    /// As this parameter says, where the call gives it.
    Parameter(Option<Arg<Text>>),
}

impl LineTime {
    /// As `parameter` says, where the call gives it.
    pub(super) fn given(context: &CallContext<'_>, parameter: Arg<Text>) -> Self {
        Self::Parameter(context.has(parameter).then_some(parameter))
    }
}

/// The body of a function whose lines are of one of some formats, tried in their order.
pub(super) fn body(formats: Vec<&'static LogFormat>, line_time: LineTime) -> Box<dyn Factory> {
    let prefixes: Arc<[Prefixes]> = formats.iter().map(|format| Prefixes::new(format)).collect();
    Box::new(per_machine(move |_| {
        let mut log = Log {
            readers: formats.iter().map(|format| LogReader::new(format)).collect(),
            prefixes: Arc::clone(&prefixes),
            line_time,
            time: None,
        };
        move |call: &mut Call<'_>| log.read(call)
    }))
}

/// The lines of a log on one machine.
struct Log {
    readers: Vec<LogReader>,
    /// The same formats, for failures.
    prefixes: Arc<[Prefixes]>,
    line_time: LineTime,
    /// The time format of the call before.
    time: Option<(Text, Result<TimeFormat, Failure>)>,
}

impl Log {
    fn read(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let line = to_utf8(call.take(LINE));
        let format = match self.line_time {
            LineTime::Parameter(Some(parameter)) => call.take(parameter),
            LineTime::Parameter(None) | LineTime::Fixed => {
                Text::from_static(self.readers[0].format.time)
            }
        };
        if self.time.as_ref().is_none_or(|(known, _)| *known != format) {
            let read = TimeFormat::read(&format.to_str());
            let read = match self.line_time {
                LineTime::Fixed => read,
                LineTime::Parameter(_) => {
                    read.map(|format| format.of_parameter("timestamp_format"))
                }
            };
            self.time = Some((format, read));
        }
        let Some((_, time)) = &self.time else { unreachable!("checked: set above") };
        for reader in &mut self.readers {
            if let Some(object) = reader.read(&line, time, call.host())? {
                return Ok(Value::Object(object));
            }
        }
        let prefixes = Arc::clone(&self.prefixes);
        Err(Failure::deferred(move || explain(&prefixes, line.as_str().unwrap_or_default())))
    }
}

/// The severity that a letter stands for.
fn severity(letter: &str) -> Result<Value, Failure> {
    Ok(Value::from_static(match letter {
        "I" => "info",
        "W" => "warning",
        "E" => "error",
        "F" => "fatal",
        _ => {
            return Err(Failure::new(format!(
                "`{letter}` is no severity, expected one of `I`, `W`, `E`, `F`"
            )));
        }
    }))
}

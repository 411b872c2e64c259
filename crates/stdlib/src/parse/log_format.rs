//! Log formats defined by one regular expression, as those of web servers: groups become fields of their
//! kinds, placeholders of missing values no field.

use std::sync::Arc;

use regex::{CaptureLocations, Regex};
use vrlet_function::Host;
use vrlet_function::prelude::*;
use vrlet_value::Shape;
use vrlet_value::kind::Collection;

use super::infer_year::infer_year;
use crate::text::to_utf8;
use crate::time_format::TimeFormat;

/// The time format of access logs.
pub(super) const ACCESS_TIME: &str = "%d/%b/%Y:%T %z";

/// How a line writes its time.
pub(super) const TIME_FORMAT: Arg<Text> =
    Arg::optional("timestamp_format", "How the line writes its time.")
        .default(Literal::Text(ACCESS_TIME));

/// A kind of lines.
pub(super) struct LogFormat {
    /// What it is called in failures.
    pub(super) name: &'static str,
    /// The expression; its groups are the fields, in the order of [`LogFormat::fields`].
    pub(super) pattern: &'static str,
    /// The groups.
    pub(super) fields: &'static [Field],
    /// How it writes times.
    pub(super) time: &'static str,
}

/// A group of a format.
pub(super) struct Field {
    name: &'static str,
    content: Content,
    /// What a program is told of the field; empty where it is told nothing.
    kinds: KindSet,
}

impl Field {
    const fn new(name: &'static str, content: Content) -> Self {
        let kinds = match content {
            Content::Text | Content::Severity => STRING,
            Content::Integer => INTEGER,
            Content::Float => FLOAT,
            Content::Time | Content::TimeOfYear => TIMESTAMP,
        };
        Self { name, content, kinds }
    }

    /// A text.
    pub(super) const fn text(name: &'static str) -> Self {
        Self::new(name, Content::Text)
    }

    /// A whole number.
    pub(super) const fn integer(name: &'static str) -> Self {
        Self::new(name, Content::Integer)
    }

    /// A number.
    pub(super) const fn float(name: &'static str) -> Self {
        Self::new(name, Content::Float)
    }

    /// The time of the line.
    pub(super) const fn time(name: &'static str) -> Self {
        Self::new(name, Content::Time)
    }

    /// The letter of a severity, as Google's logging libraries write it.
    pub(super) const fn severity(name: &'static str) -> Self {
        Self::new(name, Content::Severity)
    }

    /// The time of a line that leaves the year out.
    pub(super) const fn time_of_year(name: &'static str) -> Self {
        Self::new(name, Content::TimeOfYear)
    }

    /// To a program it may be null, although it is missing then, as VRL has it.
    pub(super) const fn or_null(self) -> Self {
        Self { kinds: self.kinds.or(NULL), ..self }
    }

    /// It may be missing.
    pub(super) const fn or_missing(self) -> Self {
        Self { kinds: self.kinds.or(KindSet::UNDEFINED), ..self }
    }

    /// To a program it is something else, as VRL has it.
    pub(super) const fn declared_as(self, kinds: KindSet) -> Self {
        Self { kinds, ..self }
    }
}

/// What a field holds.
#[derive(Clone, Copy)]
enum Content {
    Text,
    Integer,
    Float,
    Time,
    TimeOfYear,
    Severity,
}

impl LogFormat {
    /// The kind of the objects.
    pub(super) fn kind(&self) -> Kind {
        let fields = self.fields.iter().filter(|field| !field.kinds.is_empty());
        let fields = fields.map(|field| (Key::from_static(field.name), Kind::from(field.kinds)));
        Kind::object(Collection::of_fields(fields))
    }

    /// A reader of such lines.
    pub(super) fn reader(&'static self) -> LogReader {
        let regex = Regex::new(self.pattern).expect("a constant that the tests compile");
        LogReader { locations: regex.capture_locations(), regex, format: self, last: None }
    }
}

/// A reader of the lines of one format on one machine.
pub(super) struct LogReader {
    format: &'static LogFormat,
    regex: Regex,
    locations: CaptureLocations,
    /// The groups that took part in the last line, a bit for each, and the shape of its object.
    last: Option<(u32, Arc<Shape>)>,
}

impl LogReader {
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
        let mut present = 0;
        for (index, Field { name, content, .. }) in self.format.fields.iter().enumerate() {
            let Some((start, end)) = self.locations.get(index + 1) else { continue };
            let part = &source[start..end];
            let number = || Failure::new(format!("the field `{name}` is no number: `{part}`"));
            slots.push(match content {
                Content::Text => Value::Bytes(line.slice(start..end)),
                Content::Integer => Value::Integer(part.parse().map_err(|_| number())?),
                Content::Float => {
                    let parsed = part.parse().ok().and_then(Value::float);
                    parsed.ok_or_else(number)?
                }
                Content::Severity => severity(part)?,
                Content::TimeOfYear => {
                    let time = time.as_ref().map_err(Clone::clone)?;
                    let month = part.get(..2).and_then(|month| month.parse().ok());
                    let year = infer_year(month.unwrap_or_default(), host)?;
                    Value::Timestamp(time.parse(&format!("{year:04}{part}"), host.timezone)?)
                }
                Content::Time => {
                    // A time format that can't be read matters only for lines that have a time.
                    let time = time.as_ref().map_err(Clone::clone)?;
                    Value::Timestamp(time.parse(part, host.timezone)?)
                }
            });
            present |= 1 << index;
        }
        let keys = || {
            let fields = self.format.fields.iter().enumerate();
            let fields = fields.filter(move |(index, _)| present & (1 << index) != 0);
            fields.map(|(_, field)| Key::from_static(field.name))
        };
        if self.last.as_ref().is_none_or(|(groups, _)| *groups != present) {
            self.last = Shape::of(keys()).map(|shape| (present, shape));
        }
        Ok(Some(match &self.last {
            Some((_, shape)) => Object::from_shape(Arc::clone(shape), slots),
            None => keys().zip(slots).collect(),
        }))
    }
}

/// The parameter of the line.
pub(super) const LINE: Arg<Text> = Arg::required("value", "The line.");

/// The body of a function whose lines are of one of some formats, tried in their order; without a parameter
/// of the time format their own one counts.
pub(super) fn body(
    formats: Vec<&'static LogFormat>,
    time_format: Option<Arg<Text>>,
) -> Box<dyn Factory> {
    Box::new(per_machine(move |_| {
        let mut log = Log {
            readers: formats.iter().map(|format| format.reader()).collect(),
            time_format,
            time: None,
        };
        move |call: &mut Call<'_>| log.read(call)
    }))
}

/// A parameter, where the call gives it.
pub(super) fn given<T>(context: &CallContext<'_>, parameter: Arg<T>) -> Option<Arg<T>> {
    context.has(parameter).then_some(parameter)
}

/// The lines of a log on one machine.
struct Log {
    readers: Vec<LogReader>,
    /// The parameter of the time format, where the call gives it.
    time_format: Option<Arg<Text>>,
    /// The time format of the call before.
    time: Option<(Text, Result<TimeFormat, Failure>)>,
}

impl Log {
    fn read(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let line = to_utf8(call.take(LINE));
        let format = match self.time_format {
            Some(parameter) => call.take(parameter),
            None => Text::from_static(self.readers[0].format.time),
        };
        if self.time.as_ref().is_none_or(|(known, _)| *known != format) {
            let read = TimeFormat::read(&format.to_str());
            self.time = Some((format, read));
        }
        let Some((_, time)) = &self.time else { unreachable!("checked: set above") };
        for reader in &mut self.readers {
            if let Some(object) = reader.read(&line, time, call.host())? {
                return Ok(Value::Object(object));
            }
        }
        let name = self.readers[0].format.name;
        Err(Failure::new(format!("the line is no {name}")))
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

//! The syslog parser: RFC 5424, RFC 3164 and what devices send instead.

use chrono::Datelike;
use syslog_loose::{
    IncompleteDate, ProcId, Protocol, Variant, decompose_pri, parse_message_with_year_exact_tz,
};
use vrlet_function::Host;
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::infer_year::year_of_day;
use super::shape_cache::ShapeCache;
use super::syslog_dialect::{self, after_version, split_priority};
use super::syslog_mismatch;
use super::syslog_time::Time;
use crate::text::{to_utf8, without_mark};

/// What a program is told of a message.
pub(super) fn message_kind() -> Kind {
    let text = || Kind::bytes().or_null();
    let fields = [
        ("message", Kind::bytes()),
        ("hostname", text()),
        ("severity", text()),
        ("facility", text()),
        ("appname", text()),
        ("msgid", text()),
        ("timestamp", Kind::timestamp().or_null()),
        ("procid", text().or_integer()),
        ("version", Kind::integer().or_null()),
    ];
    Kind::object(Collection::of_fields(fields.map(|(name, kind)| (Key::from_static(name), kind))))
}

/// The fields of a header; structured data of these names goes below [`STRUCTURED_DATA`].
const HEADER: [&str; 9] = [
    "message",
    "hostname",
    "severity",
    "facility",
    "appname",
    "msgid",
    "timestamp",
    "procid",
    "version",
];

const STRUCTURED_DATA: &str = "structured_data";

/// Reads a message in either of the two forms that there are, RFC 5424 and RFC 3164; `shapes` remembers
/// the fields of the message before, `function` is the one that reads it.
pub(super) fn read(
    message: Text,
    function: &'static str,
    host: &Host,
    shapes: &mut ShapeCache,
) -> Result<Value, Failure> {
    let text = without_mark(to_utf8(message));
    let source = text.as_str().unwrap_or_default();
    let Some(rewritten) = syslog_dialect::rewrite(source, host) else {
        return usual(&text, host, shapes).or_else(|_| bare(&text, function));
    };
    let Ok(Value::Object(mut object)) = usual(&Text::from(rewritten.text), host, shapes) else {
        return usual(&text, host, shapes).or_else(|_| bare(&text, function));
    };
    if rewritten.without_time {
        object.remove("timestamp");
    }
    if !rewritten.numbers.is_empty() {
        // The names that RFC 5424 has for such numbers.
        let mut meta = Object::default();
        for number in rewritten.numbers {
            add_param(&mut meta, Key::from_static("sequenceId"), Value::Bytes(text.share(number)));
        }
        object.insert(Key::from_static("meta"), meta.into());
    }
    Ok(Value::Object(object))
}

/// A priority without a header is one of RFC 3164, in which all that follows is the message.
fn bare(text: &Text, function: &'static str) -> Result<Value, Failure> {
    let source = text.as_str().unwrap_or_default();
    let (priority, rest) = split_priority(source);
    let starts_header = after_version(rest).is_some() || Time::looks_like(rest.trim_start());
    let number = syslog_mismatch::priority(priority).filter(|_| !starts_header);
    let Some((Some(facility), Some(severity))) = number.map(decompose_pri) else {
        let text = text.clone();
        return Err(Failure::deferred(move || {
            syslog_mismatch::explain(text.as_str().unwrap_or_default(), function)
        }));
    };
    let fields = [
        ("facility", Value::from_static(facility.as_str())),
        ("severity", Value::from_static(severity.as_str())),
        ("message", Value::Bytes(text.share(rest))),
    ];
    Ok(fields
        .into_iter()
        .map(|(name, value)| (Key::from_static(name), value))
        .collect::<Object>()
        .into())
}

/// Reads a message with a usual header.
fn usual(text: &Text, host: &Host, shapes: &mut ShapeCache) -> Result<Value, Failure> {
    let source = text.as_str().unwrap_or_default();
    // The year is asked for where it is left out; without a clock there is none to take.
    let now = host.clock.now()?;
    let year = |(month, day, ..): IncompleteDate| year_of_day(month, day, now.year(), now.month());
    let message =
        parse_message_with_year_exact_tz(source, year, Some(host.timezone), Variant::Either)
            .map_err(|_| Failure::fixed("the text is no message of syslog"))?;
    let mut object = shapes.start();
    let mut add = |name, value| object.add(name, value, merge);
    let share = |part: &str| Value::Bytes(text.share(part));
    if let Some(facility) = message.facility {
        add("facility", Value::from_static(facility.as_str()));
    }
    if let Some(severity) = message.severity {
        add("severity", Value::from_static(severity.as_str()));
    }
    let mut body = message.msg;
    if let Protocol::RFC5424(version) = message.protocol {
        add("version", Value::Integer(version.into()));
        if message.structured_data.is_empty() {
            body = with_malformed_data(source, body);
        }
        // What says that the message is UTF-8 is no part of it.
        body = body.strip_prefix('\u{feff}').unwrap_or(body);
    }
    if let Some(time) = message.timestamp {
        add("timestamp", Value::Timestamp(time.to_utc()));
    }
    if let Some(name) = message.hostname {
        add("hostname", share(name));
    }
    if let Some(name) = message.appname {
        add("appname", share(name));
    }
    match message.procid {
        Some(ProcId::PID(id)) => add("procid", Value::Integer(id.into())),
        Some(ProcId::Name(name)) => add("procid", share(name)),
        None => {}
    }
    if let Some(id) = message.msgid {
        add("msgid", share(id));
    }
    add("message", share(body));
    let mut hidden = Object::default();
    for element in message.structured_data {
        let mut params = Object::default();
        for (name, value) in element.params() {
            add_param(&mut params, Key::from(*name), Value::from(value));
        }
        if HEADER.contains(&element.id) {
            hidden.insert(Key::from(element.id), params.into());
        } else {
            add(element.id, params.into());
        }
    }
    if !hidden.is_empty() {
        add(STRUCTURED_DATA, hidden.into());
    }
    Ok(Value::Object(object.finish()))
}

/// Adds a parameter; where it is repeated, as RFC 5424 lets it be, it is a list of its values.
fn add_param(params: &mut Object, name: Key, value: Value) {
    let all = match params.take(&name) {
        None => value,
        Some(Value::Array(mut values)) => {
            match value {
                Value::Array(more) => more.into_iter().for_each(|value| values.push(value)),
                value => values.push(value),
            }
            values.into()
        }
        Some(before) => vec![before, value].into(),
    };
    params.insert(name, all);
}

/// A second element of a name, which RFC 5424 forbids, adds its parameters to the first one's.
fn merge(before: &mut Value, value: Value) {
    match (&mut *before, value) {
        (Value::Object(before), Value::Object(params)) => {
            for (name, value) in params {
                add_param(before, name, value);
            }
        }
        (_, value) => *before = value,
    }
}

/// The message together with structured data that can't be read and would be lost otherwise.
fn with_malformed_data<'t>(source: &'t str, body: &'t str) -> &'t str {
    let before = source.strip_suffix(body).unwrap_or(source);
    if !before.trim_end().ends_with(']') {
        return body;
    }
    // Priority with version, time, host, program, process and id are not part of it.
    let mut data = source;
    for _ in 0..6 {
        data = data.trim_start_matches(|character| character != ' ').trim_start_matches(' ');
    }
    if data.starts_with('[') && !data.starts_with("[]") && data.len() > body.len() {
        data
    } else {
        body
    }
}

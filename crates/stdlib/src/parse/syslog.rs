//! The syslog parser: RFC 5424, RFC 3164 and what devices send instead.

use syslog_loose::{IncompleteDate, ProcId, Protocol, Variant, parse_message_with_year_exact_tz};
use vrlet_function::Host;
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::infer_year::infer_year;
use super::shape_cache::ShapeCache;
use crate::text::to_utf8;

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

/// Reads a message in either of the two forms that there are, RFC 5424 and RFC 3164; `shapes` remembers
/// the fields of the message before.
pub(super) fn read(
    message: Text,
    variant: Variant,
    host: &Host,
    shapes: &mut ShapeCache,
) -> Result<Value, Failure> {
    let text = to_utf8(message);
    let source = text.as_str().unwrap_or_default();
    // The year is asked for where it is left out; without a clock there is none to take.
    let years = [infer_year(1, host)?, infer_year(12, host)?];
    let year = |(month, ..): IncompleteDate| years[usize::from(month == 12)];
    let message = parse_message_with_year_exact_tz(source, year, Some(host.timezone), variant)
        .map_err(|_| Failure::fixed("the text is no message of syslog"))?;
    let mut object = shapes.start();
    let mut add = |name, value| object.add(name, value, |before, value| *before = value);
    let share = |part: &str| Value::Bytes(text.share(part));
    if let Some(facility) = message.facility {
        add("facility", Value::from_static(facility.as_str()));
    }
    if let Some(severity) = message.severity {
        add("severity", Value::from_static(severity.as_str()));
    }
    if let Protocol::RFC5424(version) = message.protocol {
        add("version", Value::Integer(version.into()));
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
    add("message", share(message.msg));
    for element in message.structured_data {
        let params = element.params().map(|(name, value)| (Key::from(*name), Value::from(value)));
        add(element.id, Value::Object(params.collect()));
    }
    Ok(Value::Object(object.finish()))
}

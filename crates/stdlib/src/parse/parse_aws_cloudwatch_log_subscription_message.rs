//! `parse_aws_cloudwatch_log_subscription_message`: parses what CloudWatch Logs sends to subscribers.

use chrono::DateTime;
use serde_core::de::Deserialize;
use serde_json::value::RawValue;
use vrlet_function::prelude::*;
use vrlet_value::json::{JsonReader, ReadMode};
use vrlet_value::kind::Collection;

use super::json_fields::RawFields;
use super::recognize;

const VALUE: Arg<Text> = Arg::required("value", "The message, as JSON.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_aws_cloudwatch_log_subscription_message",
    category: Category::Parse,
    about: "Parses a message that AWS CloudWatch Logs sends through a [subscription \
            filter](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Subscriptions.html), \
            once it is decompressed. A message of a filter for a whole account has \
            `policy_level`; an event of which CloudWatch took fields out has `extracted_fields`.",
    params: &[VALUE.param()],
    returns: |_| {
        let event = [
            ("id", Kind::bytes()),
            ("timestamp", Kind::timestamp()),
            ("message", Kind::bytes()),
            ("extracted_fields", Kind::any_object().or_undefined()),
        ];
        let fields = [
            ("owner", Kind::bytes()),
            ("message_type", Kind::bytes()),
            ("log_group", Kind::bytes()),
            ("log_stream", Kind::bytes()),
            ("subscription_filters", Kind::array(Collection::of(Kind::bytes()))),
            ("log_events", Kind::array(Collection::of(object_kind(event)))),
            ("policy_level", Kind::bytes().or_undefined()),
        ];
        TypeDef::new(object_kind(fields)).fallible()
    },
    failures: &["The text is no such message."],
    body: Body::Plain(parse),
    examples: &[
        example(
            "A message with one event",
            r#"parse_aws_cloudwatch_log_subscription_message!(s'{"messageType":"DATA_MESSAGE","owner":"111111111111","logGroup":"web","logStream":"a","subscriptionFilters":["all"],"logEvents":[{"id":"1","timestamp":1600110569039,"message":"hello"}]}')"#,
            r#"{"owner":"111111111111","message_type":"DATA_MESSAGE","log_group":"web","log_stream":"a","subscription_filters":["all"],"log_events":[{"id":"1","timestamp":"2020-09-14T19:09:29.039Z","message":"hello"}]}"#,
        ),
        fails(
            "Another message",
            r#"parse_aws_cloudwatch_log_subscription_message!("{}")"#,
            "no message of CloudWatch",
        ),
    ],
});

fn object_kind<const N: usize>(fields: [(&'static str, Kind); N]) -> Kind {
    let fields = fields.map(|(name, kind)| (Key::from_static(name), kind));
    Kind::object(Collection::of_fields(fields))
}

/// The fields of a message and of an event, in the order of their values.
const MESSAGE: [&str; 6] =
    ["owner", "messageType", "logGroup", "logStream", "subscriptionFilters", "logEvents"];
const EVENT: [&str; 3] = ["id", "timestamp", "message"];

fn parse(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text = call.take(VALUE);
    let message = MessageFields::new(text.as_bytes(), &MESSAGE).and_then(message);
    message.map_err(|reason| {
        Failure::deferred(move || {
            let hint = hint(&text);
            format!("the text is no message of CloudWatch Logs: {reason}{hint}")
        })
    })
}

/// What to do with a message as it is sent.
fn hint(text: &Text) -> String {
    // The first bytes of gzip, and the same in Base64.
    match text.as_bytes() {
        [0x1f, 0x8b, ..] => "; it is compressed, `decode_gzip` decompresses it".to_owned(),
        [b'H', b'4', b's', b'I', ..] => {
            "; it is compressed, `decode_gzip!(decode_base64!(…))` decompresses it".to_owned()
        }
        _ => recognize::hint(&text.to_str(), FUNCTION.name),
    }
}

fn message(mut message: MessageFields<'_>) -> Result<Value, String> {
    let kind: String = message.take("messageType")?;
    if !matches!(&*kind, "CONTROL_MESSAGE" | "DATA_MESSAGE") {
        return Err(format!(
            "`messageType` is `{kind}`, expected `DATA_MESSAGE` or `CONTROL_MESSAGE`"
        ));
    }
    let filters: Vec<String> = message.take("subscriptionFilters")?;
    let events: Vec<&RawValue> = message.take("logEvents")?;
    let events = events
        .into_iter()
        .map(|raw| MessageFields::new(raw.get().as_bytes(), &EVENT).and_then(event));
    let level = message.optional::<Option<String>>("policyLevel")?.flatten();
    let mut value = object([
        ("owner", message.text("owner")?),
        ("message_type", kind.into()),
        ("log_group", message.text("logGroup")?),
        ("log_stream", message.text("logStream")?),
        ("subscription_filters", filters.into_iter().map(Value::from).collect::<Vec<_>>().into()),
        ("log_events", events.collect::<Result<Vec<_>, _>>()?.into()),
    ]);
    if let Some(level) = level {
        value.insert(Key::from_static("policy_level"), level.into());
    }
    message.end()?;
    Ok(Value::Object(value))
}

fn event(mut event: MessageFields<'_>) -> Result<Value, String> {
    // Milliseconds since 1970.
    let timestamp = event.take("timestamp")?;
    let time = DateTime::from_timestamp_millis(timestamp)
        .ok_or_else(|| format!("`{timestamp}` is too far from 1970 for a timestamp"))?;
    let mut value = object([
        ("id", event.text("id")?),
        ("timestamp", time.into()),
        ("message", event.text("message")?),
    ]);
    let extracted = event.optional::<Option<&RawValue>>("extractedFields")?.flatten();
    if let Some(extracted) = extracted {
        let fields = JsonReader::new(ReadMode::Strict).read_slice(extracted.get().as_bytes());
        let fields = fields.map_err(|error| format!("`extractedFields`: {error}"))?;
        if fields.as_object().is_none() {
            return Err("`extractedFields` is no object".to_owned());
        }
        value.insert(Key::from_static("extracted_fields"), fields);
    }
    event.end()?;
    Ok(Value::Object(value))
}

/// An object of which every field is read, once; or an array of their values.
struct MessageFields<'t>(Vec<(String, &'t RawValue)>);

impl<'t> MessageFields<'t> {
    fn new(json: &'t [u8], names: &[&str]) -> Result<Self, String> {
        if !json.trim_ascii_start().starts_with(b"[") {
            let RawFields(fields) =
                serde_json::from_slice(json).map_err(|error| error.to_string())?;
            return Ok(Self(fields));
        }
        let values: Vec<&RawValue> =
            serde_json::from_slice(json).map_err(|error| error.to_string())?;
        if values.len() > names.len() {
            return Err(format!("it has {} values, expected {}", values.len(), names.len()));
        }
        Ok(Self(names.iter().map(|name| (*name).to_owned()).zip(values).collect()))
    }

    fn take<T: Deserialize<'t>>(&mut self, name: &str) -> Result<T, String> {
        let index = self.0.iter().position(|(found, _)| found == name);
        let index = index.ok_or_else(|| format!("it has no `{name}`"))?;
        let (_, raw) = self.0.swap_remove(index);
        serde_json::from_str(raw.get()).map_err(|error| format!("`{name}`: {error}"))
    }

    /// The value of a field that may be missing.
    fn optional<T: Deserialize<'t>>(&mut self, name: &str) -> Result<Option<T>, String> {
        let is_there = self.0.iter().any(|(found, _)| found == name);
        is_there.then(|| self.take(name)).transpose()
    }

    fn text(&mut self, name: &str) -> Result<Value, String> {
        self.take::<String>(name).map(Value::from)
    }

    fn end(self) -> Result<(), String> {
        match self.0.first() {
            Some((name, _)) => Err(format!("`{name}` is no field of it, or is there twice")),
            None => Ok(()),
        }
    }
}

fn object<const N: usize>(fields: [(&'static str, Value); N]) -> Object {
    let fields = fields.into_iter().map(|(name, value)| (Key::from_static(name), value));
    fields.collect()
}

//! `parse_aws_cloudwatch_log_subscription_message`: what AWS CloudWatch Logs sends to a subscriber.

use chrono::DateTime;
use serde::Deserialize;
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

const VALUE: Arg<Text> = Arg::required("value", "The message, as JSON.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_aws_cloudwatch_log_subscription_message",
    category: Category::Parse,
    about: "Parses a message that AWS CloudWatch Logs sends through a [subscription \
            filter](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Subscriptions.html), \
            once it is decompressed.",
    params: &[VALUE.param()],
    returns: |_| {
        let event =
            [("id", Kind::bytes()), ("timestamp", Kind::timestamp()), ("message", Kind::bytes())];
        let fields = [
            ("owner", Kind::bytes()),
            ("message_type", Kind::bytes()),
            ("log_group", Kind::bytes()),
            ("log_stream", Kind::bytes()),
            ("subscription_filters", Kind::array(Collection::of(Kind::bytes()))),
            ("log_events", Kind::array(Collection::of(object_kind(event)))),
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Message {
    owner: String,
    message_type: MessageType,
    log_group: String,
    log_stream: String,
    subscription_filters: Vec<String>,
    log_events: Vec<Event>,
}

#[derive(Deserialize)]
enum MessageType {
    #[serde(rename = "CONTROL_MESSAGE")]
    Control,
    #[serde(rename = "DATA_MESSAGE")]
    Data,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    id: String,
    /// Milliseconds since 1970.
    timestamp: i64,
    message: String,
}

fn parse(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text = call.take(VALUE);
    let message: Message = serde_json::from_slice(text.as_bytes()).map_err(|error| {
        Failure::new(format!("the text is no message of CloudWatch Logs: {error}"))
    })?;
    let kind = match message.message_type {
        MessageType::Control => "CONTROL_MESSAGE",
        MessageType::Data => "DATA_MESSAGE",
    };
    let filters = message.subscription_filters.into_iter().map(Value::from);
    let events = message.log_events.into_iter().map(event).collect::<Result<Vec<_>, _>>()?;
    Ok(object([
        ("owner", message.owner.into()),
        ("message_type", Value::from_static(kind)),
        ("log_group", message.log_group.into()),
        ("log_stream", message.log_stream.into()),
        ("subscription_filters", filters.collect::<Vec<_>>().into()),
        ("log_events", events.into()),
    ]))
}

fn event(event: Event) -> Result<Value, Failure> {
    let time = DateTime::from_timestamp_millis(event.timestamp).ok_or_else(|| {
        Failure::new(format!("`{}` is too far from 1970 for a timestamp", event.timestamp))
    })?;
    Ok(object([
        ("id", event.id.into()),
        ("timestamp", time.into()),
        ("message", event.message.into()),
    ]))
}

fn object<const N: usize>(fields: [(&'static str, Value); N]) -> Value {
    let fields = fields.into_iter().map(|(name, value)| (Key::from_static(name), value));
    Value::Object(fields.collect())
}

//! The sample events: flow logs as one message each, and the same parsed.

use serde_json::{Map, Value};
use vrlet_value::Text;

use crate::Lines;

const NAMES: &str = "account_id action az_id bytes dstaddr dstport end flow_direction instance_id interface_id \
    log_status packets pkt_dst_aws_service pkt_dstaddr pkt_src_aws_service pkt_srcaddr protocol region srcaddr \
    srcport start sublocation_id sublocation_type subnet_id tcp_flags traffic_path type version vpc_id";
const FILE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../examples/flow-logs/events.ndjson");

/// Events of one key, whose message is the line of a flow log.
pub fn messages() -> Lines {
    lines(std::fs::read_to_string(FILE).expect("the sample events of the flow-log example"))
}

/// Events of 29 keys: what the flow logs' lines say.
pub fn records(messages: &Lines) -> Lines {
    let mut text = String::new();
    for range in &messages.ranges {
        let line = &messages.text.as_bytes()[range.clone()];
        let event: Value = serde_json::from_slice(line).expect("JSON");
        let message = event["message"].as_str().expect("a message");
        let fields = message.split(' ').map(|field| match (field, field.parse::<i64>()) {
            ("-", _) => Value::Null,
            (_, Ok(number)) if field.len() < 12 => Value::from(number),
            _ => Value::from(field),
        });
        let record: Map<String, Value> =
            NAMES.split_whitespace().map(str::to_owned).zip(fields).collect();
        text.push_str(&Value::Object(record).to_string());
        text.push('\n');
    }
    lines(text)
}

fn lines(text: String) -> Lines {
    let mut start = 0;
    let ranges = text.split_inclusive('\n').map(|line| {
        let range = start..start + line.trim_end().len();
        start += line.len();
        range
    });
    let ranges = ranges.collect();
    Lines { text: Text::from(text), ranges }
}

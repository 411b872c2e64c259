//! The workloads: programs and the events they run over.

use std::fmt::Write;

use crate::family;

/// A program and its input.
pub struct Workload {
    pub name: String,
    pub source: String,
    pub input: Vec<u8>,
    /// Whether the hand-written program does the same.
    pub by_hand: bool,
}

/// The names of the workloads.
pub const NAMES: [&str; 6] =
    ["flagship", "parse only", "reshape", "regex", "json in json", "pass-through"];

/// A workload, or that of a [family](crate::family) of functions, of about `events` events.
///
/// # Panics
/// Where there is none of the name.
pub fn named(name: &str, events: usize) -> Workload {
    let flagship = include_str!("../../../examples/flow-logs/enrich.vrl");
    let flows = || repeated(include_str!("../../../examples/flow-logs/events.ndjson"), events);
    let (name, source, input) = match name {
        "flagship" => (NAMES[0], flagship.to_owned(), flows()),
        "parse only" => {
            (NAMES[1], flagship.lines().take(2).collect::<Vec<_>>().join("\n"), flows())
        }
        "reshape" => (NAMES[2], RESHAPE.to_owned(), requests(events)),
        "regex" => (NAMES[3], REGEX.to_owned(), family::lines(events, family::access).into_bytes()),
        "json in json" => (NAMES[4], JSON.to_owned(), wrapped(&requests(events))),
        "pass-through" => (NAMES[5], ".".to_owned(), requests(events)),
        stream if crate::streams::NAMES.contains(&stream) => {
            let (source, input) = crate::streams::named(stream, events);
            (stream, source, input)
        }
        script if script.ends_with(".vrl") => {
            let (source, input) = crate::scripts::named(script, events);
            (script, source, input)
        }
        family => {
            let (source, input) = crate::family::named(family, events);
            (family, source.to_owned(), input.into_bytes())
        }
    };
    Workload { name: name.to_owned(), source, input, by_hand: name == NAMES[0] }
}

const RESHAPE: &str = r#"
.level = downcase(string!(.severity))
del(.severity)
.http.method = upcase(string!(.method))
.http.status = to_int!(.status)
.http.path = .path
del(.method)
del(.status)
del(.path)
.duration_ms = float!(.seconds) * 1000.0
.slow = .duration_ms > 250.0
.labels = map_values(object!(.labels)) -> |value| { downcase(string!(value)) }
.source = string!(.host) + "/" + string!(.app)
"#;

const REGEX: &str = r#"
. |= parse_regex!(.message, r'^(?P<host>\S+) \S+ (?P<user>\S+) \[(?P<time>[^\]]+)\] "(?P<method>\S+) (?P<path>\S+) (?P<protocol>[^"]+)" (?P<status>\d+) (?P<size>\d+)')
.status = to_int!(.status)
.size = to_int!(.size)
del(.message)
"#;

const JSON: &str = r"
. |= object!(parse_json!(.message))
del(.message)
";

fn repeated(lines: &str, events: usize) -> Vec<u8> {
    let count = lines.lines().count();
    let mut input = lines.repeat(events / count);
    input.extend(lines.split_inclusive('\n').take(events % count));
    input.into_bytes()
}

fn requests(events: usize) -> Vec<u8> {
    let mut text = String::new();
    for index in 0..events {
        let (status, slow) = ([200, 200, 201, 301, 404, 503][index % 6], index % 37);
        let _ = writeln!(
            text,
            r#"{{"timestamp":"2024-03-18T02:{:02}:{:02}Z","severity":"INFO","host":"web-{}","app":"checkout","method":"get","path":"/api/v1/orders/{index}?page={slow}","status":"{status}","seconds":{}.{:03},"labels":{{"Team":"Payments","Zone":"EU-{}","Tier":"Front"}},"message":"request served in the usual way, order {index}"}}"#,
            index / 60 % 60,
            index % 60,
            index % 16,
            slow / 30,
            index % 1000,
            index % 3,
        );
    }
    text.into_bytes()
}

fn wrapped(lines: &[u8]) -> Vec<u8> {
    let mut input = Vec::new();
    for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let message = vrlet::Value::from(String::from_utf8_lossy(line).as_ref());
        input.extend_from_slice(b"{\"message\":");
        vrlet::value::json::write(&message, &mut input);
        input.extend_from_slice(b"}\n");
    }
    input
}

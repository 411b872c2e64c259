//! The example of embedding does what the README says.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

#[allow(dead_code, reason = "`main` is what `cargo run` calls")]
#[path = "../../../examples/embed.rs"]
mod embed;

#[test]
fn the_example_names_the_protocol_of_each_event() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/flow-logs/events.ndjson");
    let events = std::fs::read_to_string(path).unwrap();
    let mut out = Vec::new();
    embed::enrich(events.as_bytes(), &mut out).unwrap();
    let lines = String::from_utf8(out).unwrap();
    assert_eq!(lines.lines().count(), events.lines().count());
    assert!(lines.lines().next().unwrap().ends_with(r#","protocol":"TCP"}"#), "{lines}");
}

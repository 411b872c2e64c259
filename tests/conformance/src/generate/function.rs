//! The functions that programs call: what vrlet's registry says of them, and what their examples show.

use std::collections::BTreeSet;

use vrlet::function::Function;

use super::kind::Kind;

/// What differs from run to run, or writes somewhere.
const LEFT_OUT: &[&str] = &[
    "now",
    "uuid_v4",
    "uuid_v7",
    "get_hostname",
    "get_env_var",
    "dns_lookup",
    "reverse_dns",
    "http_request",
    "log",
    "encrypt",
    "decrypt",
    "get_enrichment_table_record",
    "find_enrichment_table_records",
    "get_timezone_name",
];

/// A function, and words to call it with.
pub struct Signature {
    pub function: &'static Function,
    /// What it yields, as far as its examples tell.
    pub yields: Vec<Kind>,
    /// The string literals of its examples.
    pub texts: Vec<String>,
}

/// The functions that both engines have and that do the same each time.
pub fn signatures(registry: &vrlet::function::Registry, reference: &[String]) -> Vec<Signature> {
    let reference: BTreeSet<&str> = reference.iter().map(String::as_str).collect();
    let is_fit = |name: &str| {
        reference.contains(name) && !LEFT_OUT.contains(&name) && !name.starts_with("random_")
    };
    registry.iter().filter(|it| is_fit(it.name)).map(signature).collect()
}

fn signature(function: &'static Function) -> Signature {
    let mut yields: Vec<Kind> =
        function.examples.iter().filter_map(|example| kind_of(example.result.ok()?)).collect();
    if matches!(function.name, "to_timestamp" | "parse_timestamp" | "timestamp") {
        yields = vec![Kind::Timestamp];
    }
    let texts = function.examples.iter().flat_map(|example| texts(example.source)).collect();
    Signature { function, yields, texts }
}

fn kind_of(json: &str) -> Option<Kind> {
    use serde_json::Value as Json;
    Some(match serde_json::from_str(json).ok()? {
        Json::Null => Kind::Null,
        Json::Bool(_) => Kind::Boolean,
        Json::Number(number) if number.is_i64() => Kind::Integer,
        Json::Number(_) => Kind::Float,
        Json::String(_) => Kind::Text,
        Json::Array(_) => Kind::Array,
        Json::Object(_) => Kind::Object,
    })
}

/// The string literals of a program; approximately is good enough.
fn texts(source: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = source;
    while let Some(start) = rest.find(['"', '\'']) {
        let quote = rest.as_bytes()[start];
        let from = if quote == b'"' { start } else { start.saturating_sub(1) };
        let mut end = start + 1;
        let bytes = rest.as_bytes();
        while end < bytes.len() && bytes[end] != quote {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        let Some(text) = rest.get(from..=end) else { break };
        if text.starts_with(['"', 's']) {
            texts.push(text.to_owned());
        }
        rest = &rest[end + 1..];
    }
    texts
}

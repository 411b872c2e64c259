//! The functions that programs call: what vrlet's registry says of them, and how programs that exist
//! call them.

use std::collections::BTreeSet;

use vrlet::function::{Function, Registry};

use super::example::{Example, examples};
use super::kind::Kind;
use crate::corpus::Sample;

/// What differs from run to run, or reaches out of the machine.
const LEFT_OUT: &[&str] = &[
    "dns_lookup",
    "find_enrichment_table_records",
    "get_enrichment_table_record",
    "get_hostname",
    "http_request",
    "now",
    "reverse_dns",
    "uuid_v4",
    "uuid_v7",
];

/// A function, and how to call it.
pub struct Signature {
    pub function: &'static Function,
    /// What it yields, as far as its examples tell.
    pub yields: Vec<Kind>,
    /// Arguments that it is called with in programs that exist.
    pub examples: Vec<Example>,
}

/// The functions that both engines have and that do the same each time.
pub fn signatures(registry: &Registry, reference: &[String], samples: &[Sample]) -> Vec<Signature> {
    let reference: BTreeSet<&str> = reference.iter().map(String::as_str).collect();
    let is_fit = |name: &str| {
        reference.contains(name) && !LEFT_OUT.contains(&name) && !name.starts_with("random_")
    };
    registry.iter().filter(|it| is_fit(it.name)).map(|it| signature(it, samples)).collect()
}

fn signature(function: &'static Function, samples: &[Sample]) -> Signature {
    let mut yields: Vec<Kind> =
        function.examples.iter().filter_map(|example| kind_of(example.result.ok()?)).collect();
    // JSON has no times.
    if function.name.ends_with("timestamp") && yields.contains(&Kind::Text) {
        yields = vec![Kind::Timestamp];
    }
    Signature { function, yields, examples: examples(function, samples) }
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

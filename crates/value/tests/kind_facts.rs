//! What VRL's `type_def` says of a value after writes, deletions, joins of branches and merges, one
//! recorded fact a line in `kind_facts.jsonl`: the kind algebra has to say the same.
//!
//! `start` is the first kind of the event; `ops` are done to it in order; `get` is the path asked for;
//! `kind` is the answer, or `refused` says that a write was rejected with code 642.

#![allow(clippy::unwrap_used, reason = "a malformed fact has to stop the test")]

use serde_json::Value as Json;
use vrlet_value::kind::{Collection, Description, Kind, KindSet};
use vrlet_value::{Key, Step};

#[test]
fn kinds_are_what_type_def_says() {
    let mut wrong = Vec::new();
    for (line, fact) in include_str!("kind_facts.jsonl").lines().enumerate() {
        let fact: Json = serde_json::from_str(fact).unwrap();
        let found = outcome(&fact);
        let expected = if fact["refused"].is_null() { fact["kind"].clone() } else { Json::Null };
        if found != expected {
            wrong.push(format!("line {}: {fact}\n  found: {found}", line + 1));
        }
    }
    assert!(wrong.is_empty(), "{} facts differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// The description of the kind, or null for a refused write.
fn outcome(fact: &Json) -> Json {
    let mut kind = read_kind(&fact["start"]);
    for op in fact["ops"].as_array().unwrap() {
        match op[0].as_str().unwrap() {
            "insert" => {
                let path = read_path(&op[1]);
                if kind.can_hold(&path).is_err() {
                    return Json::Null;
                }
                kind.insert(&path, read_kind(&op[2]));
            }
            "remove" => kind.remove(&read_path(&op[1]), op[2].as_bool()),
            "union" => kind = kind.union(&read_kind(&op[1])),
            "merge" => kind = kind.merge_objects(&read_kind(&op[1])),
            other => panic!("no such operation: {other}"),
        }
    }
    show(&kind.get(&read_path(&fact["get"])).describe())
}

fn read_kind(json: &Json) -> Kind {
    if let Some(name) = json.as_str() {
        return named(name);
    }
    let rest = json.get("rest").map_or(Kind::undefined(), |rest| match rest.as_str().unwrap() {
        "json" => Kind::from(KindSet::JSON),
        name => named(name),
    });
    if let Some(fields) = json["object"].as_object() {
        let fields = fields.iter().map(|(name, kind)| (Key::from(name.as_str()), read_kind(kind)));
        Kind::object(Collection::of_fields(fields).with_rest(rest))
    } else {
        let elements = json["array"].as_array().unwrap();
        Kind::array(Collection::of_elements(elements.iter().map(read_kind)).with_rest(rest))
    }
}

fn named(name: &str) -> Kind {
    match name {
        "bytes" => Kind::bytes(),
        "integer" => Kind::integer(),
        "float" => Kind::float(),
        "boolean" => Kind::boolean(),
        "timestamp" => Kind::timestamp(),
        "regex" => Kind::regex(),
        "null" => Kind::null(),
        "value" => Kind::any().stored(),
        "json" => Kind::json(),
        "any" => Kind::any(),
        other => panic!("no such kind: {other}"),
    }
}

fn read_path(json: &Json) -> Vec<Step> {
    let step = |step: &Json| match step.as_str() {
        Some(name) => Step::Field(Key::from(name)),
        None => Step::Index(step.as_i64().unwrap()),
    };
    json.as_array().unwrap().iter().map(step).collect()
}

fn show(description: &Description) -> Json {
    match description {
        Description::Flag => Json::Bool(true),
        Description::Members(members) => {
            members.iter().map(|(name, member)| (name.clone(), show(member))).collect()
        }
    }
}

//! DNS messages as values.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use crate::dns::{Answer, Header, Question, Record};

/// What is known of an answer before it comes.
pub(super) fn kind() -> Kind {
    let object = |fields: &[(&str, Kind)]| {
        let fields = fields.iter().map(|(name, kind)| (Key::from(*name), kind.clone()));
        Kind::object(Collection::of_fields(fields))
    };
    let (text, integer, boolean) = (Kind::bytes(), Kind::integer(), Kind::boolean());
    let question = object(&[
        ("class", text.clone()),
        ("domainName", text.clone()),
        ("questionType", text.clone()),
        ("questionTypeId", integer.clone()),
    ]);
    let records = Kind::array_of(object(&[
        ("class", text.clone()),
        ("domainName", text.clone()),
        ("rData", text.clone()),
        ("recordType", text.clone()),
        ("recordTypeId", integer.clone()),
        ("ttl", integer.clone()),
    ]));
    let flags = ["aa", "ad", "cd", "qr", "ra", "rd", "tc"].map(|name| (name, boolean.clone()));
    let counts = ["anCount", "arCount", "nsCount", "opcode", "qdCount", "rcode"]
        .map(|name| (name, integer.clone()));
    object(&[
        ("fullRcode", integer),
        ("rcodeName", text),
        ("header", object(&[&flags[..], &counts[..]].concat())),
        ("question", Kind::array_of(question)),
        ("answers", records.clone()),
        ("authority", records.clone()),
        ("additional", records),
    ])
}

/// The answer as a value.
pub(super) fn show(message: &[u8]) -> Result<Value, Failure> {
    let Answer { header, result, questions, answers, authority, additional } =
        Answer::read(message).map_err(|error| {
            Failure::new(format_args!("the server's answer can't be read: {error}"))
        })?;
    Ok(object([
        ("fullRcode", integer(result.0)),
        ("rcodeName", result.to_string().into()),
        ("header", show_header(header)),
        ("question", questions.iter().map(question).collect::<Vec<_>>().into()),
        ("answers", records(&answers)),
        ("authority", records(&authority)),
        ("additional", records(&additional)),
    ]))
}

fn show_header(header: Header) -> Value {
    let [questions, answers, authority, additional] = header.counts;
    object([
        ("aa", header.is_authoritative().into()),
        ("ad", header.is_authentic().into()),
        ("anCount", integer(answers)),
        ("arCount", integer(additional)),
        ("cd", header.is_unchecked().into()),
        ("nsCount", integer(authority)),
        ("opcode", integer(header.opcode())),
        ("qdCount", integer(questions)),
        ("qr", header.is_response().into()),
        ("ra", header.has_recursion().into()),
        ("rcode", integer(header.result())),
        ("rd", header.wants_recursion().into()),
        ("tc", header.is_truncated().into()),
    ])
}

fn question(question: &Question) -> Value {
    object([
        ("class", question.class.to_string().into()),
        ("domainName", question.name.as_str().into()),
        ("questionType", question.record_type.to_string().into()),
        ("questionTypeId", integer(question.record_type.0)),
    ])
}

fn records(records: &[Record]) -> Value {
    let shown = records.iter().map(|record| {
        object([
            ("class", record.class.to_string().into()),
            ("domainName", record.name.as_str().into()),
            ("rData", record.data.as_str().into()),
            ("recordType", record.record_type.to_string().into()),
            ("recordTypeId", integer(record.record_type.0)),
            ("ttl", integer(record.ttl)),
        ])
    });
    shown.collect::<Vec<_>>().into()
}

fn object<const N: usize>(fields: [(&'static str, Value); N]) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (Key::from(name), value)).collect())
}

fn integer(number: impl Into<i64>) -> Value {
    Value::Integer(number.into())
}

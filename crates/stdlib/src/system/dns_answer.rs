//! DNS messages as values.

use domain::base::message::RecordSection;
use domain::base::name::ParsedName;
use domain::base::{Header, Message, Question, Record};
use domain::rdata::AllRecordData;
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

type Data<'a> = AllRecordData<&'a [u8], ParsedName<&'a [u8]>>;

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
    let message = Message::from_octets(message).map_err(unreadable)?;
    let (questions, answers, authority, additional) = message.sections().map_err(unreadable)?;
    let questions: Result<Vec<_>, _> = questions.map(|it| it.map(|it| question(&it))).collect();
    let rcode = message.opt_rcode();
    Ok(object([
        ("fullRcode", integer(rcode.to_int())),
        ("rcodeName", rcode.to_string().into()),
        ("header", header(&message)),
        ("question", questions.map_err(unreadable)?.into()),
        ("answers", records(answers)?),
        ("authority", records(authority)?),
        ("additional", records(additional)?),
    ]))
}

fn header(message: &Message<&[u8]>) -> Value {
    let header: Header = message.header();
    let counts = message.header_counts();
    object([
        ("aa", header.aa().into()),
        ("ad", header.ad().into()),
        ("anCount", integer(counts.ancount())),
        ("arCount", integer(counts.arcount())),
        ("cd", header.cd().into()),
        ("nsCount", integer(counts.nscount())),
        ("opcode", integer(header.opcode().to_int())),
        ("qdCount", integer(counts.qdcount())),
        ("qr", header.qr().into()),
        ("ra", header.ra().into()),
        ("rcode", integer(header.rcode().to_int())),
        ("rd", header.rd().into()),
        ("tc", header.tc().into()),
    ])
}

fn question(question: &Question<ParsedName<&[u8]>>) -> Value {
    object([
        ("class", question.qclass().to_string().into()),
        ("domainName", question.qname().to_string().into()),
        ("questionType", question.qtype().to_string().into()),
        ("questionTypeId", integer(question.qtype().to_int())),
    ])
}

fn records<'a>(section: RecordSection<'a, &'a [u8]>) -> Result<Value, Failure> {
    let record = |record: Record<ParsedName<&'a [u8]>, Data<'a>>| {
        object([
            ("class", record.class().to_string().into()),
            ("domainName", record.owner().to_string().into()),
            ("rData", record.data().to_string().into()),
            ("recordType", record.rtype().to_string().into()),
            ("recordTypeId", integer(record.rtype().to_int())),
            ("ttl", integer(record.ttl().as_secs())),
        ])
    };
    let records = section.limit_to::<Data<'a>>();
    let shown: Result<Vec<_>, _> = records.map(|it| it.map(record)).collect();
    shown.map(Value::from).map_err(unreadable)
}

fn unreadable(error: impl std::fmt::Display) -> Failure {
    Failure::new(format_args!("the server's answer can't be read: {error}"))
}

fn object<const N: usize>(fields: [(&'static str, Value); N]) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (Key::from(name), value)).collect())
}

fn integer(number: impl Into<i64>) -> Value {
    Value::Integer(number.into())
}

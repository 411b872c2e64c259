//! The fields of an AWS load balancer's log line, in order.

use vrlet_function::prelude::*;

/// A field.
pub(super) struct AlbField {
    pub(super) name: &'static str,
    pub(super) content: Content,
    /// What programs are told of it.
    pub(super) kinds: KindSet,
}

/// How a field is written.
#[derive(Clone, Copy)]
pub(super) enum Content {
    /// Bytes of one sort.
    Word(fn(u8) -> bool),
    /// A whole number.
    Integer(fn(u8) -> bool),
    /// A number.
    Float(fn(u8) -> bool),
    /// A text in quotes.
    Quoted,
    /// A list of words in quotes.
    List(fn(u8) -> bool),
    /// The first word of a request.
    Method,
    /// What is between the first word and the last.
    Url,
    /// The last word of a request.
    Protocol,
}

use Content::{Float, Integer, List, Method, Protocol, Quoted, Url, Word};

const OR_NULL: KindSet = STRING.or(NULL);

/// All fields.
pub(super) const FIELDS: &[AlbField] = &[
    field("type", Word(lower_case), STRING),
    field("timestamp", Word(time), STRING),
    field("elb", Word(any), STRING),
    field("client_host", Word(host), STRING),
    field("target_host", Word(host), OR_NULL),
    field("request_processing_time", Float(decimal), FLOAT),
    field("target_processing_time", Float(decimal), FLOAT),
    field("response_processing_time", Float(decimal), FLOAT),
    field("elb_status_code", Word(digit_or_dash), STRING),
    field("target_status_code", Word(digit_or_dash), OR_NULL),
    field("received_bytes", Integer(digit_or_dash), INTEGER),
    field("sent_bytes", Integer(digit_or_dash), INTEGER),
    field("request_method", Method, STRING),
    field("request_url", Url, STRING),
    field("request_protocol", Protocol, STRING),
    field("user_agent", Quoted, STRING),
    field("ssl_cipher", Word(any), OR_NULL),
    field("ssl_protocol", Word(any), OR_NULL),
    field("target_group_arn", Word(any), STRING),
    field("trace_id", Quoted, STRING),
    field("domain_name", Quoted, OR_NULL),
    field("chosen_cert_arn", Quoted, OR_NULL),
    field("matched_rule_priority", Word(digit_or_dash), OR_NULL),
    field("request_creation_time", Word(time), STRING),
    field("actions_executed", Quoted, OR_NULL),
    field("redirect_url", Quoted, OR_NULL),
    field("error_reason", Quoted, OR_NULL),
    // Lists, although VRL tells programs that they are strings.
    field("target_port_list", List(host), OR_NULL),
    field("target_status_code_list", List(digit), OR_NULL),
    field("classification", Quoted, OR_NULL),
    field("classification_reason", Quoted, OR_NULL),
    field("traceability_id", Word(any), OR_NULL),
];

/// What follows them in the lines of balancers that can rewrite requests.
pub(super) const TRANSFORMED: &[AlbField] = &[
    field("transformed_host", Quoted, OR_NULL),
    field("transformed_uri", Quoted, OR_NULL),
    field("request_transform_status", Quoted, OR_NULL),
];

const fn field(name: &'static str, content: Content, kinds: KindSet) -> AlbField {
    AlbField { name, content, kinds }
}

fn any(byte: u8) -> bool {
    byte != b' '
}

fn lower_case(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

fn digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

fn digit_or_dash(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'-'
}

fn decimal(byte: u8) -> bool {
    digit_or_dash(byte) || byte == b'.'
}

fn time(byte: u8) -> bool {
    decimal(byte) || matches!(byte, b':' | b'T' | b'Z')
}

fn host(byte: u8) -> bool {
    decimal(byte) || matches!(byte, b':' | b'a'..=b'f')
}

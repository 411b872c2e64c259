//! `parse_aws_vpc_flow_log`: take a line of a flow log apart.
//!
//! This runs for every event of a stream, so a format is read once: a constant one when the program is
//! compiled, another one whenever it differs from that of the call before. A line is then cut at its
//! spaces into slices of its own buffer, and the slots of a known shape are filled.

use std::sync::Arc;

use vrlet_function::prelude::*;
use vrlet_value::Shape;
use vrlet_value::kind::Collection;

use super::flow_log_fields::{Content, DEFAULT_FORMAT, FIELDS, Field};
use crate::text::to_utf8;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_aws_vpc_flow_log",
    category: Category::Parse,
    about: "Parses a line of an AWS VPC flow log. Fields are separated by single spaces, numbers \
            become integers, and a `-` becomes null.",
    params: &[
        required("value", STRING, "The line."),
        optional(
            "format",
            STRING,
            "The names of the fields in their order, with underscores: `version account_id srcaddr`. Without it, the default format of version 2.",
        ),
    ],
    returns: |_| {
        let fields = FIELDS.iter().map(|field| (Key::from_static(field.name), field.kind()));
        TypeDef::new(Kind::object(Collection::of_fields(fields))).fallible()
    },
    failures: &[
        "The line has more or fewer fields than the format.",
        "A field that is a number holds something else.",
        "The format names a field that flow logs do not have, or one field twice.",
    ],
    body: Body::Prepared(prepare),
    examples: &[
        example(
            "The default format",
            r#"parse_aws_vpc_flow_log!("2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK")"#,
            r#"{"account_id":"123456789010","action":"ACCEPT","bytes":4249,"dstaddr":"172.31.16.21","dstport":22,"end":1418530070,"interface_id":"eni-1235b8ca123456789","log_status":"OK","packets":20,"protocol":6,"srcaddr":"172.31.16.139","srcport":20641,"start":1418530010,"version":2}"#,
        ),
        example(
            "A chosen format",
            r#"parse_aws_vpc_flow_log!("5 eni-1235b8ca123456789 - egress 8", format: "version interface_id instance_id flow_direction traffic_path")"#,
            r#"{"version":5,"interface_id":"eni-1235b8ca123456789","instance_id":null,"flow_direction":"egress","traffic_path":8}"#,
        ),
        fails(
            "Another number of fields",
            r#"parse_aws_vpc_flow_log!("2 10.0.0.1", "version srcaddr dstaddr")"#,
            "the line ends before the field `dstaddr`",
        ),
    ],
    ..Function::BASE
};

fn prepare(site: &Site<'_>) -> Result<Box<dyn Prepared>, Refusal> {
    let format = match site.constant("format") {
        Some(Value::Bytes(format)) => Format::Constant(Layout::read(&format)),
        Some(_) => Format::Constant(Layout::read(&Text::from_static(DEFAULT_FORMAT))),
        None => Format::Argument(None),
    };
    Ok(Box::new(FlowLog(format)))
}

struct FlowLog(Format);

enum Format {
    Constant(Layout),
    /// The format of the call before.
    Argument(Option<(Text, Layout)>),
}

impl Prepared for FlowLog {
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let line: Text = call.take(0);
        match &mut self.0 {
            Format::Constant(layout) => layout.parse(line),
            Format::Argument(last) => {
                let format =
                    call.take::<Option<Text>>(1).unwrap_or(Text::from_static(DEFAULT_FORMAT));
                if !matches!(last, Some((known, _)) if *known == format) {
                    *last = None;
                }
                last.get_or_insert_with(|| (format.clone(), Layout::read(&format))).1.parse(line)
            }
        }
    }

    fn reads(&self, position: usize) -> bool {
        position == 0 || matches!(self.0, Format::Argument(_))
    }

    fn fork(&self, _: &mut Worker) -> Box<dyn Prepared> {
        Box::new(Self(match &self.0 {
            Format::Constant(layout) => Format::Constant(layout.fork()),
            Format::Argument(_) => Format::Argument(None),
        }))
    }
}

/// Room for what a merge puts in front of the fields. With the fields of version 5 it comes to one kibibyte,
/// up to which allocators are quick.
const SPARE: usize = 3;

/// A format, read.
struct Layout {
    /// The fields, or why no line can have them.
    fields: Result<Box<[&'static Field]>, Box<str>>,
    /// Made by the first call, since shapes belong to the thread that uses them.
    shape: Option<Arc<Shape>>,
}

impl Layout {
    fn read(format: &Text) -> Self {
        let mut fields: Vec<&'static Field> = Vec::new();
        for name in format.to_str().split(' ') {
            let flaw = match Field::named(name) {
                None => unknown(name),
                Some(field) if fields.iter().any(|known| known.name == field.name) => {
                    format!("the format names the field `{name}` twice")
                }
                Some(field) => {
                    fields.push(field);
                    continue;
                }
            };
            return Self { fields: Err(flaw.into()), shape: None };
        }
        Self { fields: Ok(fields.into()), shape: None }
    }

    fn fork(&self) -> Self {
        Self { fields: self.fields.clone(), shape: None }
    }

    fn parse(&mut self, line: Text) -> Result<Value, Failure> {
        let fields = self.fields.as_ref().map_err(Failure::new)?;
        let line = to_utf8(line);
        let pieces = line.pieces();
        let mut words = line.words();
        let mut slots: Vec<Value> = Vec::with_capacity(fields.len() + SPARE);
        for field in fields {
            let Some(word) = words.next() else { return Err(too_short(field)) };
            let bytes = &pieces.bytes()[word.clone()];
            if bytes == b"-" {
                add(&mut slots, || Value::Null);
                continue;
            }
            match field.content {
                Content::Text => {
                    add(&mut slots, || Value::Bytes(Text::empty_inline()));
                    if let Some(Value::Bytes(text)) = slots.last_mut() {
                        pieces.cut(word, text);
                    }
                }
                Content::Integer => match read_integer(bytes) {
                    Some(number) => add(&mut slots, || Value::Integer(number)),
                    None => return Err(no_integer(field, &line.slice(word))),
                },
            }
        }
        if let Some(start) = words.rest() {
            let surplus = line.slice(start..line.len());
            return Err(Failure::new(format!(
                "the line goes on after the last field of the format: `{surplus}`"
            )));
        }
        if self.shape.is_none() {
            self.shape = Shape::of(fields.iter().map(|field| Key::from_static(field.name)));
        }
        Ok(Value::Object(match &self.shape {
            Some(shape) => Object::from_scalars(Arc::clone(shape), slots),
            None => fields.iter().map(|field| Key::from_static(field.name)).zip(slots).collect(),
        }))
    }
}

/// Adds a value that is made where it stays: a detour over the stack costs more than the value.
#[inline(always)]
fn add(slots: &mut Vec<Value>, value: impl FnOnce() -> Value) {
    slots.extend(std::iter::once_with(value));
}

#[inline]
fn read_integer(bytes: &[u8]) -> Option<i64> {
    /// So many digits can't overflow.
    const SAFE: usize = 18;
    if bytes.is_empty() || bytes.len() > SAFE {
        return read_any_integer(bytes);
    }
    let mut number = 0;
    for byte in bytes {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return read_any_integer(bytes);
        }
        number = number * 10 + i64::from(digit);
    }
    Some(number)
}

#[cold]
fn read_any_integer(bytes: &[u8]) -> Option<i64> {
    std::str::from_utf8(bytes).ok()?.parse().ok()
}

#[cold]
fn too_short(field: &Field) -> Failure {
    Failure::new(format!("the line ends before the field `{}`", field.name))
}

#[cold]
fn no_integer(field: &Field, found: &Text) -> Failure {
    Failure::new(format!("the field `{}` takes an integer, not `{found}`", field.name))
}

fn unknown(name: &str) -> String {
    let meant =
        name.trim_start_matches("${").trim_end_matches('}').replace('-', "_").to_lowercase();
    match Field::named(&meant) {
        Some(field) => format!("`{name}` is not a field of flow logs, write `{}`", field.name),
        None => format!("`{name}` is not a field of flow logs"),
    }
}

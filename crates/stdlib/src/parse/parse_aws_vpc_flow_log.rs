//! `parse_aws_vpc_flow_log`: parses an AWS VPC flow log line.
//!
//! This runs for every event of a stream, so a format is read once: a constant one when the program is
//! compiled, another one whenever it differs from that of the call before. A line is then cut at its
//! spaces into slices of its own buffer, and the slots of a known shape are filled.

use std::sync::Arc;

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;
use vrlet_value::{FieldContent, scalar_row};

use super::flow_log_fields::{DEFAULT_FORMAT, FIELDS, FlowLogField, TRANSIT_GATEWAY_FIELDS};
use super::flow_log_format::{FlowLogFormat, FormatError};
use crate::lazy_shape::LazyShape;
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The line.");
const FORMAT: Arg<Option<Text>> = Arg::optional(
    "format",
    "The names of the fields in their order, as VRL writes them or as AWS does: `version account_id`, \
     `version account-id`, `${version} ${account-id}`. Without it, the default format of version 2.",
)
.after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_aws_vpc_flow_log",
    category: Category::Parse,
    about: "Parses a line of an AWS VPC flow log. Fields are separated by single spaces, numbers \
            become integers, and a `-` becomes null.",
    params: &[VALUE.param(), FORMAT.param()],
    returns: |context| {
        let fields = FIELDS.iter().chain(transit_gateway_fields(context));
        let fields = fields.map(|field| (Key::from_static(field.name), field.kind()));
        TypeDef::new(Kind::object(Collection::of_fields(fields))).fallible()
    },
    failures: &[
        "The line has more or fewer fields than the format.",
        "A field that is a number holds something else.",
        "The format, known only at run time, names a field that flow logs do not have, or one field twice.",
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
        example(
            "The names as AWS writes them",
            r#"parse_aws_vpc_flow_log!("6 tgw-0f1 12", "${version} ${tgw-id} ${packets-lost-no-route}")"#,
            r#"{"version":6,"tgw_id":"tgw-0f1","packets_lost_no_route":12}"#,
        ),
        fails(
            "Another number of fields",
            r#"parse_aws_vpc_flow_log!("2 10.0.0.1", "version srcaddr dstaddr")"#,
            "the line ends before the field `dstaddr`",
        ),
    ],
});

/// The fields of transit gateways, where the format can have some.
fn transit_gateway_fields(context: &CallContext<'_>) -> &'static [FlowLogField] {
    let format = context.constant(FORMAT).map(|format| format.map(|it| FlowLogFormat::read(&it)));
    let is_theirs =
        |field: &&FlowLogField| TRANSIT_GATEWAY_FIELDS.iter().any(|own| own.name == field.name);
    match format {
        None => &TRANSIT_GATEWAY_FIELDS,
        Some(Some(Ok(format))) if format.fields.iter().any(is_theirs) => &TRANSIT_GATEWAY_FIELDS,
        Some(_) => &[],
    }
}

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    let Some(format) = context.constant(FORMAT) else {
        return Ok(stateful(parse_as_last));
    };
    let format = format.unwrap_or(Text::from_static(DEFAULT_FORMAT));
    let format = Arc::new(FlowLogFormat::read(&format).map_err(|error| {
        let refused = ArgumentError::constant(FORMAT, &error);
        match error.help() {
            Some(help) => refused.help(help),
            None => refused,
        }
    })?);
    let body = per_machine(move |_| {
        let mut layout = Layout { format: Ok(Arc::clone(&format)), shape: LazyShape::default() };
        move |call: &mut Call<'_>| layout.parse(call.take(VALUE))
    });
    Ok(Box::new(body.without(FORMAT)))
}

/// Parses a line whose format is known only now, most likely that of the call before.
fn parse_as_last(last: &mut Option<(Text, Layout)>, call: &mut Call<'_>) -> Result<Value, Failure> {
    let line = call.take(VALUE);
    let format = call.take(FORMAT).unwrap_or(Text::from_static(DEFAULT_FORMAT));
    if !matches!(last, Some((known, _)) if *known == format) {
        *last = None;
    }
    let (_, layout) = last.get_or_insert_with(|| {
        let read = FlowLogFormat::read(&format).map(Arc::new);
        (format, Layout { format: read, shape: LazyShape::default() })
    });
    layout.parse(line)
}

/// Room for what a merge puts in front of the fields. With the fields of version 5 it comes to one kibibyte,
/// up to which allocators are quick.
const SPARE: usize = 3;

/// A format, or why there is none, on one machine.
struct Layout {
    format: Result<Arc<FlowLogFormat>, FormatError>,
    shape: LazyShape,
}

impl Layout {
    fn parse(&mut self, line: Text) -> Result<Value, Failure> {
        let FlowLogFormat { fields, contents } = match &self.format {
            Ok(format) => &**format,
            Err(error) => return Err(no_format(error)),
        };
        let line = to_utf8(line);
        let mut row = scalar_row(fields.len(), SPARE);
        if !line.split_into(contents, &mut row) {
            row = parse_each(fields, &line)?;
        }
        let keys = || fields.iter().map(|field| Key::from_static(field.name));
        Ok(Value::Object(self.shape.scalars(keys, row)))
    }
}

/// The values of a line, field by field: says what is wrong with one, and takes numbers of any length.
#[cold]
fn parse_each(fields: &[&'static FlowLogField], line: &Text) -> Result<Vec<Value>, Failure> {
    let mut words = line.words();
    let mut row = Vec::with_capacity(fields.len() + SPARE);
    for field in fields {
        let Some(word) = words.next() else { return Err(too_short(field)) };
        let word = line.slice(word);
        row.push(match field.content {
            _ if word.as_bytes() == b"-" => Value::Null,
            FieldContent::Text => Value::Bytes(word),
            FieldContent::Integer => match word.as_str().and_then(|digits| digits.parse().ok()) {
                Some(number) => Value::Integer(number),
                None => return Err(no_integer(field, &word)),
            },
        });
    }
    match words.rest() {
        None => Ok(row),
        Some(start) => Err(too_long(&line.slice(start..line.len()))),
    }
}

#[cold]
fn no_format(error: &FormatError) -> Failure {
    Failure::new(match error.help() {
        Some(help) => format!("{error}: {help}"),
        None => error.to_string(),
    })
}

#[cold]
fn too_long(surplus: &Text) -> Failure {
    Failure::new(if surplus.as_bytes().iter().all(|byte| *byte == b' ') {
        "the line has a blank at its end, after which another field is expected: \
         `strip_whitespace` takes it off"
            .to_owned()
    } else {
        format!("the line goes on after the last field of the format: `{surplus}`")
    })
}

#[cold]
fn too_short(field: &FlowLogField) -> Failure {
    Failure::new(format!("the line ends before the field `{}`", field.name))
}

#[cold]
fn no_integer(field: &FlowLogField, found: &Text) -> Failure {
    Failure::new(format!("the field `{}` takes an integer, not `{found}`", field.name))
}

#[cfg(test)]
mod tests {
    use vrlet_function::prelude::*;
    use vrlet_value::scalar_row;

    use super::{DEFAULT_FORMAT, FlowLogFormat, SPARE, parse_each};

    #[test]
    fn whole_lines_are_read_as_field_by_field() {
        let format = FlowLogFormat::read(&Text::from_static(DEFAULT_FORMAT));
        let FlowLogFormat { fields, contents } =
            format.unwrap_or_else(|_| unreachable!("it is one"));
        let line = "2 068194857476 eni-1235b8ca123456789 172.31.16.139 2001:db8::1:2:3 20641 22 6 20 \
                    4249 1418530010 1418530070 ACCEPT OK";
        let mut seed = 7_u64;
        let mut random = |limit: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % limit
        };
        let (mut read, mut refused) = (0, 0);
        for _ in 0..20_000 {
            let mut bytes: Vec<char> = line.chars().collect();
            for _ in 0..random(4) {
                let (at, from) = (random(bytes.len()), random(bytes.len()));
                match random(4) {
                    0 => drop(bytes.remove(at)),
                    1 => bytes[at] = bytes[from],
                    2 => bytes.insert(at, bytes[from]),
                    _ => bytes[at] = ['-', '9', 'é', ' '][random(4)],
                }
            }
            let line = Text::from(bytes.into_iter().collect::<String>());
            let mut row = scalar_row(fields.len(), SPARE);
            let slow = parse_each(&fields, &line);
            if line.split_into(&contents, &mut row) {
                assert_eq!(slow.as_ref(), Ok(&row), "{line}");
                read += 1;
            } else if slow.is_err() {
                refused += 1;
            }
        }
        assert!(read > 5_000 && refused > 5_000, "{read} read, {refused} refused");
    }
}

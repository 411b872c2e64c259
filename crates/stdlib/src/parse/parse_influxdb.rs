//! `parse_influxdb`: parses InfluxDB's line protocol into metrics.

use chrono::DateTime;
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::line_protocol::{self, FieldValue, Line};
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The lines.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_influxdb",
    category: Category::Parse,
    about: "Parses lines of the [InfluxDB line \
            protocol](https://docs.influxdata.com/influxdb/cloud/reference/syntax/line-protocol/) \
            into metrics: a gauge for each field, named `MEASUREMENT_FIELD`. Booleans \
            are 1 and 0.",
    params: &[VALUE.param()],
    returns: |_| {
        let gauge = fields_kind([("value", Kind::float())]);
        let tags = Kind::object(Collection::of(Kind::bytes())).or_null();
        let metric = fields_kind([
            ("name", Kind::bytes()),
            ("tags", tags),
            ("timestamp", Kind::timestamp().or_null()),
            ("kind", Kind::bytes()),
            ("gauge", gauge),
        ]);
        TypeDef::new(Kind::array(Collection::of(metric))).fallible()
    },
    failures: &[
        "A line is not one of the protocol.",
        "A field is a string, or a number that no float holds.",
    ],
    body: Body::Plain(parse_influxdb),
    examples: &[
        example(
            "A line with two fields",
            r#"parse_influxdb!("cpu,host=A user=10u,load=0.5 1000000001")"#,
            r#"[{"name":"cpu_user","tags":{"host":"A"},"timestamp":"1970-01-01T00:00:01.000000001Z","kind":"absolute","gauge":{"value":10.0}},{"name":"cpu_load","tags":{"host":"A"},"timestamp":"1970-01-01T00:00:01.000000001Z","kind":"absolute","gauge":{"value":0.5}}]"#,
        ),
        fails("A string", r#"parse_influxdb!(s'cpu name="x"')"#, "is a string"),
    ],
});

fn fields_kind<const N: usize>(fields: [(&'static str, Kind); N]) -> Kind {
    let fields = fields.map(|(name, kind)| (Key::from_static(name), kind));
    Kind::object(Collection::of_fields(fields))
}

fn parse_influxdb(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text = to_utf8(call.take(VALUE));
    let mut metrics = Vec::new();
    for line in line_protocol::lines(text.as_str().unwrap_or_default()) {
        let line = line.map_err(|reason| {
            Failure::new(format!("the text is no InfluxDB line protocol: {reason}"))
        })?;
        add_metrics(line, &mut metrics)?;
    }
    Ok(metrics.into())
}

/// Adds a metric for each field of a line.
fn add_metrics(line: Line, metrics: &mut Vec<Value>) -> Result<(), Failure> {
    let tags = line.tags.into_iter().map(|(name, value)| (Key::from(name), value.into()));
    let tags: Object = tags.collect();
    let time = line.time.map(DateTime::from_timestamp_nanos);
    for (name, field) in line.fields {
        let number = match field {
            FieldValue::Number(number) => Value::float(number),
            FieldValue::Text => None,
        };
        let number = number.ok_or_else(|| {
            Failure::new(format!(
                "the field `{name}` is a string, or no number that a float can be"
            ))
        })?;
        let mut metric = Object::with_capacity(5);
        let mut add = |key, value| metric.insert(Key::from_static(key), value);
        add("name", format!("{}_{name}", line.measurement).into());
        if !tags.is_empty() {
            add("tags", tags.clone().into());
        }
        if let Some(time) = time {
            add("timestamp", time.into());
        }
        add("kind", Value::from_static("absolute"));
        let gauge = [(Key::from_static("value"), number)];
        add("gauge", gauge.into_iter().collect::<Object>().into());
        metrics.push(metric.into());
    }
    Ok(())
}

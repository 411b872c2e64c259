//! `redact`: masks sensitive parts of a string.

use vrlet_function::Limits;
use vrlet_function::prelude::*;

use super::redaction_filters::{FILTERS, filters};
use super::redactor::{REDACTOR, Redactor};
use crate::forked_regex::ForkedRegex;
use crate::text::to_utf8;

const VALUE: Arg<Value> = Arg::required("value", "The text, object or array.")
    .kinds(STRING.or(OBJECT).or(ARRAY))
    .unchecked();

pub const FUNCTION: Function = Function::new(Contract {
    name: "redact",
    category: Category::String,
    about: "Replaces what the filters find in a text, or in each text inside of an object or \
            array.",
    params: &[VALUE.param(), FILTERS.param(), REDACTOR.param()],
    returns: |context| TypeDef::new(context.kind(VALUE)),
    failures: &[],
    body: Body::Prepared(|context| {
        let redaction = Redaction { filters: filters(context)?, redactor: Redactor::of(context)? };
        Ok(Box::new(move |call: &mut Call<'_>| {
            redaction.apply(call.take(VALUE), call.host().limits)
        }))
    }),
    examples: &[
        example(
            "An expression",
            r#"redact("my id is 123456", filters: [r'\d+'])"#,
            r#""my id is [REDACTED]""#,
        ),
        example(
            "Inside of an object",
            r#"redact({"name": "Jane", "ssn": "123-12-1234"}, filters: ["us_social_security_number"])"#,
            r#"{"name":"Jane","ssn":"[REDACTED]"}"#,
        ),
        example(
            "Another text",
            r#"redact("my id is 123456", filters: [r'\d+'], redactor: {"type": "text", "replacement": "***"})"#,
            r#""my id is ***""#,
        ),
        example(
            "A hash, so that equal ones stay equal",
            r#"redact("id 1", filters: [r'\d+'], redactor: {"type": "sha2", "variant": "SHA-256", "encoding": "base16"})"#,
            r#""id 6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b""#,
        ),
    ],
});

#[derive(Clone)]
struct Redaction {
    filters: Vec<ForkedRegex>,
    redactor: Redactor,
}

impl Redaction {
    fn apply(&self, value: Value, limits: Limits) -> Result<Value, Failure> {
        Ok(match value {
            Value::Bytes(text) => {
                let redact = |text, filter| self.redact(text, filter, limits);
                Value::Bytes(self.filters.iter().try_fold(to_utf8(text), redact)?)
            }
            Value::Array(array) => {
                let elements = array.into_iter().map(|value| self.apply(value, limits));
                elements.collect::<Result<Array, _>>()?.into()
            }
            Value::Object(object) => {
                let fields = object.into_iter();
                let fields = fields.map(|(key, value)| Ok((key, self.apply(value, limits)?)));
                fields.collect::<Result<Object, _>>()?.into()
            }
            other => other,
        })
    }

    fn redact(&self, text: Text, filter: &ForkedRegex, limits: Limits) -> Result<Text, Failure> {
        let whole = text.to_str();
        let mut redacted = String::new();
        let mut end = 0;
        for found in filter.find_iter(&whole) {
            redacted.push_str(&whole[end..found.start()]);
            redacted.push_str(&self.redactor.instead_of(found.as_str()));
            limits.admit(redacted.len())?;
            end = found.end();
        }
        if redacted.is_empty() && end == 0 {
            return Ok(text);
        }
        redacted.push_str(&whole[end..]);
        Ok(redacted.into())
    }
}

//! `redact`: black out what nobody should read.

use vrlet_function::Limits;
use vrlet_function::prelude::*;

use super::redaction_filters::filters;
use super::redactor::Redactor;
use crate::own_regex::OwnRegex;
use crate::text::to_utf8;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "redact",
    category: Category::String,
    about: "Replaces what the filters find in a text, or in each text inside of an object or array.",
    params: &[
        required("value", STRING.or(OBJECT).or(ARRAY), "The text, object or array.").unguarded(),
        required(
            "filters",
            ARRAY,
            "What to find, each in what the one before left: regular expressions, `us_social_security_number`, or objects \
             `{\"type\": \"pattern\", \"patterns\": […]}` of regular expressions and texts.",
        )
        .in_place(),
        optional(
            "redactor",
            STRING.or(OBJECT),
            "What stands there instead: `full`, which is `[REDACTED]` and the default; \
             `{\"type\": \"text\", \"replacement\": \"…\"}`; `sha2` or `sha3`, a hash of what was found, or \
             `{\"type\": \"sha2\", \"variant\": \"SHA-256\", \"encoding\": \"base16\"}`, in `base64` unless said.",
        )
        .constant(),
    ],
    returns: |site| TypeDef::new(site.kind("value")),
    body: Body::Prepared(|site| {
        let redaction = Redaction { filters: filters(site)?, redactor: Redactor::of(site)? };
        Ok(Box::new(move |call: &mut Call<'_>| redaction.apply(call.take(0), call.host().limits)))
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
    ..Function::BASE
};

#[derive(Clone)]
struct Redaction {
    filters: Vec<OwnRegex>,
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

    fn redact(&self, text: Text, filter: &OwnRegex, limits: Limits) -> Result<Text, Failure> {
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

//! The parameter `filters` of `redact`: what is masked.

use vrlet_function::prelude::*;

use crate::forked_regex::ForkedRegex;

/// The parameter of the filters.
pub(super) const FILTERS: Arg<Array> = Arg::required(
    "filters",
    "What to find, each in what the one before left: regular expressions, \
     `us_social_security_number`, or objects `{\"type\": \"pattern\", \"patterns\": […]}` of \
     regular expressions and texts.",
)
.in_place()
.second();

/// An area that exists, a group that is not 00, a serial number that is not 0000.
const SOCIAL_SECURITY_NUMBER: &str = "(?:00[1-9]|0[1-9][0-9]|[1-57-8][0-9]{2}|6[0-57-9][0-9]|66[0-57-9])\
     -(?:0[1-9]|[1-9][0-9])\
     -(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})";

/// The expressions that the `filters` of a call mean, in their order.
pub(super) fn filters(context: &CallContext<'_>) -> Result<Vec<ForkedRegex>, ArgumentError> {
    let mut expressions = Vec::new();
    if let Some(filters) = context.constant(FILTERS) {
        for filter in filters.iter() {
            match filter {
                Value::Regex(regex) => expressions.push(ForkedRegex::new(regex)),
                Value::Bytes(name) => named(name, None, &mut expressions)?,
                Value::Object(filter) => match filter.get("type") {
                    Some(Value::Bytes(name)) => {
                        named(name, filter.get("patterns"), &mut expressions)?;
                    }
                    _ => return Err(refuse("an object needs a `type`")),
                },
                other => return Err(refuse(&format!("{other} is no filter"))),
            }
        }
    }
    Ok(expressions)
}

fn named(
    name: &Text,
    patterns: Option<&Value>,
    expressions: &mut Vec<ForkedRegex>,
) -> Result<(), ArgumentError> {
    match (name.as_str(), patterns) {
        (Some("us_social_security_number"), _) => {
            expressions.push(compiled(SOCIAL_SECURITY_NUMBER)?)
        }
        (Some("pattern"), Some(Value::Array(patterns))) => {
            for pattern in patterns.iter() {
                expressions.push(match pattern {
                    Value::Regex(regex) => ForkedRegex::new(regex),
                    Value::Bytes(text) => compiled(&regex::escape(&text.to_str()))?,
                    other => return Err(refuse(&format!("{other} is no pattern"))),
                });
            }
        }
        (Some("pattern"), _) => {
            return Err(refuse("a filter of type `pattern` needs an array of `patterns`"));
        }
        _ => return Err(refuse(&format!("there is no filter `{name}`"))),
    }
    Ok(())
}

fn compiled(pattern: &str) -> Result<ForkedRegex, ArgumentError> {
    let regex = Regex::new(pattern).map_err(|error| refuse(&error.to_string()))?;
    Ok(ForkedRegex::new(&regex))
}

fn refuse(message: &str) -> ArgumentError {
    ArgumentError::constant(FILTERS, message).help(
        "write a regular expression, `us_social_security_number`, or `{\"type\": \"pattern\", \
         \"patterns\": […]}`",
    )
}

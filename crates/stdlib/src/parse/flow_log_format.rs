//! Formats of AWS VPC flow logs: which fields a line has, in which order.

use std::fmt;

use vrlet_function::nearest;
use vrlet_function::prelude::*;
use vrlet_value::FieldContent;

use super::flow_log_fields::{FIELDS, FlowLogField, TRANSIT_GATEWAY_FIELDS};

/// Fields in the order of a format.
pub(super) struct FlowLogFormat {
    pub(super) fields: Vec<&'static FlowLogField>,
    /// What each of them holds.
    pub(super) contents: Vec<FieldContent>,
}

/// Why a text is no format.
#[derive(Clone)]
pub(super) enum FormatError {
    /// It has a name that no field has.
    Unknown(Box<str>),
    /// It names a field twice.
    Twice(&'static str),
}

impl FlowLogFormat {
    /// Reads the names of a format, which stand between single spaces.
    pub(super) fn read(format: &Text) -> Result<Self, FormatError> {
        let mut fields: Vec<&'static FlowLogField> = Vec::new();
        for name in format.to_str().split(' ') {
            match named(name) {
                None => return Err(FormatError::Unknown(name.into())),
                Some(field) if fields.iter().any(|known| known.name == field.name) => {
                    return Err(FormatError::Twice(field.name));
                }
                Some(field) => fields.push(field),
            }
        }
        let contents = fields.iter().map(|field| field.content).collect();
        Ok(Self { fields, contents })
    }
}

/// The field of a name as VRL writes it (`account_id`), as AWS does (`account-id`), or as formats are given to
/// the commands of AWS (`${account-id}`).
fn named(name: &str) -> Option<&'static FlowLogField> {
    let inner = name.strip_prefix("${").and_then(|name| name.strip_suffix('}'));
    let name = inner.unwrap_or(name);
    all().find(|field| field.name.len() == name.len() && is_spelled(field.name, name))
}

fn is_spelled(field: &str, name: &str) -> bool {
    field.bytes().zip(name.bytes()).all(|(own, byte)| own == byte || own == b'_' && byte == b'-')
}

fn all() -> impl Iterator<Item = &'static FlowLogField> {
    FIELDS.iter().chain(&TRANSIT_GATEWAY_FIELDS)
}

impl FormatError {
    /// What to write instead.
    pub(super) fn help(&self) -> Option<String> {
        let Self::Unknown(name) = self else { return None };
        let plain = name.trim_start_matches("${").trim_end_matches('}').replace('-', "_");
        if name.is_empty() {
            return Some(
                "write the names of the fields, with single spaces between them".to_owned(),
            );
        }
        nearest(&plain, all().map(|field| field.name)).map(|field| format!("write `{field}`"))
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) if name.is_empty() => {
                f.write_str("the format has an empty name, so two spaces in a row or one at an end")
            }
            Self::Unknown(name) => write!(f, "`{name}` is not a field of flow logs"),
            Self::Twice(name) => write!(f, "the format names the field `{name}` twice"),
        }
    }
}

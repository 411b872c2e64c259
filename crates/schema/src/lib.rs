//! JSON Schema: whether JSON is of the form that a schema asks for, and where it is not.
//!
//! A crate of its own, because the code of `jsonschema` is made where it is used: here once, with what
//! optimization it is worth, instead of among the builtins.

mod error;

use std::error::Error;

use jsonschema::{PatternOptions, Retrieve, Uri, Validator};
use serde_json::Value as Json;

pub use error::SchemaError;

/// Steps that a pattern with lookarounds may go back.
const BACKTRACK_LIMIT: usize = 200_000;

/// What stands outside of a schema: nothing that it could refer to.
struct Nothing;

impl Retrieve for Nothing {
    fn retrieve(&self, _: &Uri<String>) -> Result<Json, Box<dyn Error + Send + Sync>> {
        Err("a schema stands alone".into())
    }
}

/// A schema that was read. Threads would share the scratch memory of its patterns: each makes its own.
#[derive(Debug)]
pub struct Schema(Validator);

impl Schema {
    /// Reads a schema; what it refers to must stand in it.
    ///
    /// # Errors
    /// Where the text is no schema, or asks for a format that is unknown.
    pub fn read(text: &[u8], ignores_unknown_formats: bool) -> Result<Self, SchemaError> {
        let schema: Json =
            serde_json::from_slice(text).map_err(|error| SchemaError::json(&error))?;
        let validator = jsonschema::options()
            // Whatever other crates ask of `jsonschema`, a schema reaches neither network nor disk.
            .with_retriever(Nothing)
            .should_validate_formats(true)
            .should_ignore_unknown_formats(ignores_unknown_formats)
            .with_pattern_options(PatternOptions::fancy_regex().backtrack_limit(BACKTRACK_LIMIT))
            .build(&schema);
        validator.map(Self).map_err(|error| SchemaError::of(&error))
    }

    /// Makes sure that a text is JSON that fits.
    ///
    /// # Errors
    /// What does not fit, by path; the first mismatches are listed.
    pub fn check(&self, text: &[u8]) -> Result<(), String> {
        let json: Json = serde_json::from_slice(text)
            .map_err(|error| format!("the text is no JSON: {error}"))?;
        if self.0.is_valid(&json) {
            return Ok(());
        }
        let mut errors = self.0.iter_errors(&json);
        let mut listed: Vec<_> =
            errors.by_ref().take(error::LISTED).map(|error| error::mismatch(&error)).collect();
        let more = errors.count();
        if more > 0 {
            listed.push(format!("and {more} more"));
        }
        Err(format!("the JSON does not fit the schema: {}", listed.join("; ")))
    }
}

#[cfg(test)]
mod tests {
    use super::Schema;

    #[test]
    fn what_does_not_fit_is_listed_by_path() {
        let schema = br#"{"type": "object", "properties": {"age": {"type": "integer"}}}"#;
        let schema = Schema::read(schema, false).expect("a schema");
        assert_eq!(schema.check(br#"{"age": 30}"#), Ok(()));
        let error = schema.check(br#"{"age": "thirty"}"#).expect_err("a mismatch");
        assert!(error.ends_with("`/age`: expected an integer, found `\"thirty\"`"), "{error}");
        assert!(schema.check(b"{").expect_err("no JSON").starts_with("the text is no JSON"));
    }

    #[test]
    fn an_unknown_format_is_refused_unless_it_is_ignored() {
        let schema = br#"{"format": "no such format"}"#;
        let error = Schema::read(schema, false).expect_err("it is unknown");
        assert!(error.message.contains("`no such format`") && error.help.is_some());
        assert!(Schema::read(schema, true).is_ok());
    }
}

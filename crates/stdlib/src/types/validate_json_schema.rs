//! `validate_json_schema`: whether a text is JSON of the form that a schema asks for.

use std::sync::Arc;

use jsonschema::{PatternOptions, ValidationError, Validator};
use serde_json::Value as Json;
use vrlet_function::prelude::*;

use super::schema_error::{self, LISTED};
use crate::constant_file;
use crate::text::without_mark;

/// Steps that a pattern with lookarounds may go back.
const BACKTRACK_LIMIT: usize = 200_000;

/// The parameter that names the schema.
const SCHEMA: &str = "schema_definition";

/// The contract.
pub const FUNCTION: Function = Function {
    name: "validate_json_schema",
    category: Category::Type,
    about: "Whether a text is JSON that fits a [JSON Schema](https://json-schema.org) of draft 4, 6, 7, 2019-09 or 2020-12. \
            What does not fit is a failure that lists it by path. Schemas that the file refers to must stand in it.",
    params: &[
        required("value", STRING, "The JSON."),
        required(SCHEMA, STRING, "The path of the schema's file.").constant(),
        optional(
            "ignore_unknown_formats",
            BOOLEAN,
            "Whether a `format` that is unknown counts as fitting; otherwise it is refused.",
        )
        .default(Literal::Boolean(false))
        .constant(),
    ],
    returns: |_| TypeDef::boolean().fallible(),
    failures: &["The text is no JSON.", "The JSON does not fit the schema."],
    body: Body::Prepared(prepare),
    examples: &[
        example(
            "It fits",
            r#"validate_json_schema!(s'{"name": "Ann", "age": 30}', "examples/schemas/person.json")"#,
            "true",
        ),
        fails(
            "It does not",
            r#"validate_json_schema!(s'{"name": "Ann", "age": "thirty"}', "examples/schemas/person.json")"#,
            "`/age`: expected an integer",
        ),
    ],
    ..Function::BASE
};

struct ValidateJsonSchema {
    schema: Arc<Json>,
    ignores_unknown_formats: bool,
    validator: Validator,
}

fn prepare(site: &Site<'_>) -> Result<Box<dyn Prepared>, Refusal> {
    let file = constant_file::read(site, SCHEMA, "the schema")?.unwrap_or_default();
    let schema = serde_json::from_slice(&file)
        .map_err(|error| Refusal::constant(SCHEMA, format!("the schema is no JSON: {error}")))?;
    let ignores_unknown_formats =
        site.constant("ignore_unknown_formats") == Some(Value::Boolean(true));
    let validator = build(&schema, ignores_unknown_formats)
        .map_err(|error| schema_error::refusal(SCHEMA, &error))?;
    Ok(Box::new(ValidateJsonSchema {
        schema: Arc::new(schema),
        ignores_unknown_formats,
        validator,
    }))
}

fn build(
    schema: &Json,
    ignores_unknown_formats: bool,
) -> Result<Validator, ValidationError<'static>> {
    jsonschema::options()
        // Whatever other crates ask of `jsonschema`, a schema reaches neither network nor disk.
        .offline()
        .should_validate_formats(true)
        .should_ignore_unknown_formats(ignores_unknown_formats)
        .with_pattern_options(PatternOptions::fancy_regex().backtrack_limit(BACKTRACK_LIMIT))
        .build(schema)
}

impl Prepared for ValidateJsonSchema {
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let text = without_mark(call.take(0));
        let json: Json = serde_json::from_slice(text.as_bytes())
            .map_err(|error| Failure::new(format!("the text is no JSON: {error}")))?;
        if self.validator.is_valid(&json) {
            return Ok(Value::Boolean(true));
        }
        let mut errors = self.validator.iter_errors(&json);
        let mut listed: Vec<_> =
            errors.by_ref().take(LISTED).map(|error| schema_error::mismatch(&error)).collect();
        let more = errors.count();
        if more > 0 {
            listed.push(format!("and {more} more"));
        }
        Err(Failure::new(format!("the JSON does not fit the schema: {}", listed.join("; "))))
    }

    fn reads(&self, position: usize) -> bool {
        position == 0
    }

    /// Built anew, because threads would share the scratch memory of its patterns.
    fn fork(&self, _: &mut Worker) -> Box<dyn Prepared> {
        let Self { schema, ignores_unknown_formats, .. } = self;
        let validator = build(schema, *ignores_unknown_formats);
        let validator = validator.unwrap_or_else(|_| unreachable!("checked: it was built before"));
        Box::new(Self {
            schema: Arc::clone(schema),
            ignores_unknown_formats: *ignores_unknown_formats,
            validator,
        })
    }
}

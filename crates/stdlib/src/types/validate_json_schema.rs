//! `validate_json_schema`: validates JSON text against a JSON schema.

use jsonschema::{PatternOptions, ValidationError, Validator};
use serde_json::Value as Json;
use vrlet_function::prelude::*;

use super::schema_error::{self, LISTED};
use crate::constant_file;
use crate::text::without_mark;

/// Steps that a pattern with lookarounds may go back.
const BACKTRACK_LIMIT: usize = 200_000;

const VALUE: Arg<Text> = Arg::required("value", "The JSON.");
const SCHEMA: Arg<Text> =
    Arg::required("schema_definition", "The path of the schema's file.").constant().after(VALUE);
const IGNORE_UNKNOWN_FORMATS: Arg<bool> = Arg::optional(
    "ignore_unknown_formats",
    "Whether a `format` that is unknown counts as fitting; otherwise it is refused.",
)
.default(Literal::Boolean(false))
.after(SCHEMA);

pub const FUNCTION: Function = Function::new(Contract {
    name: "validate_json_schema",
    category: Category::Type,
    about: "Whether a text is JSON that fits a [JSON Schema](https://json-schema.org) of draft 4, \
            6, 7, 2019-09 or 2020-12. What does not fit is a failure that lists it by path. \
            Schemas that the file refers to must stand in it.",
    params: &[VALUE.param(), SCHEMA.param(), IGNORE_UNKNOWN_FORMATS.param()],
    returns: |_| TypeDef::boolean().fallible(),
    failures: &[
        "The text is no JSON.",
        "The JSON does not fit the schema.",
        "The schema asks for a `format` that is unknown, and only the run says that this is refused.",
    ],
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
})
.reaches(&[Reach::Files]);

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    let file = constant_file::read(context, SCHEMA, "the schema")?.unwrap_or_default();
    let schema = serde_json::from_slice(&file).map_err(|error| {
        ArgumentError::constant(SCHEMA, format!("the schema is no JSON: {error}"))
    })?;
    let ignores = context.constant(IGNORE_UNKNOWN_FORMATS);
    build(&schema, ignores != Some(false)).map_err(|error| schema_error::error(SCHEMA, &error))?;
    // Where only the run knows whether they count, unknown formats are refused when it is asked.
    let refusal = build(&schema, false).err().map(|error| schema_error::unknown(&error));
    // Built for each machine, because threads would share the scratch memory of its patterns.
    let body = per_machine(move |_| {
        let ignores = ignores != Some(false);
        let validator = build(&schema, ignores)
            .unwrap_or_else(|_| unreachable!("checked: it was built before"));
        let refusal = refusal.clone();
        move |call: &mut Call<'_>| {
            let (text, ignores) = (call.take(VALUE), call.take(IGNORE_UNKNOWN_FORMATS));
            match &refusal {
                Some(refusal) if !ignores => Err(Failure::new(refusal)),
                _ => validate(&validator, text),
            }
        }
    });
    Ok(Box::new(body.without(SCHEMA)))
}

/// A validator of the schema. Formats that are known are checked, whatever becomes of the others.
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

fn validate(validator: &Validator, text: Text) -> Result<Value, Failure> {
    let text = without_mark(text);
    let json: Json = serde_json::from_slice(text.as_bytes())
        .map_err(|error| Failure::new(format!("the text is no JSON: {error}")))?;
    if validator.is_valid(&json) {
        return Ok(Value::Boolean(true));
    }
    let mut errors = validator.iter_errors(&json);
    let mut listed: Vec<_> =
        errors.by_ref().take(LISTED).map(|error| schema_error::mismatch(&error)).collect();
    let more = errors.count();
    if more > 0 {
        listed.push(format!("and {more} more"));
    }
    Err(Failure::new(format!("the JSON does not fit the schema: {}", listed.join("; "))))
}

//! `validate_json_schema`: validates JSON text against a JSON schema.

use vrlet_function::prelude::*;
use vrlet_schema::{Schema, SchemaError};

use crate::constant_file;
use crate::text::without_mark;

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
    let ignores = context.constant(IGNORE_UNKNOWN_FORMATS) != Some(false);
    Schema::read(&file, ignores).map_err(refused)?;
    // Where only the run knows whether they count, unknown formats are refused when it is asked.
    let refusal = Schema::read(&file, false).err().map(|error| error.message);
    // Read for each machine, because threads would share the scratch memory of its patterns.
    let body = per_machine(move |_| {
        let schema = Schema::read(&file, ignores)
            .unwrap_or_else(|_| unreachable!("checked: it was read before"));
        let refusal = refusal.clone();
        move |call: &mut Call<'_>| {
            let (text, ignores) = (call.take(VALUE), call.take(IGNORE_UNKNOWN_FORMATS));
            match &refusal {
                Some(refusal) if !ignores => Err(Failure::new(refusal)),
                _ => validate(&schema, text),
            }
        }
    });
    Ok(Box::new(body.without(SCHEMA)))
}

fn refused(SchemaError { message, help }: SchemaError) -> ArgumentError {
    let error = ArgumentError::constant(SCHEMA, message);
    match help {
        Some(help) => error.help(help),
        None => error,
    }
}

fn validate(schema: &Schema, text: Text) -> Result<Value, Failure> {
    schema.check(without_mark(text).as_bytes()).map_err(Failure::new)?;
    Ok(Value::Boolean(true))
}

//! `parse_logfmt`: parses a line of logfmt.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::key_value::Notation;
use super::parse_key_value::field_kind;
use super::shape_cache::ShapeCache;

const VALUE: Arg<Text> = Arg::required("value", "The line.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_logfmt",
    category: Category::Parse,
    about: "The fields of a line of [logfmt](https://brandur.org/logfmt), such as `level=info \
            msg=\"user logged in\" cached`. A key without a value is `true`; a key that \
            comes more than once gets an array of its values.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::new(Kind::object(Collection::of(field_kind()))).fallible(),
    failures: &["The text does not start with a field."],
    body: Body::Prepared(|_| {
        Ok(stateful(|shapes: &mut ShapeCache, call| {
            Notation::logfmt().read(call.take(VALUE), shapes)
        }))
    }),
    examples: &[
        example(
            "A line",
            r#"parse_logfmt!(s'at=info method=GET path="/a b" cached')"#,
            r#"{"at":"info","method":"GET","path":"/a b","cached":true}"#,
        ),
        fails("An empty line", r#"parse_logfmt!("")"#, "does not start with a field"),
    ],
});

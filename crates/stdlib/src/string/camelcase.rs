//! `camelcase`: converts a name to `camelCase`.

use convert_case::Case;
use vrlet_function::prelude::*;

use super::casing::{ORIGINAL_CASE, VALUE, into_case};

pub const FUNCTION: Function = Function::new(Contract {
    name: "camelcase",
    category: Category::String,
    about: "The text in camel case. Where words end is told under `snakecase`.",
    params: &[VALUE.param(), ORIGINAL_CASE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| Ok(into_case(context, Case::Camel))),
    examples: &[
        example("Words", r#"camelcase("input string")"#, r#""inputString""#),
        example(
            "From another case",
            r#"camelcase("input-string", original_case: "kebab-case")"#,
            r#""inputString""#,
        ),
    ],
});

//! `camelcase`: write a name `likeThis`.

use convert_case::Case;
use vrlet_function::prelude::*;

use super::casing::{ORIGINAL_CASE, into_case};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "camelcase",
    category: Category::String,
    about: "The text in camel case. Where words end is told under `snakecase`.",
    params: &[required("value", STRING, "The text."), ORIGINAL_CASE],
    returns: |_| TypeDef::string(),
    body: Body::Prepared(|site| Ok(into_case(site, Case::Camel))),
    examples: &[
        example("Words", r#"camelcase("input string")"#, r#""inputString""#),
        example(
            "From another case",
            r#"camelcase("input-string", original_case: "kebab-case")"#,
            r#""inputString""#,
        ),
    ],
    ..Function::BASE
};

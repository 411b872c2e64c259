//! `screamingsnakecase`: write a name `LIKE_THIS`.

use convert_case::Case;
use vrlet_function::prelude::*;

use super::casing::{ORIGINAL_CASE, into_case};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "screamingsnakecase",
    category: Category::String,
    about: "The text in screaming snake case. Where words end is told under `snakecase`.",
    params: &[required("value", STRING, "The text."), ORIGINAL_CASE],
    returns: |_| TypeDef::string(),
    body: Body::Prepared(|site| Ok(into_case(site, Case::Constant))),
    examples: &[
        example("Words", r#"screamingsnakecase("input string")"#, r#""INPUT_STRING""#),
        example(
            "From another case",
            r#"screamingsnakecase("inputString", original_case: "camelCase")"#,
            r#""INPUT_STRING""#,
        ),
    ],
    ..Function::BASE
};

//! `pascalcase`: write a name `LikeThis`.

use convert_case::Case;
use vrlet_function::prelude::*;

use super::casing::{ORIGINAL_CASE, into_case};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "pascalcase",
    category: Category::String,
    about: "The text in Pascal case. Where words end is told under `snakecase`.",
    params: &[required("value", STRING, "The text."), ORIGINAL_CASE],
    returns: |_| TypeDef::string(),
    body: Body::Prepared(|site| Ok(into_case(site, Case::Pascal))),
    examples: &[
        example("Words", r#"pascalcase("input string")"#, r#""InputString""#),
        example(
            "From another case",
            r#"pascalcase("input-string", original_case: "kebab-case")"#,
            r#""InputString""#,
        ),
    ],
    ..Function::BASE
};

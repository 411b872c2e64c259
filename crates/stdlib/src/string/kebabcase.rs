//! `kebabcase`: write a name `like-this`.

use convert_case::Case;
use vrlet_function::prelude::*;

use super::casing::{ORIGINAL_CASE, into_case};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "kebabcase",
    category: Category::String,
    about: "The text in kebab case. Where words end is told under `snakecase`.",
    params: &[required("value", STRING, "The text."), ORIGINAL_CASE],
    returns: |_| TypeDef::string(),
    body: Body::Prepared(|site| Ok(into_case(site, Case::Kebab))),
    examples: &[
        example("Words", r#"kebabcase("inputString")"#, r#""input-string""#),
        example(
            "From another case",
            r#"kebabcase("InputString", original_case: "PascalCase")"#,
            r#""input-string""#,
        ),
    ],
    ..Function::BASE
};

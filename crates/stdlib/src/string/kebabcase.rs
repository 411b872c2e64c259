//! `kebabcase`: converts a name to `kebab-case`.

use convert_case::Case;
use vrlet_function::prelude::*;

use super::casing::{ORIGINAL_CASE, VALUE, into_case};

pub const FUNCTION: Function = Function::new(Contract {
    name: "kebabcase",
    category: Category::String,
    about: "The text in kebab case. Where words end is told under `snakecase`.",
    params: &[VALUE.param(), ORIGINAL_CASE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| Ok(into_case(context, Case::Kebab))),
    examples: &[
        example("Words", r#"kebabcase("inputString")"#, r#""input-string""#),
        example(
            "From another case",
            r#"kebabcase("InputString", original_case: "PascalCase")"#,
            r#""input-string""#,
        ),
    ],
});

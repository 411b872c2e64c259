//! `screamingsnakecase`: converts a name to `SCREAMING_SNAKE_CASE`.

use convert_case::Case;
use vrlet_function::prelude::*;

use super::casing::{ORIGINAL_CASE, VALUE, into_case};

pub const FUNCTION: Function = Function::new(Contract {
    name: "screamingsnakecase",
    category: Category::String,
    about: "The text in screaming snake case. Where words end is told under `snakecase`.",
    params: &[VALUE.param(), ORIGINAL_CASE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| Ok(into_case(context, Case::Constant))),
    examples: &[
        example("Words", r#"screamingsnakecase("input string")"#, r#""INPUT_STRING""#),
        example(
            "From another case",
            r#"screamingsnakecase("inputString", original_case: "camelCase")"#,
            r#""INPUT_STRING""#,
        ),
    ],
});

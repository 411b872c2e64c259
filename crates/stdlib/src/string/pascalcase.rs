//! `pascalcase`: converts a name to `PascalCase`.

use convert_case::Case;
use vrlet_function::prelude::*;

use super::casing::{ORIGINAL_CASE, VALUE, into_case};

pub const FUNCTION: Function = Function::new(Contract {
    name: "pascalcase",
    category: Category::String,
    about: "The text in Pascal case. Where words end is told under `snakecase`.",
    params: &[VALUE.param(), ORIGINAL_CASE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| Ok(into_case(context, Case::Pascal))),
    examples: &[
        example("Words", r#"pascalcase("input string")"#, r#""InputString""#),
        example(
            "From another case",
            r#"pascalcase("input-string", original_case: "kebab-case")"#,
            r#""InputString""#,
        ),
    ],
});

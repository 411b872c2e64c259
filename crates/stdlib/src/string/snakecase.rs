//! `snakecase`: converts a name to `snake_case`.

use convert_case::{Boundary, Case};
use vrlet_function::prelude::*;

use super::casing::{ORIGINAL_CASE, VALUE, without_boundaries};

const EXCLUDED_BOUNDARIES: Arg<Option<Array>> = Arg::optional(
    "excluded_boundaries",
    "Where words do not end: `lower_upper`, `upper_lower`, `acronym`, `lower_digit`, \
     `upper_digit`, `digit_lower`, `digit_upper`.",
)
.in_place()
.after(ORIGINAL_CASE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "snakecase",
    category: Category::String,
    about: "The text in snake case. Words end at blanks, hyphens and underscores, and where upper \
            case, lower case and digits meet.",
    params: &[VALUE.param(), ORIGINAL_CASE.param(), EXCLUDED_BOUNDARIES.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| {
        let except = excluded(context)?;
        Ok(without_boundaries(context, Case::Snake, &except))
    }),
    examples: &[
        example("Words", r#"snakecase("input string")"#, r#""input_string""#),
        example("Digits", r#"snakecase("s3BucketDetails")"#, r#""s_3_bucket_details""#),
        example(
            "Digits left alone",
            r#"snakecase("s3BucketDetails", excluded_boundaries: ["lower_digit"])"#,
            r#""s3_bucket_details""#,
        ),
    ],
});

const BOUNDARIES: [(&str, Boundary); 7] = [
    ("acronym", Boundary::Acronym),
    ("digit_lower", Boundary::DigitLower),
    ("digit_upper", Boundary::DigitUpper),
    ("lower_digit", Boundary::LowerDigit),
    ("lower_upper", Boundary::LowerUpper),
    ("upper_digit", Boundary::UpperDigit),
    ("upper_lower", Boundary::UpperLower),
];

fn excluded(context: &CallContext<'_>) -> Result<Vec<Boundary>, ArgumentError> {
    let Some(names) = context.constant(EXCLUDED_BOUNDARIES).flatten() else {
        return Ok(Vec::new());
    };
    let boundary = |name: &Value| {
        let text = name.as_text().and_then(Text::as_str);
        let known = BOUNDARIES.iter().find(|(known, _)| text == Some(known));
        known.map(|(_, boundary)| *boundary).ok_or_else(|| {
            let names = BOUNDARIES.map(|(name, _)| format!("`{name}`")).join(", ");
            ArgumentError::constant(EXCLUDED_BOUNDARIES, format!("{name} is no boundary"))
                .help(format!("write one of {names}"))
        })
    };
    names.iter().map(boundary).collect()
}

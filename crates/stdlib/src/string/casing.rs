//! Word boundaries in names, shared by the case conversions.

use std::sync::Arc;

use convert_case::{Boundary, Case, Converter, Pattern};
use vrlet_function::prelude::*;

/// The parameter of the text.
pub(super) const VALUE: Arg<Text> = Arg::required("value", "The text.");
/// The parameter that says which case a text has now.
pub(super) const ORIGINAL_CASE: Arg<Option<Text>> = Arg::optional(
    "original_case",
    "The case that the text has, so that words end only where that case ends them.",
)
.one_of(&["camelCase", "PascalCase", "SCREAMING_SNAKE", "snake_case", "kebab-case"])
.constant()
.after(VALUE);

/// The body of a function that writes texts in `case`.
pub(super) fn into_case(context: &CallContext<'_>, case: Case<'_>) -> Box<dyn Factory> {
    without_boundaries(context, case, &[])
}

/// The same, where words do not end at the boundaries `except`.
pub(super) fn without_boundaries(
    context: &CallContext<'_>,
    case: Case<'_>,
    except: &[Boundary],
) -> Box<dyn Factory> {
    let original = match context.choice(ORIGINAL_CASE) {
        Some("camelCase") => Some(Case::Camel),
        Some("PascalCase") => Some(Case::Pascal),
        Some("SCREAMING_SNAKE") => Some(Case::Constant),
        Some("snake_case") => Some(Case::Snake),
        Some("kebab-case") => Some(Case::Kebab),
        _ => None,
    };
    let words = Converter::new();
    let words = match original {
        Some(original) => words.from_case(original),
        None => words,
    };
    let words = words.remove_boundaries(except).add_pattern(Pattern::RemoveEmpty).to_case(case);
    let converter = Arc::new(words);
    Box::new(move |call: &mut Call<'_>| Ok(converter.convert(&*call.take(VALUE).to_str()).into()))
}

//! The words of a name, and the cases that join them.

use std::sync::Arc;

use convert_case::{Boundary, Case, Converter, Pattern};
use vrlet_function::prelude::*;

/// The parameter that says which case a text has now.
pub(super) const ORIGINAL_CASE: Param = optional(
    "original_case",
    STRING,
    "The case that the text has, so that words end only where that case ends them.",
)
.one_of(&["camelCase", "PascalCase", "SCREAMING_SNAKE", "snake_case", "kebab-case"])
.constant();

/// The body of a function that writes texts in `case`.
pub(super) fn into_case(site: &Site<'_>, case: Case<'_>) -> Box<dyn Prepared> {
    without_boundaries(site, case, &[])
}

/// The same, where words do not end at the boundaries `except`.
pub(super) fn without_boundaries(
    site: &Site<'_>,
    case: Case<'_>,
    except: &[Boundary],
) -> Box<dyn Prepared> {
    let original = site.constant("original_case");
    let original = match original.as_ref().and_then(Value::as_text).and_then(Text::as_str) {
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
    Box::new(move |call: &mut Call<'_>| {
        let (text,) = call.unpack::<(Text,)>();
        Ok(converter.convert(&*text.to_str()).into())
    })
}

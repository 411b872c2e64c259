//! Functions of texts.

mod contains;
mod downcase;
mod ends_with;
mod join;
mod r#match;
mod parse_float;
mod slice;
mod split;
mod starts_with;
mod strip_whitespace;
mod truncate;
mod upcase;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &contains::FUNCTION,
    &downcase::FUNCTION,
    &ends_with::FUNCTION,
    &join::FUNCTION,
    &r#match::FUNCTION,
    &parse_float::FUNCTION,
    &slice::FUNCTION,
    &split::FUNCTION,
    &starts_with::FUNCTION,
    &strip_whitespace::FUNCTION,
    &truncate::FUNCTION,
    &upcase::FUNCTION,
];

/// Whether the first letters of a text are those of another, case ignored letter by letter.
fn same_letters(mut text: impl Iterator<Item = char>, part: impl Iterator<Item = char>) -> bool {
    part.into_iter().all(|wanted| {
        text.next()
            .is_some_and(|found| found == wanted || found.to_lowercase().eq(wanted.to_lowercase()))
    })
}

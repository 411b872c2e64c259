//! String functions.

mod basename;
mod camelcase;
mod casing;
#[cfg(feature = "crypto")]
mod community_id;
mod contains;
mod contains_all;
mod dirname;
mod downcase;
mod ends_with;
mod find;
#[cfg(feature = "crypto")]
mod flow_id;
mod join;
mod kebabcase;
mod letters;
mod r#match;
mod match_any;
mod parse_float;
mod pascalcase;
mod path_parts;
#[cfg(feature = "crypto")]
mod redact;
#[cfg(feature = "crypto")]
mod redaction_filters;
#[cfg(feature = "crypto")]
mod redactor;
mod replace;
mod replace_with;
mod replacement;
mod screamingsnakecase;
mod shannon_entropy;
mod sieve;
mod slice;
mod snakecase;
mod split;
mod split_path;
mod starts_with;
mod strip_ansi_escape_codes;
mod strip_whitespace;
mod truncate;
mod upcase;

use vrlet_function::prelude::*;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &basename::FUNCTION,
    &camelcase::FUNCTION,
    #[cfg(feature = "crypto")]
    &community_id::FUNCTION,
    &contains::FUNCTION,
    &contains_all::FUNCTION,
    &dirname::FUNCTION,
    &downcase::FUNCTION,
    &ends_with::FUNCTION,
    &find::FUNCTION,
    &join::FUNCTION,
    &kebabcase::FUNCTION,
    &r#match::FUNCTION,
    &match_any::FUNCTION,
    &parse_float::FUNCTION,
    &pascalcase::FUNCTION,
    #[cfg(feature = "crypto")]
    &redact::FUNCTION,
    &replace::FUNCTION,
    &replace_with::FUNCTION,
    &screamingsnakecase::FUNCTION,
    &shannon_entropy::FUNCTION,
    &sieve::FUNCTION,
    &slice::FUNCTION,
    &snakecase::FUNCTION,
    &split::FUNCTION,
    &split_path::FUNCTION,
    &starts_with::FUNCTION,
    &strip_ansi_escape_codes::FUNCTION,
    &strip_whitespace::FUNCTION,
    &truncate::FUNCTION,
    &upcase::FUNCTION,
];

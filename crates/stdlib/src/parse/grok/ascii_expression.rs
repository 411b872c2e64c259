//! Regular expressions restricted to ASCII text.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::Hir;

/// An expression over ASCII texts; `None` where it speaks of other characters.
pub(super) fn ascii(expression: &str) -> Option<Hir> {
    ParserBuilder::new().unicode(false).utf8(false).build().parse(expression).ok()
}

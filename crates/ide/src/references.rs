//! Go to definition and find references of a variable.

use std::ops::Range;

use vrlet::VariableUse;

use crate::document::Document;

impl Document {
    /// Where the variable at an offset gets its first value.
    #[must_use]
    pub fn definition(&self, offset: usize) -> Option<Range<usize>> {
        self.variable_at(offset)?.definition.map(|span| span.range())
    }

    /// All places that name the variable at an offset, the definition among them: what a new name would
    /// have to replace.
    #[must_use]
    pub fn references(&self, offset: usize) -> Vec<Range<usize>> {
        let mentions = self.variable_at(offset).into_iter().flat_map(|variable| &variable.mentions);
        mentions.map(|mention| mention.span.range()).collect()
    }

    /// The variable that is named at an offset, or right before it.
    pub(crate) fn variable_at(&self, offset: usize) -> Option<&VariableUse> {
        let before = offset.checked_sub(1);
        let at = |offset| self.analysis().variable_at(offset);
        at(offset).or_else(|| before.and_then(at))
    }
}

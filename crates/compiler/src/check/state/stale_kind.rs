//! What a place may hold by now although the checker knows something else of it: stale kinds.
//!
//! As in VRL, what a closure assigns to names from outside is forgotten after it, and what `del` takes
//! out of a variable stays known. It is noted here for the sake of warnings alone.

use vrlet_diagnostic::Span;
use vrlet_value::{Kind, Root, Step};

use super::slot::{Changes, Slot, StaleKind};
use super::{State, StateRoot};

impl State {
    /// Ends a closure: the state is as it was before it, and what it may have changed is stale.
    pub fn forget(&mut self, cause: Span) {
        let Changes(changes) = self.roll_back();
        for (slot, made) in changes {
            let known = self.content(&slot);
            if let (Some(known), Some(made)) = (known.kind(), made.kind())
                && !made.is_subset_of(known)
            {
                self.stale.insert(slot, StaleKind { kind: made.clone(), cause });
            }
        }
    }

    /// Notes what a call makes of a variable; what is known of it stays.
    pub(super) fn mark_stale(
        &mut self,
        root: StateRoot,
        cause: Span,
        change: impl FnOnce(&mut Kind),
    ) {
        let Root::Variable(id) = root else { return };
        let Some(known) = self.var_info(id).map(|info| info.kind.clone()) else { return };
        let stale =
            self.stale.entry(Slot::Variable(id)).or_insert(StaleKind { kind: known, cause });
        change(&mut stale.kind);
        stale.cause = cause;
    }

    /// Drops or changes what is noted as stale of a place that is written.
    pub(super) fn clear_stale(&mut self, root: StateRoot, path: &[Step], kind: &Kind) {
        let Some((slot, rest)) = slot(root, path).filter(|_| !self.stale.is_empty()) else {
            return;
        };
        if rest.is_empty() {
            self.stale.remove(&slot);
        } else if let Some(stale) = self.stale.get_mut(&slot) {
            stale.kind.insert(rest, kind.clone());
        }
    }

    /// What may be in a place although something else is known of it.
    pub fn stale_kind(&self, root: StateRoot, path: &[Step]) -> Option<StaleKind> {
        let (slot, rest) = slot(root, path).filter(|_| !self.stale.is_empty())?;
        let StaleKind { kind, cause } = self.stale.get(&slot)?;
        Some(StaleKind { kind: kind.get(rest), cause: *cause })
    }
}

/// The slot that a place lies in, and its path in there. Of the event only fields are followed.
fn slot(root: StateRoot, path: &[Step]) -> Option<(Slot, &[Step])> {
    let root = match root.of_event() {
        Ok(root) => root,
        Err(id) => return Some((Slot::Variable(id), path)),
    };
    match path.split_first()? {
        (Step::Field(name), rest) => Some((Slot::Field(root, name.clone()), rest)),
        (Step::Index(_), _) => None,
    }
}

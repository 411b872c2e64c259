//! What may be in a place besides what is known of it.
//!
//! As in VRL, what a closure assigns to names from outside is forgotten behind it, and what `del` takes
//! out of a variable stays known. It is remembered here for the sake of warnings alone.

use vrlet_diagnostic::Span;
use vrlet_value::{Kind, Step};

use super::journal::{Content, Slot};
use super::{Changes, Side, State, Store};

/// What may be in a place by now.
#[derive(Clone, Debug)]
pub(in super::super) struct Doubt {
    pub kind: Kind,
    /// The closure or the call that brought it there.
    pub cause: Span,
}

impl State {
    /// Ends a closure: the state is as it was before it, and what it may have changed is in doubt.
    pub fn forget(&mut self, cause: Span) {
        let Changes(changes) = self.roll_back();
        for (slot, made) in changes {
            let known = self.content(&slot);
            if let (Some(known), Some(made)) = (known.kind(), made.kind())
                && !made.is_subset_of(known)
            {
                self.doubts.insert(slot, Doubt { kind: made.clone(), cause });
            }
        }
    }

    /// Notes what a call makes of a variable, of which what is known stays.
    pub(super) fn doubt_variable(
        &mut self,
        store: Store,
        cause: Span,
        change: impl FnOnce(&mut Kind),
    ) {
        let Store::Variable(id) = store else { return };
        let Some(known) = self.fact(id).map(|fact| fact.kind.clone()) else { return };
        let doubt = self.doubts.entry(Slot::Variable(id)).or_insert(Doubt { kind: known, cause });
        change(&mut doubt.kind);
        doubt.cause = cause;
    }

    /// Drops or changes what is in doubt of a place that is written.
    pub(super) fn settle(&mut self, store: Store, path: &[Step], kind: &Kind) {
        let Some((slot, rest)) = slot(store, path).filter(|_| !self.doubts.is_empty()) else {
            return;
        };
        if rest.is_empty() {
            self.doubts.remove(&slot);
        } else if let Some(doubt) = self.doubts.get_mut(&slot) {
            doubt.kind.insert(rest, kind.clone());
        }
    }

    /// What may be in a place although something else is known of it.
    pub fn doubt(&self, store: Store, path: &[Step]) -> Option<Doubt> {
        let (slot, rest) = slot(store, path).filter(|_| !self.doubts.is_empty())?;
        let Doubt { kind, cause } = self.doubts.get(&slot)?;
        Some(Doubt { kind: kind.get(rest), cause: *cause })
    }
}

/// The slot that a place lies in, and its path in there. Of the event only fields are followed.
fn slot(store: Store, path: &[Step]) -> Option<(Slot, &[Step])> {
    let side = match store {
        Store::Variable(id) => return Some((Slot::Variable(id), path)),
        Store::Event => Side::Event,
        Store::Metadata => Side::Metadata,
    };
    match path.split_first()? {
        (Step::Field(name), rest) => Some((Slot::Field(side, name.clone()), rest)),
        (Step::Index(_), _) => None,
    }
}

impl Content {
    fn kind(&self) -> Option<&Kind> {
        match self {
            Self::Whole(kind) => Some(kind),
            Self::Field(kind) => kind.as_ref(),
            Self::Variable(fact) => fact.as_ref().map(|fact| &fact.kind),
        }
    }
}

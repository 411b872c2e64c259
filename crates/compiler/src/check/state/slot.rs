//! Slots: the units in which the checker's state is saved and joined: a variable, a field of event or
//! metadata, or one of these as a whole.

use std::collections::{HashMap, HashSet};

use vrlet_diagnostic::Span;
use vrlet_value::{EventRoot, Key, Kind, Value};

use crate::tree::VariableId;

/// What is known of a variable.
#[derive(Clone, PartialEq, Debug)]
pub(in super::super) struct VarInfo {
    pub kind: Kind,
    /// The constant that was assigned last.
    pub constant: Option<Value>,
}

/// A part of the state that is saved and united on its own.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Slot {
    Whole(EventRoot),
    /// A field of the first level: programs touch few of many.
    Field(EventRoot, Key),
    Variable(VariableId),
}

/// What a slot holds.
#[derive(Clone, Debug)]
pub(super) enum Content {
    Whole(Kind),
    /// `None` where only the kind of unknown fields speaks for it.
    Field(Option<Kind>),
    /// `None` before the first assignment.
    Variable(Option<VarInfo>),
}

/// What was known where a branch wrote first.
#[derive(Default, Debug)]
pub(super) struct Frame {
    pub(super) saves: Vec<(Slot, Content)>,
    pub(super) seen: HashSet<Slot>,
}

/// What a branch made of the slots it touched.
#[derive(Default, Debug)]
pub(in super::super) struct Changes(pub(super) HashMap<Slot, Content>);

/// What may be in a place by now.
#[derive(Clone, Debug)]
pub(in super::super) struct StaleKind {
    pub kind: Kind,
    /// The closure or the call that brought it there.
    pub cause: Span,
}

impl Content {
    pub(super) fn kind(&self) -> Option<&Kind> {
        match self {
            Self::Whole(kind) => Some(kind),
            Self::Field(kind) => kind.as_ref(),
            Self::Variable(info) => info.as_ref().map(|info| &info.kind),
        }
    }
}

impl Frame {
    pub(super) fn covers(&self, slot: &Slot) -> bool {
        self.seen.contains(slot)
            || matches!(slot, Slot::Field(root, _) if self.seen.contains(&Slot::Whole(*root)))
    }

    pub(super) fn save(&mut self, slot: Slot, content: Content) {
        if !self.covers(&slot) {
            self.seen.insert(slot.clone());
            self.saves.push((slot, content));
        }
    }
}

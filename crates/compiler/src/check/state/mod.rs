//! The state of the type checker: kinds of event, metadata and variables at this point of the program.
//!
//! There is one state and it is never copied: what branches do to it goes through its [journal].

mod journal;
mod slot;
mod stale_kind;

use std::collections::HashMap;

use vrlet_diagnostic::Span;
use vrlet_value::{EventRoot, Kind, KindSet, Root, Step, Value, WritableRoot};

use crate::tree::VariableId;
pub(super) use slot::Changes;
use slot::{Frame, Slot, StaleKind, VarInfo};

/// A root of which the state knows something.
pub(super) type StateRoot = WritableRoot<VariableId>;

const EVENT_ROOTS: [EventRoot; 2] = [Root::Event, Root::Metadata];

#[derive(Debug)]
pub(super) struct State {
    event: Kind,
    metadata: Kind,
    variables: Vec<Option<VarInfo>>,
    frames: Vec<Frame>,
    stale: HashMap<Slot, StaleKind>,
}

impl State {
    /// The state at the start of a program.
    pub fn of(event: Kind, metadata: Kind) -> Self {
        Self { event, metadata, variables: Vec::new(), frames: Vec::new(), stale: HashMap::new() }
    }

    /// Makes room for a variable without a value yet.
    pub fn declare(&mut self) -> VariableId {
        let id = VariableId(
            u32::try_from(self.variables.len()).expect("sources are shorter than 4 GiB"),
        );
        self.variables.push(None);
        id
    }

    /// The kind of what a read at `path` gives.
    pub fn kind_at(&self, root: StateRoot, path: &[Step]) -> Kind {
        match root {
            Root::Event => self.event.get(path),
            Root::Metadata => self.metadata.get(path),
            Root::Variable(id) => {
                self.var_info(id).map_or(Kind::undefined(), |info| info.kind.get(path))
            }
        }
    }

    /// The kind of an event, metadata, or variable as a whole.
    pub fn root(&self, root: StateRoot) -> Option<&Kind> {
        match root {
            Root::Event => Some(&self.event),
            Root::Metadata => Some(&self.metadata),
            Root::Variable(id) => self.var_info(id).map(|info| &info.kind),
        }
    }

    /// What is known of a variable; `None` before its first assignment.
    pub fn var_info(&self, id: VariableId) -> Option<&VarInfo> {
        self.variables.get(id.0 as usize)?.as_ref()
    }

    /// Which step of a path can't be written, because what stands before it is no container for it. Of
    /// the metadata it can be written also where it could be in the event, as VRL mixes them up.
    pub fn can_hold(&self, root: StateRoot, path: &[Step]) -> Result<(), usize> {
        match root {
            Root::Event => self.event.can_hold(path),
            Root::Metadata => self
                .metadata
                .can_hold(path)
                .or_else(|step| self.event.can_hold(path).map_err(|_| step)),
            Root::Variable(id) => self.var_info(id).map_or(Ok(()), |info| info.kind.can_hold(path)),
        }
    }

    /// Stores a value of a kind. A constant becomes that of the whole variable whatever the path, as in
    /// VRL.
    pub fn write(&mut self, root: StateRoot, path: &[Step], kind: Kind, constant: Option<Value>) {
        self.clear_stale(root, path, &kind);
        match root {
            Root::Event => self.change(Root::Event, path, |whole| whole.insert(path, kind)),
            Root::Metadata => self.change(Root::Metadata, path, |whole| whole.insert(path, kind)),
            Root::Variable(id) => {
                self.save(&Slot::Variable(id));
                let info = &mut self.variables[id.0 as usize];
                match info {
                    // A value that never comes changes nothing, but it is all that a new variable has.
                    None if kind.is_never() => *info = Some(VarInfo { kind, constant }),
                    None => {
                        let mut fresh = Kind::undefined();
                        fresh.insert(path, kind);
                        *info = Some(VarInfo { kind: fresh, constant });
                    }
                    Some(info) => {
                        info.kind.insert(path, kind);
                        info.constant = constant;
                    }
                }
            }
        }
    }

    /// Lets a function change what is known of the root of its place argument, at the path's first step
    /// and below. What is known of variables stays, as in VRL.
    pub fn transform(
        &mut self,
        root: StateRoot,
        path: &[Step],
        cause: Span,
        change: impl FnOnce(&mut Kind),
    ) {
        match root {
            Root::Event => self.change(Root::Event, path, change),
            Root::Metadata => self.change(Root::Metadata, path, change),
            Root::Variable(_) => self.mark_stale(root, cause, change),
        }
    }

    fn change(&mut self, root: EventRoot, path: &[Step], change: impl FnOnce(&mut Kind)) {
        let is_object =
            !self.event_kind(root).is_never() && self.event_kind(root).is(KindSet::OBJECT);
        let slot = match path.first() {
            Some(Step::Field(name)) if is_object => Slot::Field(root, name.clone()),
            _ => Slot::Whole(root),
        };
        self.save(&slot);
        change(self.event_kind_mut(root));
    }

    fn event_kind(&self, root: EventRoot) -> &Kind {
        match root {
            Root::Event => &self.event,
            Root::Metadata => &self.metadata,
        }
    }

    fn event_kind_mut(&mut self, root: EventRoot) -> &mut Kind {
        match root {
            Root::Event => &mut self.event,
            Root::Metadata => &mut self.metadata,
        }
    }
}

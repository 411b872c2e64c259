//! What is known of the event, the metadata and the variables while checking moves through a program.
//!
//! There is one state and it is never copied. A branch opens a frame of a journal; the first write to a
//! slot in it saves what was known there before. At the end of the branch the state is rolled back and
//! the branch keeps what it made of the slots it touched: where branches join, only those are united,
//! since everything else is the same on all sides.

use std::collections::HashMap;
use std::collections::HashSet;

use vrlet_value::{Key, Kind, Step, Value};

use super::constant::same;
use crate::tree::VariableId;

/// What a place's path starts from, if it can be written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Store {
    Event,
    Metadata,
    Variable(VariableId),
}

/// What is known of a variable.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Fact {
    pub kind: Kind,
    /// The constant that was assigned last.
    pub constant: Option<Value>,
}

/// The event or the metadata.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Side {
    Event,
    Metadata,
}

const SIDES: [Side; 2] = [Side::Event, Side::Metadata];

/// A part of the state that is saved and united on its own.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Slot {
    Whole(Side),
    /// A field of the first level: programs touch few of many.
    Field(Side, Key),
    Variable(VariableId),
}

/// What a slot holds.
#[derive(Clone, Debug)]
enum Content {
    Whole(Kind),
    /// `None` where only the kind of unknown fields speaks for it.
    Field(Option<Kind>),
    /// `None` before the first assignment.
    Variable(Option<Fact>),
}

#[derive(Default, Debug)]
struct Frame {
    saves: Vec<(Slot, Content)>,
    seen: HashSet<Slot>,
}

/// What a branch made of the slots it touched.
#[derive(Default, Debug)]
pub(super) struct Changes(HashMap<Slot, Content>);

#[derive(Debug)]
pub(super) struct State {
    event: Kind,
    metadata: Kind,
    variables: Vec<Option<Fact>>,
    frames: Vec<Frame>,
}

impl State {
    /// The state at the start of a program: two objects of which nothing is known.
    pub fn new() -> Self {
        Self {
            event: Kind::any_object(),
            metadata: Kind::any_object(),
            variables: Vec::new(),
            frames: Vec::new(),
        }
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
    pub fn kind_at(&self, store: Store, path: &[Step]) -> Kind {
        match store {
            Store::Event => self.event.get(path),
            Store::Metadata => self.metadata.get(path),
            Store::Variable(id) => {
                self.fact(id).map_or(Kind::undefined(), |fact| fact.kind.get(path))
            }
        }
    }

    /// What is known of a variable; `None` before its first assignment.
    pub fn fact(&self, id: VariableId) -> Option<&Fact> {
        self.variables.get(id.0 as usize)?.as_ref()
    }

    /// Which step of a path can't be written, because what stands before it is no container for it.
    pub fn can_hold(&self, store: Store, path: &[Step]) -> Result<(), usize> {
        match store {
            Store::Event => self.event.can_hold(path),
            Store::Metadata => self.metadata.can_hold(path),
            Store::Variable(id) => self.fact(id).map_or(Ok(()), |fact| fact.kind.can_hold(path)),
        }
    }

    /// Stores a value of a kind. A constant becomes that of the whole variable whatever the path, as in
    /// VRL.
    pub fn write(&mut self, store: Store, path: &[Step], kind: Kind, constant: Option<Value>) {
        match store {
            Store::Event => self.change(Side::Event, path, |root| root.insert(path, kind)),
            Store::Metadata => self.change(Side::Metadata, path, |root| root.insert(path, kind)),
            Store::Variable(id) => {
                self.save(&Slot::Variable(id));
                let fact = &mut self.variables[id.0 as usize];
                match fact {
                    // A value that never comes changes nothing, but it is all that a new variable has.
                    None if kind.is_never() => *fact = Some(Fact { kind, constant }),
                    None => {
                        let mut fresh = Kind::undefined();
                        fresh.insert(path, kind);
                        *fact = Some(Fact { kind: fresh, constant });
                    }
                    Some(fact) => {
                        fact.kind.insert(path, kind);
                        fact.constant = constant;
                    }
                }
            }
        }
    }

    /// Lets a function change what is known of the root of its place argument, at the path's first step
    /// and below. What is known of variables stays, as in VRL.
    pub fn transform(&mut self, store: Store, path: &[Step], change: impl FnOnce(&mut Kind)) {
        match store {
            Store::Event => self.change(Side::Event, path, change),
            Store::Metadata => self.change(Side::Metadata, path, change),
            Store::Variable(_) => {}
        }
    }

    fn change(&mut self, side: Side, path: &[Step], change: impl FnOnce(&mut Kind)) {
        let is_object =
            !self.side(side).is_never() && self.side(side).is(vrlet_value::KindSet::OBJECT);
        let slot = match path.first() {
            Some(Step::Field(name)) if is_object => Slot::Field(side, name.clone()),
            _ => Slot::Whole(side),
        };
        self.save(&slot);
        change(self.side_mut(side));
    }

    fn side(&self, side: Side) -> &Kind {
        match side {
            Side::Event => &self.event,
            Side::Metadata => &self.metadata,
        }
    }

    fn side_mut(&mut self, side: Side) -> &mut Kind {
        match side {
            Side::Event => &mut self.event,
            Side::Metadata => &mut self.metadata,
        }
    }
}

/// The journal.
impl State {
    /// How many frames are open, for [`State::close`].
    pub fn depth(&self) -> usize {
        self.frames.len()
    }

    /// Begins a branch.
    pub fn open(&mut self) {
        self.frames.push(Frame::default());
    }

    /// Whether the innermost branch wrote nothing so far.
    pub fn is_untouched(&self) -> bool {
        self.frames.last().is_none_or(|frame| frame.saves.is_empty())
    }

    /// Ends a branch: the state is as it was when it began, and the branch's changes are handed out.
    pub fn roll_back(&mut self) -> Changes {
        let frame = self.frames.pop().unwrap_or_default();
        let mut changes = HashMap::new();
        for (slot, saved) in frame.saves.into_iter().rev() {
            let covered =
                matches!(&slot, Slot::Field(side, _) if frame.seen.contains(&Slot::Whole(*side)));
            let made = self.swap(&slot, saved);
            if !covered {
                changes.insert(slot, made);
            }
        }
        Changes(changes)
    }

    /// Ends the branches above `depth` and keeps what they did: for leaving after an error.
    pub fn close(&mut self, depth: usize) {
        while self.frames.len() > depth {
            let frame = self.frames.pop().unwrap_or_default();
            let Some(outer) = self.frames.last_mut() else { continue };
            for (slot, saved) in frame.saves {
                outer.save(slot, saved);
            }
        }
    }

    /// Joins branches of which one runs. A variable that only some assign is what they make of it.
    pub fn join(&mut self, branches: Vec<Changes>) {
        let branches = self.align(branches);
        let count = branches.len();
        let mut joined: HashMap<Slot, (Content, usize)> = HashMap::new();
        for Changes(branch) in branches {
            for (slot, content) in branch {
                let united = match joined.remove(&slot) {
                    Some((before, touched)) => (self.unite(&slot, before, content), touched + 1),
                    None => (content, 1),
                };
                joined.insert(slot, united);
            }
        }
        for (slot, (content, touched)) in joined {
            let content = if touched < count {
                let base = self.content(&slot);
                self.unite(&slot, content, base)
            } else {
                content
            };
            self.save(&slot);
            self.swap(&slot, content);
        }
    }

    /// Where one branch replaced a whole root, the others' fields become whole roots as well.
    fn align(&self, mut branches: Vec<Changes>) -> Vec<Changes> {
        for side in SIDES {
            let whole = Slot::Whole(side);
            if !branches.iter().any(|Changes(branch)| branch.contains_key(&whole)) {
                continue;
            }
            for Changes(branch) in &mut branches {
                if branch.contains_key(&whole) {
                    continue;
                }
                let mut kind = self.side(side).clone();
                branch.retain(|slot, content| match (slot, content) {
                    (Slot::Field(of, name), Content::Field(field)) if *of == side => {
                        kind.replace_known_field(name, field.take());
                        false
                    }
                    _ => true,
                });
                branch.insert(whole.clone(), Content::Whole(kind));
            }
        }
        branches
    }

    fn unite(&self, slot: &Slot, left: Content, right: Content) -> Content {
        match (slot, left, right) {
            (Slot::Field(..), Content::Field(None), Content::Field(None)) => Content::Field(None),
            (Slot::Field(side, _), Content::Field(left), Content::Field(right)) => {
                let rest = self.side(*side).as_object().and_then(|object| object.rest()).cloned();
                let rest = rest.unwrap_or(Kind::undefined());
                Content::Field(Some(left.as_ref().unwrap_or(&rest).union(right.as_ref().unwrap_or(&rest))))
            }
            (_, Content::Whole(left), Content::Whole(right)) => Content::Whole(left.union(&right)),
            (_, Content::Variable(Some(left)), Content::Variable(Some(right))) => {
                let constant = left
                    .constant
                    .filter(|left| right.constant.as_ref().is_some_and(|right| same(left, right)));
                Content::Variable(Some(Fact { kind: left.kind.union(&right.kind), constant }))
            }
            (_, Content::Variable(left), Content::Variable(right)) => {
                Content::Variable(left.or(right))
            }
            (_, left, _) => left,
        }
    }

    fn save(&mut self, slot: &Slot) {
        if self.frames.last().is_some_and(|frame| !frame.covers(slot)) {
            let content = self.content(slot);
            if let Some(frame) = self.frames.last_mut() {
                frame.save(slot.clone(), content);
            }
        }
    }

    fn content(&self, slot: &Slot) -> Content {
        match slot {
            Slot::Whole(side) => Content::Whole(self.side(*side).clone()),
            Slot::Field(side, name) => Content::Field(self.side(*side).known_field(name).cloned()),
            Slot::Variable(id) => Content::Variable(self.fact(*id).cloned()),
        }
    }

    fn swap(&mut self, slot: &Slot, content: Content) -> Content {
        match (slot, content) {
            (Slot::Whole(side), Content::Whole(kind)) => {
                Content::Whole(std::mem::replace(self.side_mut(*side), kind))
            }
            (Slot::Field(side, name), Content::Field(kind)) => {
                Content::Field(self.side_mut(*side).replace_known_field(name, kind))
            }
            (Slot::Variable(id), Content::Variable(fact)) => {
                Content::Variable(std::mem::replace(&mut self.variables[id.0 as usize], fact))
            }
            (_, other) => unreachable!("a slot keeps its form: {other:?}"),
        }
    }
}

impl Frame {
    fn covers(&self, slot: &Slot) -> bool {
        self.seen.contains(slot)
            || matches!(slot, Slot::Field(side, _) if self.seen.contains(&Slot::Whole(*side)))
    }

    fn save(&mut self, slot: Slot, content: Content) {
        if !self.covers(&slot) {
            self.seen.insert(slot.clone());
            self.saves.push((slot, content));
        }
    }
}

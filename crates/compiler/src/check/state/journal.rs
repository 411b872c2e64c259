//! The undo log of the checker's state: branches are checked one after the other on the same state, rolled
//! back, and joined.
//!
//! A branch opens a frame; the first write to a slot in it saves what was known there before. At the end
//! of the branch the state is rolled back, and the branch keeps what it made of the slots it touched.
//! Where branches join, only those are united, since everything else is the same on all sides: so
//! checking takes time in proportion to what a program writes.

use std::collections::HashMap;

use vrlet_value::Kind;

use super::super::constant::same;
use super::slot::{Changes, Content, Frame, Slot, VarInfo};
use super::{EVENT_ROOTS, State};

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
                matches!(&slot, Slot::Field(root, _) if frame.seen.contains(&Slot::Whole(*root)));
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
        for root in EVENT_ROOTS {
            let whole = Slot::Whole(root);
            if !branches.iter().any(|Changes(branch)| branch.contains_key(&whole)) {
                continue;
            }
            for Changes(branch) in &mut branches {
                if branch.contains_key(&whole) {
                    continue;
                }
                let mut kind = self.event_kind(root).clone();
                branch.retain(|slot, content| match (slot, content) {
                    (Slot::Field(of, name), Content::Field(field)) if *of == root => {
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
            (Slot::Field(root, _), Content::Field(left), Content::Field(right)) => {
                let rest =
                    self.event_kind(*root).as_object().and_then(|object| object.rest()).cloned();
                let rest = rest.unwrap_or(Kind::undefined());
                Content::Field(Some(
                    left.as_ref().unwrap_or(&rest).union(right.as_ref().unwrap_or(&rest)),
                ))
            }
            (_, Content::Whole(left), Content::Whole(right)) => Content::Whole(left.union(&right)),
            (_, Content::Variable(Some(left)), Content::Variable(Some(right))) => {
                let constant = left
                    .constant
                    .filter(|left| right.constant.as_ref().is_some_and(|right| same(left, right)));
                Content::Variable(Some(VarInfo { kind: left.kind.union(&right.kind), constant }))
            }
            (_, Content::Variable(left), Content::Variable(right)) => {
                Content::Variable(left.or(right))
            }
            (_, left, _) => left,
        }
    }

    pub(super) fn save(&mut self, slot: &Slot) {
        if self.frames.last().is_some_and(|frame| !frame.covers(slot)) {
            let content = self.content(slot);
            if let Some(frame) = self.frames.last_mut() {
                frame.save(slot.clone(), content);
            }
        }
    }

    pub(super) fn content(&self, slot: &Slot) -> Content {
        match slot {
            Slot::Whole(root) => Content::Whole(self.event_kind(*root).clone()),
            Slot::Field(root, name) => {
                Content::Field(self.event_kind(*root).known_field(name).cloned())
            }
            Slot::Variable(id) => Content::Variable(self.var_info(*id).cloned()),
        }
    }

    fn swap(&mut self, slot: &Slot, content: Content) -> Content {
        match (slot, content) {
            (Slot::Whole(root), Content::Whole(kind)) => {
                Content::Whole(std::mem::replace(self.event_kind_mut(*root), kind))
            }
            (Slot::Field(root, name), Content::Field(kind)) => {
                Content::Field(self.event_kind_mut(*root).replace_known_field(name, kind))
            }
            (Slot::Variable(id), Content::Variable(info)) => {
                Content::Variable(std::mem::replace(&mut self.variables[id.0 as usize], info))
            }
            (_, other) => unreachable!("a slot keeps its form: {other:?}"),
        }
    }
}

//! Bytecode of reads: the event, the metadata, variables and paths below them.

use vrlet_diagnostic::Span;
use vrlet_value::{Path, Root, Step, WritableRoot};
use vrlet_vm::{Op, PlaceRef, Reg};

use super::{Dest, Emitter, register};
use crate::tree::{Place, VariableId};

impl Emitter {
    pub(super) fn get(&mut self, Place { root, path }: Place, dest: Dest, span: Span) {
        match (root.writable(), dest) {
            (Err(expr), dest) => {
                let from = self.value(*expr);
                if let Dest::Value(to) = dest {
                    let path = self.path(path);
                    self.write(Op::Path { to, from, path }, span);
                }
            }
            (Ok(root), Dest::Value(to)) => self.read(root, &path, to, span),
            (Ok(Root::Variable(variable)), Dest::Nothing) => {
                self.liveness.is_last(variable);
            }
            (Ok(Root::Event | Root::Metadata), Dest::Nothing) => {}
        }
    }

    /// Reads a place with a root of its own.
    pub(super) fn read(
        &mut self,
        root: WritableRoot<VariableId>,
        path: &Path,
        to: Reg,
        span: Span,
    ) {
        let op = match (root, &**path) {
            (Root::Event, [Step::Field(name)]) => {
                let key = self.key(name.clone());
                Op::EventField { to, key, cache: self.field_cache() }
            }
            (Root::Event, _) => Op::Event { to, path: self.path(path.clone()) },
            (Root::Metadata, _) => Op::Metadata { to, path: self.path(path.clone()) },
            (Root::Variable(variable), []) => {
                let last = self.liveness.is_last(variable) || self.overwritten == Some(variable);
                let from = register(variable);
                if last { Op::Move { to, from } } else { Op::Copy { to, from } }
            }
            (Root::Variable(variable), _) => {
                self.liveness.is_last(variable);
                Op::Path { to, from: register(variable), path: self.path(path.clone()) }
            }
        };
        self.write(op, span);
    }

    /// A place as a call refers to it.
    pub(super) fn place_ref(&mut self, Place { root, path }: Place) -> PlaceRef {
        let root = match root {
            Root::Event => Root::Event,
            Root::Metadata => Root::Metadata,
            Root::Variable(variable) => {
                self.liveness.is_last(variable);
                Root::Variable(register(variable))
            }
            Root::Expression(expr) => Root::Expression(self.value(*expr)),
        };
        PlaceRef { root, path: self.path(path) }
    }
}

//! Reads of the event, the metadata, variables and what lies below them.

use vrlet_diagnostic::Span;
use vrlet_value::Step;
use vrlet_vm::{Op, PlaceRef, PlaceSource, Reg};

use super::{Dest, Emitter, register};
use crate::tree::{Place, PlaceRoot};

impl Emitter {
    pub(super) fn get(&mut self, place: Place, dest: Dest, span: Span) {
        match (place.root, dest) {
            (PlaceRoot::Expr(expr), dest) => {
                let from = self.value(*expr);
                if let Dest::Value(to) = dest {
                    let path = self.path(place.path);
                    self.write(Op::Below { to, from, path }, span);
                }
            }
            (PlaceRoot::Variable(variable), Dest::Nothing) => {
                self.liveness.is_last(variable);
            }
            (PlaceRoot::Event | PlaceRoot::Metadata, Dest::Nothing) => {}
            (root, Dest::Value(to)) => self.read(&Place { root, path: place.path }, to, span),
        }
    }

    /// Reads a place with a root of its own.
    pub(super) fn read(&mut self, place: &Place, to: Reg, span: Span) {
        let op = match (&place.root, &*place.path) {
            (PlaceRoot::Event, [Step::Field(name)]) => {
                let key = self.key(name.clone());
                Op::EventField { to, key, cache: self.field_cache() }
            }
            (PlaceRoot::Event, _) => Op::Event { to, path: self.path(place.path.clone()) },
            (PlaceRoot::Metadata, _) => Op::Metadata { to, path: self.path(place.path.clone()) },
            (PlaceRoot::Variable(variable), []) => {
                let last = self.liveness.is_last(*variable) || self.overwritten == Some(*variable);
                let from = register(*variable);
                if last { Op::Move { to, from } } else { Op::Copy { to, from } }
            }
            (PlaceRoot::Variable(variable), _) => {
                self.liveness.is_last(*variable);
                Op::Below { to, from: register(*variable), path: self.path(place.path.clone()) }
            }
            (PlaceRoot::Expr(_), _) => unreachable!("an expression has no place to read"),
        };
        self.write(op, span);
    }

    /// A place as a call refers to it.
    pub(super) fn place_ref(&mut self, place: Place) -> PlaceRef {
        let source = match place.root {
            PlaceRoot::Event => PlaceSource::Event,
            PlaceRoot::Metadata => PlaceSource::Metadata,
            PlaceRoot::Variable(variable) => {
                self.liveness.is_last(variable);
                PlaceSource::Register(register(variable))
            }
            PlaceRoot::Expr(expr) => PlaceSource::Register(self.value(*expr)),
        };
        PlaceRef { source, path: self.path(place.path) }
    }
}

//! Assignment targets: what can be assigned to, and the kind of the place afterwards.

use std::convert::Infallible;

use vrlet_parser::ast;
use vrlet_value::{Kind, Root, Value, WritableRoot};

use super::Checker;
use super::path::path;
use crate::error;
use crate::tree::{Place, Target};

impl Checker<'_> {
    /// Checks a target.
    pub(super) fn target(&mut self, target: &ast::Expr) -> Option<Target> {
        if target.is_discard() {
            return Some(Target::Discard);
        }
        let Some((root, segments)) = written(target) else {
            return self.fail(error::not_assignable(target.span));
        };
        let path = path(segments);
        let root = root.map(
            |name| self.scope.get(name).unwrap_or_else(|| self.declare(name, target.span)),
            |never: Infallible| never,
        );
        self.note_field(root, &path);
        if self.options.is_read_only(root, &path) {
            return self.fail(error::read_only(target.span));
        }
        if let Err(step) = self.state.can_hold(root, &path) {
            let parent = self.state.kind_at(root, &path[..step]);
            return self.fail(error::parent_not_container(target, &segments[step], &parent));
        }
        Some(Target::Place(Place { root, path }))
    }

    /// Notes what a target gets.
    pub(super) fn store(&mut self, target: &Target, kind: Kind, constant: Option<Value>) {
        if let Target::Place(place) = target {
            self.state.write(place.root, &place.path, kind, constant);
        }
    }

    /// Notes a place whose value did not compile: it is not to blame for what reads it.
    pub(super) fn note_failed(&mut self, target: &ast::Expr) {
        if let Some((root, segments)) = written(target) {
            let root = root.map(str::to_owned, |never| never);
            self.failed.insert((root, path(segments)));
        }
    }
}

/// Root and path of a target, if it is a place at all.
pub(super) fn written(target: &ast::Expr) -> Option<(WritableRoot<&str>, &[ast::Segment])> {
    match &target.node {
        ast::Node::Variable(name) => Some((Root::Variable(name), &[])),
        ast::Node::Query(query) => {
            let root = query.root.as_ref().writable().ok()?;
            Some((root.map(|name| name.text.as_str(), |never| never), &query.path))
        }
        _ => None,
    }
}

//! Targets of assignments: where a value can go, and what is known of the place afterwards.

use vrlet_parser::ast::{self, QueryRoot};
use vrlet_value::{Kind, Path, Value};

use super::query::path;
use super::{Checker, FailedRoot, Store};
use crate::error;
use crate::tree::{Place, PlaceRoot};

/// A place that can be written.
pub(super) struct Target {
    store: Store,
    place: Place,
}

/// What a target's path starts from, as written.
enum Root<'a> {
    Event,
    Metadata,
    Variable(&'a str),
}

impl Checker<'_> {
    /// Checks a target; inside, `None` is `_`.
    #[allow(
        clippy::option_option,
        reason = "the outer one says whether it compiles, as everywhere in here"
    )]
    pub(super) fn target(&mut self, target: &ast::Expr) -> Option<Option<Target>> {
        if target.is_discard() {
            return Some(None);
        }
        let Some((root, segments)) = written(target) else {
            return self.fail(error::not_assignable(target.span));
        };
        let path = path(segments);
        let store = match root {
            Root::Event => Store::Event,
            Root::Metadata => Store::Metadata,
            Root::Variable(name) => match self.scope.get(name) {
                Some(id) => Store::Variable(id),
                None => Store::Variable(self.declare(name, target.span)),
            },
        };
        self.note_field(store, &path);
        let place_root = match store {
            Store::Event => PlaceRoot::Event,
            Store::Metadata => PlaceRoot::Metadata,
            Store::Variable(id) => PlaceRoot::Variable(id),
        };
        if !matches!(store, Store::Variable(_))
            && self.options.read_only(store == Store::Metadata, &path)
        {
            return self.fail(error::read_only(target.span));
        }
        if let Err(step) = self.state.can_hold(store, &path) {
            let parent = self.state.kind_at(store, &path[..step]);
            return self.fail(error::parent_not_container(target, &segments[step], &parent));
        }
        Some(Some(Target { store, place: Place { root: place_root, path } }))
    }

    /// Notes what a target gets.
    pub(super) fn store(
        &mut self,
        target: Option<Target>,
        kind: Kind,
        constant: Option<Value>,
    ) -> Option<Place> {
        let Target { store, place } = target?;
        self.state.write(store, &place.path, kind, constant);
        Some(place)
    }

    /// Notes a place whose value did not compile: it is not to blame for what reads it.
    pub(super) fn note_failed(&mut self, target: &ast::Expr) {
        if let Some((root, segments)) = written(target) {
            let root = match root {
                Root::Event => FailedRoot::Event,
                Root::Metadata => FailedRoot::Metadata,
                Root::Variable(name) => FailedRoot::Variable(name.to_owned()),
            };
            let place: (FailedRoot, Path) = (root, path(segments));
            self.failed.insert(place);
        }
    }
}

/// Root and path of a target, if it is a place at all.
fn written(target: &ast::Expr) -> Option<(Root<'_>, &[ast::Segment])> {
    match &target.node {
        ast::Node::Variable(name) => Some((Root::Variable(name), &[])),
        ast::Node::Query(query) => {
            let root = match &query.root {
                QueryRoot::Event => Root::Event,
                QueryRoot::Metadata => Root::Metadata,
                QueryRoot::Variable(name) => Root::Variable(&name.text),
                QueryRoot::Expr(_) => return None,
            };
            Some((root, &query.path))
        }
        _ => None,
    }
}

//! Type rules of reads: variables, event and metadata, whole or at a path.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast;
use vrlet_value::{EventRoot, Kind, Path, Root, Step, Value, WritableRoot};

use super::path::path;
use super::{Checker, StateRoot, TypedExpr};
use crate::error;
use crate::tree::{Node, Place, VariableId};

/// A place that is read, with what is known of it.
pub(super) struct Read {
    pub place: Place,
    pub type_def: TypeDef,
    pub constant: Option<Value>,
}

impl Checker<'_> {
    pub(super) fn variable(&mut self, name: &str, span: Span) -> Option<TypedExpr> {
        let read = self.read_variable(name, span, Path::root())?;
        Some(TypedExpr {
            constant: read.constant,
            ..TypedExpr::new(Node::Get(read.place), span, read.type_def)
        })
    }

    pub(super) fn query(&mut self, query: &ast::Query, span: Span) -> Option<TypedExpr> {
        let mark = self.pending.mark();
        let read = self.read(query)?;
        if let Root::Expression(root) = &query.root {
            self.pending.widen(mark, root.span, span, read.type_def.kind.set());
        }
        self.record_path(query, span);
        Some(TypedExpr {
            constant: read.constant,
            ..TypedExpr::new(Node::Get(read.place), span, read.type_def)
        })
    }

    pub(super) fn read(&mut self, query: &ast::Query) -> Option<Read> {
        let path = path(&query.path);
        let root: EventRoot = match &query.root {
            Root::Event => Root::Event,
            Root::Metadata => Root::Metadata,
            Root::Variable(name) => return self.read_variable(&name.text, name.span, path),
            Root::Expression(expr) => {
                let typed = self.expr(expr)?;
                let kind = typed.kind().get(&path);
                let type_def = TypeDef::new(kind).fallible_if(typed.fallible());
                let place = Place { root: Root::Expression(Box::new(typed.expr)), path };
                return Some(Read { place, type_def, constant: None });
            }
        };
        self.note_field(root.or_variable(), &path);
        if self.has_failed(root.or_variable(), &path) {
            return None;
        }
        let root = root.or_variable();
        let type_def = TypeDef::new(self.state.kind_at(root, &path));
        Some(Read { place: Place { root: root.or_expression(), path }, type_def, constant: None })
    }

    fn read_variable(&mut self, name: &str, span: Span, path: Path) -> Option<Read> {
        let failed = Root::Variable(name);
        if self.has_failed(failed, &path) || self.has_failed(failed, &Path::root()) {
            return None;
        }
        let Some(id) = self.scope.get(name) else { return self.undefined(name, span) };
        self.mark_read(id);
        self.record_mention(span, id, false);
        let constant = self.state.var_info(id).and_then(|info| info.constant.as_ref());
        let constant = constant.and_then(|constant| constant.get(&path)).cloned();
        let type_def = TypeDef::new(self.kind_of(id, &path));
        let place = Place { root: Root::Variable(id), path };
        Some(Read { place, type_def, constant })
    }

    pub(super) fn undefined<T>(&mut self, name: &str, span: Span) -> Option<T> {
        // Looking for similar names takes time, and nobody reads on and on.
        const MOST_SUGGESTIONS: usize = 100;
        let names = if self.errors.len() < MOST_SUGGESTIONS { usize::MAX } else { 0 };
        let variables = self.scope.names().take(names);
        let fields = self.fields.iter().take(names).map(|name| &**name);
        let registry = self.options.registry;
        let diagnostic =
            error::undefined_variable(self.source(), name, span, variables, fields, registry);
        self.fail(diagnostic)
    }

    /// Remembers the field of the event that a path begins with: its name without the dot is a slip.
    pub(super) fn note_field(&mut self, root: StateRoot, path: &Path) {
        if let (Root::Event, Some(Step::Field(name))) = (root, path.first())
            && !self.fields.contains(name)
        {
            self.fields.insert(name.clone());
        }
    }

    fn kind_of(&self, id: VariableId, path: &[Step]) -> Kind {
        self.state.kind_at(Root::Variable(id), path)
    }

    fn has_failed(&self, root: WritableRoot<&str>, path: &Path) -> bool {
        let failed = || (root.map(str::to_owned, |never| never), path.clone());
        !self.failed.is_empty() && self.failed.contains(&failed())
    }
}

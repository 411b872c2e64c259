//! What the checker notes for tools when they ask: the type of every expression, which variable each name
//! means, the calls, and what is known at one place. It costs nothing where nobody asks.

use vrlet_diagnostic::Span;
use vrlet_function::TypeDef;
use vrlet_parser::ast;
use vrlet_value::{Root, WritableRoot};

use super::path::path;
use super::target::written;
use super::{Checker, Mention, RecordedCall, TypeEnv, TypedVariable};
use crate::tree::VariableId;

impl Checker<'_> {
    /// Notes that an expression begins.
    pub(super) fn record_start(&mut self, start: u32) {
        let asked = self.recording.as_ref().and_then(|recording| recording.asked);
        if asked.is_some_and(|asked| start >= asked) {
            self.record_known();
        }
    }

    /// Notes what is known now, if that was asked for.
    pub(super) fn record_known(&mut self) {
        if self.recording.as_ref().is_none_or(|recording| recording.asked.is_none()) {
            return;
        }
        let kind = |root| self.state.kind_at(root, &[]);
        let mut visible: Vec<VariableId> = self.scope.variables().collect();
        visible.sort_unstable();
        let variables = visible.into_iter().map(|id| TypedVariable {
            name: self.variables[id.0 as usize].name.clone(),
            kind: kind(Root::Variable(id)),
            constant: self.state.var_info(id).and_then(|info| info.constant.clone()),
        });
        let variables = variables.collect();
        let (event, metadata) = (kind(Root::Event), kind(Root::Metadata));
        if let Some(recording) = &mut self.recording {
            recording.known = Some(TypeEnv { event, metadata, variables });
            recording.asked = None;
        }
    }

    pub(super) fn record_type(&mut self, span: Span, type_def: &TypeDef) {
        if let Some(recording) = &mut self.recording {
            recording.types.push((span, type_def.clone()));
        }
    }

    pub(super) fn record_mention(&mut self, span: Span, variable: VariableId, is_write: bool) {
        if let Some(recording) = &mut self.recording {
            recording.mentions.push(Mention { span, variable, is_write });
        }
    }

    /// Notes the types of what a path leads through.
    pub(super) fn record_path(&mut self, query: &ast::Query, span: Span) {
        if self.recording.is_none() {
            return;
        }
        let root = match &query.root {
            Root::Event => Root::Event,
            Root::Metadata => Root::Metadata,
            Root::Variable(name) => match self.scope.get(&name.text) {
                Some(id) => {
                    let kind = self.state.kind_at(Root::Variable(id), &[]);
                    self.record_type(name.span, &TypeDef::new(kind));
                    Root::Variable(id)
                }
                None => return,
            },
            Root::Expression(_) => return,
        };
        let path = path(&query.path);
        let before_last = query.path.len().saturating_sub(1);
        for (index, segment) in query.path.iter().enumerate().take(before_last) {
            let kind = self.state.kind_at(root, &path[..=index]);
            let through = Span { start: span.start, end: segment.span.end };
            self.record_type(through, &TypeDef::new(kind));
        }
    }

    /// Notes the target of an assignment, once it has its value.
    pub(super) fn record_target(&mut self, target: &ast::Expr, assignment: Span) {
        if self.recording.is_none() {
            return;
        }
        let Some((root, segments)) = written(target) else { return };
        let root: WritableRoot<VariableId> = match root {
            Root::Event => Root::Event,
            Root::Metadata => Root::Metadata,
            Root::Variable(name) => match self.scope.get(name) {
                Some(id) => Root::Variable(id),
                None => return,
            },
        };
        let kind = self.state.kind_at(root, &path(segments));
        self.record_type(target.span, &TypeDef::new(kind.clone()));
        if let Some(recording) = &mut self.recording {
            recording.writes.push((assignment, target.span, kind));
        }
        if let Root::Variable(id) = root {
            self.record_mention(name_of(target), id, true);
        }
        if let ast::Node::Query(query) = &target.node {
            self.record_path(query, target.span);
        }
    }

    pub(super) fn record_call(&mut self, call: &ast::Call) {
        if let (Some(recording), Some(function)) =
            (&mut self.recording, self.options.registry.get(&call.name.text))
        {
            let (name, span) = (call.name.span, call.span);
            recording.calls.push(RecordedCall { name, span, function, can_fail: None });
        }
    }

    pub(super) fn record_failing(&mut self, call: &ast::Call, can_fail: bool) {
        if let Some(recording) = &mut self.recording
            && let Some(record) =
                recording.calls.iter_mut().rev().find(|record| record.name == call.name.span)
        {
            record.can_fail = Some(can_fail);
        }
    }
}

/// Where the variable's name stands in a target.
fn name_of(target: &ast::Expr) -> Span {
    match &target.node {
        ast::Node::Query(ast::Query { root: Root::Variable(name), .. }) => name.span,
        _ => target.span,
    }
}

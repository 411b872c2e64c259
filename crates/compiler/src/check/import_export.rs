//! Import and export of the type environment: what programs in turn know of each other's variables.

use vrlet_diagnostic::Span;
use vrlet_value::{Kind, Path, Root};

use super::{Checker, State, StateRoot, TypeEnv, TypedVariable};
use crate::tree::{Variable, VariableId};

impl Checker<'_> {
    /// Takes over what programs before this one left.
    pub(super) fn import_env(&mut self, before: &TypeEnv) {
        let TypeEnv { event, metadata, variables } = before;
        self.state = State::of(event.clone(), metadata.clone());
        for TypedVariable { name, kind, constant } in variables {
            let id = self.declare(name, Span::default());
            self.state.write(Root::Variable(id), &Path::root(), kind.clone(), constant.clone());
        }
    }

    /// What the program leaves to those after it. Its variables live on only where it is one of
    /// several.
    pub(super) fn export_env(&mut self) -> TypeEnv {
        let (event, metadata) = (self.final_kind(Root::Event), self.final_kind(Root::Metadata));
        let mut env = TypeEnv { event, metadata, variables: Vec::new() };
        if self.options.before.is_some() {
            let mut visible: Vec<VariableId> = self.scope.variables().collect();
            visible.sort_unstable();
            env.variables.extend(visible.into_iter().map(|id| self.keep(id)));
        }
        env
    }

    fn keep(&mut self, id: VariableId) -> TypedVariable {
        let kind = self.final_kind(Root::Variable(id));
        let constant = self.state.var_info(id).and_then(|info| info.constant.clone());
        let variable: &mut Variable = &mut self.variables[id.0 as usize];
        variable.kept = true;
        TypedVariable {
            name: variable.name.clone(),
            kind,
            constant: constant.filter(|_| !self.ends_early()),
        }
    }

    /// What is known at the end of the program, which is nothing where it may end anywhere.
    fn final_kind(&self, root: StateRoot) -> Kind {
        if self.ends_early() { Kind::any() } else { self.state.kind_at(root, &Path::root()) }
    }

    /// Whether the program says `return` somewhere.
    fn ends_early(&self) -> bool {
        !self.returned.is_never()
    }
}

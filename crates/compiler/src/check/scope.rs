//! Which variable a name means: blocks, closures and their parameters open scopes.

use std::collections::HashMap;

use crate::tree::VariableId;

/// The names that are visible.
#[derive(Default, Debug)]
pub(super) struct Scope {
    visible: HashMap<String, VariableId>,
    /// For each open scope, what its names meant before.
    shadowed: Vec<Vec<(String, Option<VariableId>)>>,
}

impl Scope {
    /// The variable of a name.
    pub fn get(&self, name: &str) -> Option<VariableId> {
        self.visible.get(name).copied()
    }

    /// Gives a name a meaning until the innermost scope ends.
    pub fn bind(&mut self, name: &str, variable: VariableId) {
        let before = self.visible.insert(name.to_owned(), variable);
        if let Some(scope) = self.shadowed.last_mut() {
            scope.push((name.to_owned(), before));
        }
    }

    /// The names that are visible, in no order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.visible.keys().map(String::as_str)
    }

    /// The variables that are visible, in no order.
    pub fn variables(&self) -> impl Iterator<Item = VariableId> {
        self.visible.values().copied()
    }

    /// How many scopes are open, for [`Scope::close`].
    pub fn depth(&self) -> usize {
        self.shadowed.len()
    }

    /// Begins a scope.
    pub fn open(&mut self) {
        self.shadowed.push(Vec::new());
    }

    /// Ends the scopes above `depth` but keeps their names: they belong to the scope around them.
    pub fn merge(&mut self, depth: usize) {
        while self.shadowed.len() > depth {
            let inner = self.shadowed.pop().unwrap_or_default();
            if let Some(outer) = self.shadowed.last_mut() {
                outer.extend(inner);
            }
        }
    }

    /// Ends the scopes above `depth`; their names mean what they meant before.
    pub fn close(&mut self, depth: usize) {
        while self.shadowed.len() > depth {
            for (name, before) in self.shadowed.pop().unwrap_or_default().into_iter().rev() {
                match before {
                    Some(variable) => self.visible.insert(name, variable),
                    None => self.visible.remove(&name),
                };
            }
        }
    }
}

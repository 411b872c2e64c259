//! Programs as syntax trees, for rules: where a construct stands, and the same text with pieces of it
//! written in another way.

mod assign;
mod call;
mod edit;
mod walk;

pub use assign::{discard, discard_target, discard_within, rename_within};
pub use call::{argument, remove_argument, replace_computed, replace_text, string, wrap};
pub use edit::Edits;
pub use walk::{Site, Slot, walk};

use vrlet_parser::ast::{Ast, Expr, RootExpr};

/// A program with its tree.
pub struct Program<'a> {
    pub source: &'a str,
    pub ast: Ast,
}

impl<'a> Program<'a> {
    /// Reads a program; without a tree where the parser gives up on the whole text.
    pub fn read(source: &'a str) -> Self {
        let ast = vrlet_parser::parse(source).unwrap_or_else(|errors| Ast {
            roots: errors.into_iter().map(RootExpr::Broken).collect(),
            ..Ast::default()
        });
        Self { source, ast }
    }

    /// Whether it calls this function.
    pub fn has_call(&self, name: &str) -> bool {
        let mut has = false;
        self.calls(&[name], &mut |_| has = true);
        has
    }

    /// Whether a piece of it does not parse.
    pub fn is_broken(&self) -> bool {
        self.ast.roots.iter().any(|root| matches!(root, RootExpr::Broken(_)))
    }

    /// The program's own expressions, those that parse.
    pub fn roots(&self) -> impl Iterator<Item = &Expr> {
        self.ast.roots.iter().filter_map(|root| match root {
            RootExpr::Expr(expr) => Some(expr),
            RootExpr::Broken(_) => None,
        })
    }

    /// Every expression with its place, outer ones first.
    pub fn sites(&self, visit: &mut dyn FnMut(&Site<'_>)) {
        for expr in self.roots() {
            walk(self.source, expr, visit);
        }
    }
}

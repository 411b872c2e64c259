//! The type checker for tools: a program that does not compile is analysed as far as it does.

use vrlet_diagnostic::Diagnostic;
use vrlet_function::TypeDef;
use vrlet_parser::ast::Ast;

use super::{Checker, Options, Recording};
use crate::tree::Tree;
use crate::uses::Uses;

/// What can be said of a program.
#[derive(Debug)]
pub struct Analysed {
    /// What is wrong with it, then what deserves a look.
    pub diagnostics: Vec<Diagnostic>,
    /// What is known of its value; `None` where it does not compile.
    pub result: Option<TypeDef>,
    /// What it touches, as far as it compiles.
    pub uses: Uses,
    /// The names of its variables, by id.
    pub variables: Vec<String>,
    /// What was noted on the way.
    pub recording: Recording,
}

/// Looks at a program, whether it compiles or not.
#[must_use]
pub fn analyse(ast: &Ast, options: &Options<'_>, recording: Recording) -> Analysed {
    let mut checker = Checker::new(ast, options);
    checker.recording = Some(Box::new(recording));
    let roots = checker.roots(ast);
    checker.record_known();
    let recording = checker.recording.take().map(|recording| *recording).unwrap_or_default();
    let variables = checker.variables.iter().map(|variable| variable.name.clone()).collect();
    if checker.errors.is_empty() {
        let checked = checker.finish(ast, roots);
        let uses = Uses::of(&checked.tree);
        let result = Some(checked.result);
        return Analysed { diagnostics: checked.warnings, result, uses, variables, recording };
    }
    let Checker { mut errors, mut warnings, variables: of_tree, functions, .. } = checker;
    warnings.sort_by_key(Diagnostic::span);
    errors.extend(warnings);
    let uses = Uses::of(&Tree { roots, variables: of_tree, functions });
    Analysed { diagnostics: errors, result: None, uses, variables, recording }
}

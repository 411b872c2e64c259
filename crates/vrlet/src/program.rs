//! A compiled program: warnings, result type, bytecode, shared by any number of threads.

use std::sync::Arc;

use vrlet_compiler::Uses;
use vrlet_diagnostic::{Diagnostic, LineColumn, LineIndex, Style, render_all, render_failure};
use vrlet_function::{Host, TypeDef};
use vrlet_vm::{CoverageProbe, Disassembly};

use crate::RunError;

/// A compiled program: immutable, cheap to clone, shared by any number of threads.
#[derive(Clone)]
pub struct Program(Arc<Compiled>);

struct Compiled {
    program: Arc<vrlet_vm::Program>,
    source: String,
    warnings: Vec<Diagnostic>,
    result: TypeDef,
    uses: Uses,
    host: Arc<Host>,
}

impl Program {
    pub(crate) fn new(
        program: vrlet_vm::Program,
        source: &str,
        warnings: Vec<Diagnostic>,
        result: TypeDef,
        uses: Uses,
        host: Arc<Host>,
    ) -> Self {
        Self(Arc::new(Compiled {
            program: Arc::new(program),
            source: source.to_owned(),
            warnings,
            result,
            uses,
            host,
        }))
    }

    /// What deserves a look although the program compiles.
    #[must_use]
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.0.warnings
    }

    /// The warnings with their source, ready to print; of very many the first hundred.
    #[must_use]
    pub fn render_warnings(&self, origin: &str, style: Style) -> String {
        render_all(&self.0.warnings, &self.0.source, origin, style)
    }

    /// A failure of a run with its source, ready to print.
    #[must_use]
    pub fn render_failure(&self, error: &RunError, origin: &str, style: Style) -> String {
        render_failure(&error.message, error.span, &self.0.source, origin, style)
    }

    /// The source.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// What is known of the program's value.
    #[must_use]
    pub fn result(&self) -> &TypeDef {
        &self.0.result
    }

    /// What the program touches: places of the event and the metadata, functions, tables, secrets, the
    /// world outside.
    ///
    /// ```
    /// let engine = vrlet::Engine::builder().build();
    /// let program = engine.compile("if exists(.user.id) { .seen = now() }")?;
    /// let uses = program.uses();
    /// let paths: Vec<String> = uses.event.reads.iter().map(|path| format!(".{path}")).collect();
    /// assert_eq!(paths, [".user.id"]);
    /// assert!(uses.outside.clock && !uses.outside.network && !uses.can_fail);
    /// # Ok::<(), vrlet::CompileError>(())
    /// ```
    #[must_use]
    pub fn uses(&self) -> &Uses {
        &self.0.uses
    }

    /// The places that [`Vm::probe_counts`](crate::Vm::probe_counts) counts; none unless
    /// [`Builder::probes`](crate::Builder::probes) asked.
    #[must_use]
    pub fn probes(&self) -> &[CoverageProbe] {
        &self.0.program.probes
    }

    /// The bytecode, for people.
    #[must_use]
    pub fn disassemble(&self) -> String {
        Disassembly { program: &self.0.program, source: &self.0.source }.to_string()
    }

    /// The bytecode, for machines.
    pub(crate) fn code(&self) -> &Arc<vrlet_vm::Program> {
        &self.0.program
    }

    /// What the program may reach outside.
    pub(crate) fn host(&self) -> &Arc<Host> {
        &self.0.host
    }

    /// The line and column of an offset into the source; asked only where a run failed.
    pub(crate) fn position(&self, offset: u32) -> LineColumn {
        LineIndex::new(&self.0.source).line_column(offset)
    }
}

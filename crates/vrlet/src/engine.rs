//! The engine: functions, tables, limits and the host's services, and the compiler over them.

use std::sync::Arc;

use chrono_tz::Tz;
use vrlet_compiler::{
    Checked, Options, ReadOnly, Recording, TypeEnv, Uses, analyse, check, emit, emit_with_probes,
};
use vrlet_diagnostic::Diagnostic;
use vrlet_function::{
    Clock, Environment, Files, Function, Host, Interrupt, Limits, Log, Network, Random, Registry,
    Table, Tables, TypeDef,
};
use vrlet_parser::ast::Ast;

use crate::{Analysis, CompileError, Program, SystemRandom};

/// Compiles programs. It is cheap to clone.
#[derive(Clone)]
pub struct Engine {
    registry: Arc<Registry>,
    host: Arc<Host>,
    strict: bool,
    read_only: Arc<[ReadOnly]>,
    probes: bool,
}

/// A program, and what is known after it.
pub(crate) struct Compiled {
    pub program: Program,
    pub after: TypeEnv,
    /// Whether it can do more than give a value.
    pub has_side_effects: bool,
}

/// Collects what programs may use.
pub struct Builder {
    registry: Registry,
    host: Host,
    strict: bool,
    read_only: Vec<ReadOnly>,
    probes: bool,
}

impl Engine {
    /// An engine with the standard functions, the system's clock and randomness, and UTC. Everything
    /// else outside programs is closed to them until it is given here.
    #[must_use]
    pub fn builder() -> Builder {
        let mut registry = Registry::new();
        registry.extend(vrlet_stdlib::FUNCTIONS.iter().copied());
        registry.extend(vrlet_enrichment::functions::FUNCTIONS.iter().copied());
        for (name, feature) in vrlet_stdlib::left_out() {
            registry.leave_out(name, feature);
        }
        let host = Host { random: Arc::new(SystemRandom), ..Host::default() };
        Builder { registry, host, strict: false, read_only: Vec::new(), probes: false }
    }

    /// Compiles a program.
    ///
    /// # Errors
    /// All that is wrong with it. A program that compiles may still have warnings
    /// ([`Program::warnings`]).
    pub fn compile(&self, source: &str) -> Result<Program, CompileError> {
        self.compile_after(source, None).map(|compiled| compiled.program)
    }

    /// Compiles a program that may be one of several over the same event.
    pub(crate) fn compile_after(
        &self,
        source: &str,
        before: Option<&TypeEnv>,
    ) -> Result<Compiled, CompileError> {
        let Checked { tree, warnings, result, after } = self.check(source, before, false)?;
        let has_side_effects = tree.has_side_effects();
        let emit = if self.probes { emit_with_probes } else { emit };
        let uses = Uses::of(&tree);
        let host = Arc::clone(&self.host);
        let program = Program::new(emit(tree), source, warnings, result, uses, host);
        Ok(Compiled { program, after, has_side_effects })
    }

    /// The type of an expression that need not handle its failures.
    pub(crate) fn type_of(&self, source: &str, before: &TypeEnv) -> Result<TypeDef, CompileError> {
        self.check(source, Some(before), true).map(|checked| checked.result)
    }

    /// Looks at a program for tools, whether it compiles or not: what is wrong with it, the type of every
    /// expression, variables, calls, and what it touches. A text that can't be read at all, such as one
    /// whose quote is open, is looked at up to the line with the fault.
    ///
    /// ```
    /// use vrlet::Engine;
    ///
    /// let engine = Engine::builder().build();
    /// let analysis = engine.analyse("size = length(string!(.message))\n.big = size > limit");
    /// assert_eq!(analysis.diagnostics[0].message, "there is no variable `limit` here");
    /// let size = analysis.type_at(0).expect("the variable");
    /// assert_eq!(size.type_def.kind.to_string(), "integer");
    /// assert_eq!(analysis.variable_at(40).expect("the same").mentions.len(), 2);
    /// ```
    #[must_use]
    pub fn analyse(&self, source: &str) -> Analysis {
        self.analyse_after(source, None, None)
    }

    /// [`Engine::analyse`], and what is known where the first expression begins that stands at `offset` or
    /// after it ([`Analysis::known`]).
    #[must_use]
    pub fn analyse_at(&self, source: &str, offset: usize) -> Analysis {
        self.analyse_after(source, Some(offset), None)
    }

    pub(crate) fn analyse_after(
        &self,
        source: &str,
        offset: Option<usize>,
        before: Option<&TypeEnv>,
    ) -> Analysis {
        let options = self.options(source, before, false);
        let asked = offset.map(|offset| u32::try_from(offset).unwrap_or(u32::MAX));
        let given = before.map_or(0, |before| before.variables.len());
        let look = |ast: &Ast| analyse(ast, &options, Recording::asked_at(asked));
        match vrlet_parser::parse(source) {
            Ok(ast) => Analysis::new(source, look(&ast), given),
            Err(diagnostics) => {
                let fault = diagnostics.iter().filter_map(Diagnostic::span).map(|span| span.start);
                let readable = lines_before(source, fault.min().unwrap_or_default() as usize);
                let ast = vrlet_parser::parse(readable).unwrap_or_default();
                let mut analysis = Analysis::new(source, look(&ast), given);
                // What the beginning lacks alone, its rest may have.
                analysis.diagnostics = diagnostics;
                analysis.result = None;
                analysis
            }
        }
    }

    fn check(
        &self,
        source: &str,
        before: Option<&TypeEnv>,
        may_fail: bool,
    ) -> Result<Checked, CompileError> {
        let refuse = |diagnostics| CompileError::new(diagnostics, source);
        let ast = vrlet_parser::parse(source).map_err(refuse)?;
        check(&ast, &self.options(source, before, may_fail)).map_err(refuse)
    }

    fn options<'a>(
        &'a self,
        source: &'a str,
        before: Option<&'a TypeEnv>,
        may_fail: bool,
    ) -> Options<'a> {
        Options {
            source,
            registry: &self.registry,
            host: &self.host,
            strict: self.strict,
            read_only: &self.read_only,
            before,
            may_fail,
        }
    }

    /// What this engine was built from, to build one that differs in something: another table, say. Its
    /// programs go on as they were compiled.
    #[must_use]
    pub fn to_builder(&self) -> Builder {
        Builder {
            registry: (*self.registry).clone(),
            host: (*self.host).clone(),
            strict: self.strict,
            read_only: self.read_only.to_vec(),
            probes: self.probes,
        }
    }

    /// The functions that programs can call.
    #[must_use]
    pub fn functions(&self) -> &Registry {
        &self.registry
    }

    /// The enrichment tables.
    #[must_use]
    pub fn tables(&self) -> &Tables {
        &self.host.tables
    }
}

/// The lines before the one that holds an offset.
fn lines_before(source: &str, offset: usize) -> &str {
    let before = source.get(..offset).unwrap_or(source);
    &before[..before.rfind('\n').map_or(0, |newline| newline + 1)]
}

impl Builder {
    /// Adds an enrichment table; programs name it as the first argument of the lookup functions.
    #[must_use]
    pub fn table(self, name: impl Into<String>, table: impl Table + 'static) -> Self {
        self.shared_table(name, Arc::new(table))
    }

    /// Adds an enrichment table that others hold as well.
    #[must_use]
    pub fn shared_table(mut self, name: impl Into<String>, table: Arc<dyn Table>) -> Self {
        self.host.tables.add(name, table);
        self
    }

    /// Adds a function; it replaces a standard one of the same name.
    #[must_use]
    pub fn function(mut self, function: &'static Function) -> Self {
        self.registry.add(function);
        self
    }

    /// Leaves a standard function out, as a build without its cargo feature does: a program that calls it
    /// is told which feature it needs.
    #[must_use]
    pub fn leave_out(mut self, name: &'static str, feature: &'static str) -> Self {
        self.registry.leave_out(name, feature);
        self
    }

    /// The zone of times that carry none; UTC unless said.
    #[must_use]
    pub fn timezone(mut self, timezone: Tz) -> Self {
        self.host.timezone = timezone;
        self
    }

    /// Where `now()` gets the time from; the system's clock unless said.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.host.clock = Arc::new(clock);
        self
    }

    /// Where random functions get their bytes from; the system's randomness unless said.
    #[must_use]
    pub fn random(mut self, random: impl Random + 'static) -> Self {
        self.host.random = Arc::new(random);
        self
    }

    /// The environment variables and the host name that programs can read; none unless said.
    #[must_use]
    pub fn environment(mut self, environment: impl Environment + 'static) -> Self {
        self.host.environment = Arc::new(environment);
        self
    }

    /// The files that functions can read when they are compiled; none unless said.
    #[must_use]
    pub fn files(mut self, files: impl Files + 'static) -> Self {
        self.host.files = Arc::new(files);
        self
    }

    /// How programs reach name servers and HTTP servers; not at all unless said.
    #[must_use]
    pub fn network(mut self, network: impl Network + 'static) -> Self {
        self.host.network = Arc::new(network);
        self
    }

    /// Where `log()` writes; nowhere unless said.
    #[must_use]
    pub fn log(mut self, log: impl Log + 'static) -> Self {
        self.host.log = Arc::new(log);
        self
    }

    /// The flag by which the host calls runs off; a run looks at it at its first call or jump, and every few
    /// thousand steps from there on.
    #[must_use]
    pub fn interrupt(mut self, interrupt: Interrupt) -> Self {
        self.host.interrupt = Some(interrupt);
        self
    }

    /// What one run of a program may use up.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.host.limits = limits;
        self
    }

    /// Whether needless error handling is an error, as in the reference, instead of a warning.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Adds a place that programs must not change; one that does so is refused.
    #[must_use]
    pub fn read_only(mut self, place: ReadOnly) -> Self {
        self.read_only.push(place);
        self
    }

    /// Whether programs count which of their parts run ([`Program::probes`]); it costs nothing where
    /// nobody asks.
    #[must_use]
    pub fn probes(mut self, probes: bool) -> Self {
        self.probes = probes;
        self
    }

    /// The engine.
    #[must_use]
    pub fn build(self) -> Engine {
        let Self { registry, host, strict, read_only, probes } = self;
        Engine {
            registry: Arc::new(registry),
            host: Arc::new(host),
            strict,
            read_only: read_only.into(),
            probes,
        }
    }
}

//! `Machine`: one thread's state for running a program: registers, inline caches, instances of prepared
//! calls.

mod call;
mod execute;
mod operate;
mod path;
mod steps;

use std::sync::Arc;

use vrlet_diagnostic::Span;
use vrlet_function::{CacheCounts, CompiledBody, Failure, Host, MachineState, Secrets};
use vrlet_value::{FieldCache, MergeCache, Value};

use crate::{CallBody, Outcome, Program, Reg, RunError, error};

/// Runs one program, event after event, on one thread.
pub struct Machine {
    program: Arc<Program>,
    memory: Memory,
}

/// What a run works with, beside the program.
struct Memory {
    /// How many of the registers belong to variables.
    variables: u32,
    registers: Vec<Value>,
    bodies: Vec<Option<Box<dyn CompiledBody>>>,
    /// What the bodies share.
    state: MachineState,
    fields: Vec<FieldCache>,
    merges: Vec<MergeCache>,
    host: Arc<Host>,
    steps: u64,
    /// The steps at which it is time to look at the limit, and whether the host called the run off.
    next_check: u64,
    /// How often each coverage probe was passed.
    probe_counts: Vec<u64>,
}

/// One run: the program, the machine's memory, and what the run is over.
struct Run<'a> {
    program: &'a Program,
    memory: &'a mut Memory,
    event: &'a mut Value,
    metadata: &'a mut Value,
    secrets: &'a mut Secrets,
}

/// Where a run is in the instructions.
struct Position {
    /// The instruction that runs.
    at: usize,
    /// The first instruction whose step is not counted yet.
    charged: usize,
}

impl Position {
    fn of(instruction: u32) -> Self {
        let at = instruction as usize;
        Self { at, charged: at }
    }
}

/// A failure and the instruction that it came from.
struct Uncaught {
    failure: Failure,
    span: Span,
}

impl Machine {
    /// A machine for a program.
    #[must_use]
    pub fn new(program: Arc<Program>, host: Arc<Host>) -> Self {
        let mut state = MachineState::default();
        let bodies = program.calls.iter().map(|call| match &call.body {
            CallBody::Plain(_) => None,
            CallBody::Prepared(factory) => Some(factory.instantiate(&mut state)),
        });
        let bodies = bodies.collect();
        let memory = Memory {
            variables: u32::try_from(program.variables.len()).unwrap_or(u32::MAX),
            registers: vec![Value::Null; program.registers as usize],
            bodies,
            state,
            fields: vec![FieldCache::default(); program.field_caches as usize],
            merges: vec![MergeCache::default(); program.merge_caches as usize],
            host,
            steps: 0,
            next_check: 0,
            probe_counts: vec![0; program.probes.len()],
        };
        Self { memory, program }
    }

    /// Runs the program once. Changes that it made to event and metadata before a failure stay made.
    ///
    /// # Errors
    /// Where something failed that the program does not handle, or a limit of the host was met.
    #[inline]
    pub fn run(
        &mut self,
        event: &mut Value,
        metadata: &mut Value,
        secrets: &mut Secrets,
    ) -> Result<Outcome, RunError> {
        self.run_on(event, metadata, secrets, &mut Vec::new())
    }

    /// [`Machine::run`] for one of several programs: its first variables begin with the values that
    /// programs before it left, and at its end the values of those that live on stand there instead.
    /// After a failure or an abort they are what they were.
    ///
    /// # Errors
    /// As for [`Machine::run`].
    #[inline]
    pub fn run_on(
        &mut self,
        event: &mut Value,
        metadata: &mut Value,
        secrets: &mut Secrets,
        variables: &mut Vec<Value>,
    ) -> Result<Outcome, RunError> {
        let Self { program, memory } = self;
        memory.start_counting();
        memory.registers[..variables.len()].clone_from_slice(variables);
        let mut run = Run { program, memory, event, metadata, secrets };
        let ended = match run.execute(0) {
            Err(Uncaught { failure: Failure::Return(value), .. }) => Ok(*value),
            ended => ended,
        };
        if ended.is_ok() && !self.program.kept.is_empty() {
            let kept = self.program.kept.iter().map(|register| self.memory.take(*register));
            *variables = kept.collect();
        }
        // What the run left there would count as a second holder of values in the next one.
        clear(&mut self.memory.registers);
        match ended {
            Ok(value) => Ok(Outcome::Value(value)),
            Err(Uncaught { failure: Failure::Abort(text), .. }) => {
                Ok(Outcome::Aborted(text.map(Into::into)))
            }
            Err(Uncaught { failure, span }) => {
                let stopped = matches!(failure, Failure::Stopped(_));
                Err(RunError { message: error::text(failure), span, stopped })
            }
        }
    }

    /// How often each coverage probe of the program was passed, in all runs together.
    #[must_use]
    pub fn probe_counts(&self) -> &[u64] {
        &self.memory.probe_counts
    }

    /// How many steps the last run took: the instructions that ran, those of closures included.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.memory.steps
    }

    /// How often the caches of look-ups were asked, in all runs together.
    #[must_use]
    pub fn cache_counts(&self) -> CacheCounts {
        self.memory.state.cache_counts()
    }

    /// The program.
    #[must_use]
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }
}

impl Memory {
    fn is_variable(&self, register: Reg) -> bool {
        register < self.variables
    }

    /// A value whose reading ends it, unless it is a variable's.
    fn consume(&mut self, register: Reg) -> Value {
        if self.is_variable(register) {
            self.registers[register as usize].clone()
        } else {
            self.take(register)
        }
    }

    fn take(&mut self, register: Reg) -> Value {
        std::mem::take(&mut self.registers[register as usize])
    }

    /// Ends a temporary value that was read in place.
    fn drop_temp(&mut self, register: Reg) {
        if !self.is_variable(register) {
            self.registers[register as usize].put(Value::Null);
        }
    }

    #[inline(always)]
    fn set(&mut self, register: Reg, value: Value) {
        self.registers[register as usize].put(value);
    }

    /// Copies a value that stays where it is.
    #[inline]
    fn copy(&mut self, to: Reg, from: Reg) {
        if let Ok([to, from]) = self.registers.get_disjoint_mut([to as usize, from as usize]) {
            to.assign(from);
        }
    }

    fn within_depth(&self, value: &Value) -> Result<(), Failure> {
        let limit = self.host.limits.depth;
        if value.depth() > limit { Err(error::too_deep(limit)) } else { Ok(()) }
    }
}

/// Makes registers null; most of them are already.
fn clear(registers: &mut [Value]) {
    for register in registers.iter_mut().filter(|register| !register.is_null()) {
        register.put(Value::Null);
    }
}

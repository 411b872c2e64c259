//! The virtual machine of one thread: runs a compiled program, event after event.

use std::sync::Arc;

use vrlet_function::CacheCounts;
use vrlet_value::Value;
use vrlet_vm::{Machine, Outcome};

use crate::{Event, Program, RunError};

/// Runs one program, event after event. It belongs to one thread at a time.
pub struct Vm {
    machine: Machine,
    program: Program,
}

impl Program {
    /// What runs the program: one for each thread.
    #[must_use]
    pub fn vm(&self) -> Vm {
        let machine = Machine::new(Arc::clone(self.code()), Arc::clone(self.host()));
        Vm { machine, program: self.clone() }
    }
}

impl Vm {
    /// Runs the program over an event. What it did to the event before a failure or an abort stays
    /// done; [`Event::restore`] takes it back.
    ///
    /// # Errors
    /// Where something failed that the program does not handle, or a limit was met.
    #[inline]
    pub fn run(&mut self, event: &mut Event) -> Result<Outcome, RunError> {
        event.snapshot();
        self.run_on(event, &mut Vec::new())
    }

    /// Runs the program with the variables that programs before it left.
    #[inline]
    pub(crate) fn run_on(
        &mut self,
        event: &mut Event,
        variables: &mut Vec<Value>,
    ) -> Result<Outcome, RunError> {
        let (value, metadata, secrets) = event.parts_mut();
        self.machine.run_on(value, metadata, secrets, variables).map_err(|error| RunError {
            position: self.program.position(error.span.start),
            message: error.message,
            span: error.span,
            stopped: error.stopped,
        })
    }

    /// How often each of [`Program::probes`] was passed, in all runs together.
    #[must_use]
    pub fn probe_counts(&self) -> &[u64] {
        self.machine.probe_counts()
    }

    /// How many steps the last run took, as [`Limits::steps`](crate::Limits::steps) counts them.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.machine.steps()
    }

    /// How often the caches of look-ups in tables were asked, in all runs together.
    #[must_use]
    pub fn cache_counts(&self) -> CacheCounts {
        self.machine.cache_counts()
    }

    /// The program.
    #[must_use]
    pub fn program(&self) -> &Program {
        &self.program
    }
}

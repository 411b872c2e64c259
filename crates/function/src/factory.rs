//! `Factory` and `CompiledBody`: what is compiled once for a call of a program, and the instance of it that
//! each machine runs.

use vrlet_value::Value;

use crate::arg::Arg;
use crate::call::Call;
use crate::failure::Failure;
use crate::machine_state::MachineState;

/// What a function has prepared of the constants of one call: a part of the program, which threads share.
///
/// Implemented for every clonable closure `Fn(&mut Call) -> Result<Value, Failure>`, of which each machine
/// gets a copy; [`per_machine`] makes one for bodies with caches or scratch memory.
pub trait Factory: Send + Sync {
    /// The body for one machine, with caches and scratch memory of its own, so that machines on different
    /// threads share nothing that is written to or counted.
    fn instantiate(&self, machine: &mut MachineState) -> Box<dyn CompiledBody>;

    /// Whether calls look at the argument of the parameter at `position`; a constant that was taken in when
    /// the call was prepared need not be passed again.
    fn reads(&self, position: usize) -> bool {
        let _ = position;
        true
    }
}

/// What one machine runs for one call.
///
/// Implemented for every closure `FnMut(&mut Call) -> Result<Value, Failure>`.
pub trait CompiledBody: Send {
    /// Runs the call.
    ///
    /// # Errors
    /// As the function's contract says.
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure>;
}

impl<F> CompiledBody for F
where
    F: FnMut(&mut Call<'_>) -> Result<Value, Failure> + Send,
{
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        self(call)
    }
}

impl<F> Factory for F
where
    F: Fn(&mut Call<'_>) -> Result<Value, Failure> + Clone + Send + Sync + 'static,
{
    fn instantiate(&self, _: &mut MachineState) -> Box<dyn CompiledBody> {
        Box::new(self.clone())
    }
}

/// A factory that makes the body of each machine with `make`.
pub fn per_machine<F, B>(make: F) -> PerMachine<F>
where
    F: Fn(&mut MachineState) -> B + Send + Sync,
    B: CompiledBody + 'static,
{
    PerMachine { make, unread: 0 }
}

/// A factory of bodies that keep something from call to call, each machine for itself.
pub fn stateful<S: Default + Send + 'static>(
    run: fn(&mut S, &mut Call<'_>) -> Result<Value, Failure>,
) -> Box<dyn Factory> {
    Box::new(per_machine(move |_| {
        let mut state = S::default();
        move |call: &mut Call<'_>| run(&mut state, call)
    }))
}

/// A factory of [`per_machine`].
pub struct PerMachine<F> {
    make: F,
    /// A bit for each parameter whose arguments are not read.
    unread: u64,
}

impl<F> PerMachine<F> {
    /// The argument of this parameter is not read when the call runs: it was a constant.
    #[must_use]
    pub fn without<T>(self, parameter: Arg<T>) -> Self {
        Self { unread: self.unread | 1 << parameter.position(), ..self }
    }
}

impl<F, B> Factory for PerMachine<F>
where
    F: Fn(&mut MachineState) -> B + Send + Sync,
    B: CompiledBody + 'static,
{
    fn instantiate(&self, machine: &mut MachineState) -> Box<dyn CompiledBody> {
        Box::new((self.make)(machine))
    }

    fn reads(&self, position: usize) -> bool {
        self.unread >> position & 1 == 0
    }
}

//! `Call`: the arguments of one call at run time, taken by the body that runs it.

use vrlet_value::{Path, Value};

use crate::arg::Arg;
use crate::arg_type::ArgType;
use crate::closure::Closure;
use crate::host::Host;
use crate::machine_state::MachineState;
use crate::secrets::Secrets;

/// The arguments of one call, and the world it runs in.
pub struct Call<'a> {
    arguments: &'a mut [Value],
    fields: &'a mut [Value],
    place: Option<Place<'a>>,
    closure: Option<&'a mut dyn Closure>,
    secrets: Option<&'a mut Secrets>,
    machine: Option<&'a mut MachineState>,
    host: &'a Host,
}

/// The place that a path argument names.
pub struct Place<'a> {
    /// What the path starts from: the event, the metadata, a variable, or the value of an expression.
    pub root: &'a mut Value,
    /// The path below it.
    pub path: &'a Path,
}

impl<'a> Call<'a> {
    /// A call of evaluated arguments, one for each parameter: null where an optional one without a
    /// default was left out, and where the parameter binds at compile time.
    #[inline]
    pub fn new(arguments: &'a mut [Value], host: &'a Host) -> Self {
        Self {
            arguments,
            fields: &mut [],
            place: None,
            closure: None,
            secrets: None,
            machine: None,
            host,
        }
    }

    /// A call of evaluated arguments and of the values of a `Fields` parameter, with what most functions may ask
    /// for.
    #[inline]
    pub fn of_values(
        arguments: &'a mut [Value],
        fields: &'a mut [Value],
        secrets: &'a mut Secrets,
        machine: &'a mut MachineState,
        host: &'a Host,
    ) -> Self {
        let (secrets, machine) = (Some(secrets), Some(machine));
        Self { arguments, fields, place: None, closure: None, secrets, machine, host }
    }

    /// Adds the values of a `Fields` parameter.
    #[must_use]
    #[inline]
    pub fn with_fields(self, fields: &'a mut [Value]) -> Self {
        Self { fields, ..self }
    }

    /// Adds the place of a `Place` parameter.
    #[must_use]
    #[inline]
    pub fn with_place(self, place: Place<'a>) -> Self {
        Self { place: Some(place), ..self }
    }

    /// Adds the closure.
    #[must_use]
    #[inline]
    pub fn with_closure(self, closure: &'a mut dyn Closure) -> Self {
        Self { closure: Some(closure), ..self }
    }

    /// Adds the event's secrets.
    #[must_use]
    #[inline]
    pub fn with_secrets(self, secrets: &'a mut Secrets) -> Self {
        Self { secrets: Some(secrets), ..self }
    }

    /// Adds the state that the calls of the machine share.
    #[must_use]
    #[inline]
    pub fn with_machine(self, machine: &'a mut MachineState) -> Self {
        Self { machine: Some(machine), ..self }
    }

    /// Takes the argument of a parameter.
    #[inline]
    pub fn take<T: ArgType>(&mut self, parameter: Arg<T>) -> T {
        let argument = &mut self.arguments[parameter.position()];
        if T::NULLABLE && argument.is_null() {
            return T::from_value(Value::Null);
        }
        T::from_value(std::mem::take(argument))
    }

    /// The argument of a parameter, left where it is.
    #[must_use]
    #[inline]
    pub fn argument<T>(&self, parameter: Arg<T>) -> &Value {
        &self.arguments[parameter.position()]
    }

    /// The values of the `Fields` parameter, in the order of [`CallContext::fields`](crate::CallContext::fields).
    #[inline]
    pub fn fields(&mut self) -> &mut [Value] {
        self.fields
    }

    /// The place of the `Place` parameter.
    ///
    /// # Panics
    /// Where the function declares none.
    #[inline]
    pub fn place(&mut self) -> &mut Place<'a> {
        self.place.as_mut().expect("checked: the function declares a place")
    }

    /// The closure.
    ///
    /// # Panics
    /// Where the function declares none.
    #[inline]
    pub fn closure(&mut self) -> &mut dyn Closure {
        *self.closure.as_mut().expect("checked: the function declares a closure")
    }

    /// The event's secrets.
    ///
    /// # Panics
    /// Where the function takes a closure, whose own calls have them.
    #[inline]
    pub fn secrets(&mut self) -> &mut Secrets {
        self.secrets.as_mut().expect("checked: the function takes no closure")
    }

    /// Takes the state that the calls of the machine share.
    ///
    /// # Panics
    /// Where the function takes a closure, whose own calls have it; at the second request of one call.
    #[inline]
    pub fn machine(&mut self) -> &'a mut MachineState {
        self.machine.take().expect("checked: the function takes no closure")
    }

    /// What the host gives to functions.
    #[must_use]
    #[inline]
    pub fn host(&self) -> &'a Host {
        self.host
    }
}

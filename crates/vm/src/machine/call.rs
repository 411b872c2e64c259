//! Calls and closures.

use vrlet_function::{Call, Closure, Failure, Place};
use vrlet_value::Value;

use super::{Run, clear};
use crate::{CallBody, CallSite, ClosureCode, Guard, PlaceSource, error};

impl Run<'_> {
    pub(super) fn call(&mut self, call: u32) -> Result<(), Failure> {
        let program = self.program;
        let site = &program.calls[call as usize];
        self.guard(site)?;
        for (position, default) in &site.defaults {
            self.memory.set(site.first + position, default.clone());
        }
        let result = match &site.closure {
            None => self.call_plain(call, site),
            Some(closure) => self.call_with_closure(call, site, closure),
        }?;
        self.memory.within_depth(&result)?;
        self.memory.set(site.to, result);
        Ok(())
    }

    fn guard(&self, site: &CallSite) -> Result<(), Failure> {
        for Guard { param, kinds, elements } in &site.guards {
            let value = &self.memory.registers[(site.first + param) as usize];
            if !kinds.contains_value(value) {
                return Err(error::argument(site, *param, *kinds, value));
            }
            if let (Some(kinds), Value::Array(array)) = (elements, value)
                && let Some(index) = array.iter().position(|element| !kinds.contains_value(element))
            {
                return Err(error::element(site, *param, index, *kinds, &array[index]));
            }
        }
        Ok(())
    }

    fn call_plain(&mut self, call: u32, site: &CallSite) -> Result<Value, Failure> {
        let memory = &mut *self.memory;
        let first = site.first as usize;
        let fields = first + site.count as usize;
        let end = fields + site.fields as usize;
        // The root of a place may be a register itself, so it leaves the row for the time of the call.
        let mut register = match &site.place {
            Some(place) => match place.source {
                PlaceSource::Register(register) => {
                    std::mem::take(&mut memory.registers[register as usize])
                }
                PlaceSource::Event | PlaceSource::Metadata => Value::Null,
            },
            None => Value::Null,
        };
        let (arguments, fields) = memory.registers[first..end].split_at_mut(fields - first);
        let mut frame = Call::new(arguments, &memory.host).with_fields(fields);
        if let Some(place) = &site.place {
            let root = match place.source {
                PlaceSource::Event => &mut *self.event,
                PlaceSource::Metadata => &mut *self.metadata,
                PlaceSource::Register(_) => &mut register,
            };
            frame =
                frame.with_place(Place { root, path: &self.program.paths[place.path as usize] });
        }
        let result = match (&site.body, &mut memory.bodies[call as usize]) {
            (CallBody::Plain(body), _) => body(&mut frame),
            (CallBody::Prepared(_), Some(body)) => body.call(&mut frame),
            (CallBody::Prepared(_), None) => {
                unreachable!("a body is away only while its own closure runs")
            }
        };
        if let Some(place) = &site.place
            && let PlaceSource::Register(place) = place.source
            && memory.is_variable(place)
        {
            memory.set(place, register);
        }
        // What a body left unread would count as a second holder of the value.
        clear(&mut memory.registers[first..end]);
        result
    }

    fn call_with_closure(
        &mut self,
        call: u32,
        site: &CallSite,
        code: &ClosureCode,
    ) -> Result<Value, Failure> {
        let host = std::sync::Arc::clone(&self.memory.host);
        let mut arguments: Vec<Value> = (site.first..site.first + site.count)
            .map(|register| self.memory.take(register))
            .collect();
        let mut body = self.memory.bodies[call as usize].take();
        let mut closure = ClosureRun {
            code,
            run: Run {
                program: self.program,
                memory: &mut *self.memory,
                event: &mut *self.event,
                metadata: &mut *self.metadata,
            },
        };
        let mut frame = Call::new(&mut arguments, &host).with_closure(&mut closure);
        let result = match (&site.body, &mut body) {
            (CallBody::Plain(plain), _) => plain(&mut frame),
            (CallBody::Prepared(_), Some(body)) => body.call(&mut frame),
            (CallBody::Prepared(_), None) => {
                unreachable!("a call does not run inside its own closure")
            }
        };
        self.memory.bodies[call as usize] = body;
        result
    }
}

/// A closure while its function runs.
struct ClosureRun<'a> {
    code: &'a ClosureCode,
    run: Run<'a>,
}

impl Closure for ClosureRun<'_> {
    fn run(&mut self, arguments: &mut [Value]) -> Result<Value, Failure> {
        let (code, memory) = (self.code, &mut *self.run.memory);
        memory.spend(u64::from(code.length))?;
        for (slot, value) in code.params.iter().zip(arguments) {
            if let Some(register) = *slot {
                memory.set(register, std::mem::take(value));
            }
        }
        for register in &code.locals {
            memory.set(*register, Value::Null);
        }
        let value = self.run.execute(code.entry).map_err(|uncaught| uncaught.failure)?;
        if code.result.contains_value(&value) {
            Ok(value)
        } else {
            Err(error::closure_result(code.result, &value))
        }
    }
}

impl super::Memory {
    fn spend(&mut self, steps: u64) -> Result<(), Failure> {
        self.steps = self.steps.saturating_add(steps);
        let limit = self.host.limits.steps;
        if self.steps > limit { Err(error::too_many_steps(limit)) } else { Ok(()) }
    }
}

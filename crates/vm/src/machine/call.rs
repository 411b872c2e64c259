//! Calls of functions and of their closures: guards, defaults, arguments, results.

use std::ops::Range;

use vrlet_function::{Call, Closure, CompiledBody, Failure, Place};
use vrlet_value::{Root, Value};

use super::{Memory, Run, clear};
use crate::{CallBody, CallSite, ClosureCode, Guard, PlaceRef, error};

impl Run<'_> {
    pub(super) fn call(&mut self, call: u32) -> Result<(), Failure> {
        let program = self.program;
        let site = &program.calls[call as usize];
        if !site.guards.is_empty() {
            self.guard(site)?;
        }
        for (position, default) in &site.defaults {
            self.memory.registers[(site.first + position) as usize].assign(default);
        }
        let row = site.row();
        let result = match (&site.closure, &site.place) {
            (Some(closure), _) => self.call_with_closure(call, site, closure),
            (None, Some(place)) => self.call_at_place(call, site, place),
            (None, None) => {
                let Memory { registers, bodies, state, host, .. } = &mut *self.memory;
                let (arguments, fields) = registers[row.clone()].split_at_mut(site.count());
                let mut frame = Call::of_values(arguments, fields, self.secrets, state, host);
                run(&site.body, &mut bodies[call as usize], &mut frame)
            }
        };
        // What a body left unread would count as a second holder of the value.
        clear(&mut self.memory.registers[row]);
        match result {
            Ok(value) if value.depth() <= self.memory.host.limits.depth => {
                self.memory.set(site.to, value);
                Ok(())
            }
            Ok(_) => Err(error::too_deep(self.memory.host.limits.depth)),
            Err(failure) => Err(failure),
        }
    }

    #[inline]
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

    #[inline(never)]
    fn call_at_place(
        &mut self,
        call: u32,
        site: &CallSite,
        place: &PlaceRef,
    ) -> Result<Value, Failure> {
        let memory = &mut *self.memory;
        // The root may be a register itself, so it leaves the row for the time of the call.
        let mut register = match place.root {
            Root::Variable(register) | Root::Expression(register) => memory.take(register),
            Root::Event | Root::Metadata => Value::Null,
        };
        let root = match place.root {
            Root::Event => &mut *self.event,
            Root::Metadata => &mut *self.metadata,
            Root::Variable(_) | Root::Expression(_) => &mut register,
        };
        let path = &self.program.paths[place.path as usize];
        let arguments = &mut memory.registers[site.row()];
        let mut frame = Call::new(arguments, &memory.host)
            .with_place(Place { root, path })
            .with_secrets(self.secrets)
            .with_machine(&mut memory.state);
        let result = run(&site.body, &mut memory.bodies[call as usize], &mut frame);
        if let Root::Variable(variable) = place.root {
            memory.set(variable, register);
        }
        result
    }

    #[inline(never)]
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
                secrets: &mut *self.secrets,
            },
        };
        let mut frame = Call::new(&mut arguments, &host).with_closure(&mut closure);
        let result = run(&site.body, &mut body, &mut frame);
        self.memory.bodies[call as usize] = body;
        result
    }
}

#[inline]
fn run(
    body: &CallBody,
    compiled: &mut Option<Box<dyn CompiledBody>>,
    frame: &mut Call<'_>,
) -> Result<Value, Failure> {
    match (body, compiled) {
        (CallBody::Plain(body), _) => body(frame),
        (CallBody::Prepared(_), Some(body)) => body.call(frame),
        (CallBody::Prepared(_), None) => {
            unreachable!("a body is away only while its own closure runs")
        }
    }
}

impl CallSite {
    /// The registers of the arguments and of the fields after them.
    fn row(&self) -> Range<usize> {
        let first = self.first as usize;
        first..first + self.count() + self.fields as usize
    }

    fn count(&self) -> usize {
        self.count as usize
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

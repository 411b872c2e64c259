//! The loop.

use vrlet_function::{Failure, Message};
use vrlet_value::{Array, Object, Value};

use super::{Run, Uncaught};
use crate::{Op, error};

impl Run<'_> {
    /// Runs from an instruction to an `End`.
    pub(super) fn execute(&mut self, entry: u32) -> Result<Value, Uncaught> {
        let mut at = entry as usize;
        loop {
            let op = self.program.ops[at];
            let step = match op {
                Op::Jump { target } => {
                    at = target as usize;
                    continue;
                }
                Op::JumpIfFalse { condition, target } => {
                    match self.machine.take_condition(condition) {
                        Ok(true) => Ok(()),
                        Ok(false) => {
                            at = target as usize;
                            continue;
                        }
                        Err(failure) => Err(failure),
                    }
                }
                Op::JumpUnlessTrue { value, target } => match self.machine.is_true(value) {
                    Ok(true) => Ok(()),
                    Ok(false) => {
                        self.machine.set(value, Value::Boolean(false));
                        at = target as usize;
                        continue;
                    }
                    Err(failure) => Err(failure),
                },
                Op::JumpIfTruthy { value, target } => {
                    if self.machine.is_truthy(value) {
                        at = target as usize;
                        continue;
                    }
                    Ok(())
                }
                Op::End { value } => return Ok(self.machine.consume(value)),
                other => self.step(other),
            };
            match step {
                Ok(()) => at += 1,
                Err(failure) => at = self.catch(failure, at)?,
            }
        }
    }

    /// Where a failure of an instruction goes on.
    fn catch(&mut self, failure: Failure, at: usize) -> Result<usize, Uncaught> {
        let row = self.program.caught[at];
        let handled = row > 0 && !matches!(failure, Failure::Break | Failure::Stopped(_));
        if !handled {
            let failure = self.of_instruction(failure, at);
            return Err(Uncaught { failure, span: self.program.spans[at] });
        }
        let catch = self.program.catches[row as usize - 1];
        if let Some(register) = catch.message {
            let failure = self.of_instruction(failure, at);
            self.machine.set(register, Value::from(error::text(failure)));
        }
        Ok(catch.target as usize)
    }

    /// The failure with the name of the call that it left, where it left one.
    fn of_instruction(&self, failure: Failure, at: usize) -> Failure {
        match self.program.ops[at] {
            Op::Call { call } => error::of_call(failure, &self.program.calls[call as usize]),
            _ => failure,
        }
    }

    fn step(&mut self, op: Op) -> Result<(), Failure> {
        let machine = &mut *self.machine;
        match op {
            Op::Constant { to, constant } => {
                machine.set(to, self.program.constants[constant as usize].clone())
            }
            Op::Move { to, from } => {
                let value = machine.take(from);
                machine.set(to, value);
            }
            Op::Copy { to, from } => machine.set(to, machine.registers[from as usize].clone()),
            Op::EventField { .. }
            | Op::Event { .. }
            | Op::Metadata { .. }
            | Op::Below { .. }
            | Op::TakeEvent { .. }
            | Op::SetEventField { .. }
            | Op::SetEvent { .. }
            | Op::SetMetadata { .. }
            | Op::SetBelow { .. }
            | Op::MergeEvent { .. } => return self.place(op),
            Op::Merge { .. }
            | Op::Add { .. }
            | Op::Subtract { .. }
            | Op::Multiply { .. }
            | Op::Divide { .. }
            | Op::Equal { .. }
            | Op::NotEqual { .. }
            | Op::Less { .. }
            | Op::LessOrEqual { .. }
            | Op::Greater { .. }
            | Op::GreaterOrEqual { .. }
            | Op::And { .. }
            | Op::Not { .. } => return machine.operate(op),
            Op::Array { to, first, count } => {
                let values: Vec<Value> =
                    (first..first + count).map(|register| machine.consume(register)).collect();
                let array = Value::Array(Array::from(values));
                machine.within_depth(&array)?;
                machine.set(to, array);
            }
            Op::Object { to, first, shape } => {
                let keys = &self.program.shapes[shape as usize];
                let object: Object = keys
                    .iter()
                    .zip(first..)
                    .map(|(key, register)| (key.clone(), machine.consume(register)))
                    .collect();
                let object = Value::Object(object);
                machine.within_depth(&object)?;
                machine.set(to, object);
            }
            Op::Call { call } => return self.call(call),
            Op::Return { value } => return Err(Failure::Return(Box::new(machine.consume(value)))),
            Op::ReturnFails => {
                return Err(Failure::Error(Message::Static("`return` can't leave this expression")));
            }
            Op::Abort => return Err(Failure::Abort(None)),
            Op::AbortWith { message } => {
                return Err(Failure::Abort(Some(machine.take_message(message))));
            }
            Op::AbortFails { message } => {
                return Err(Failure::Error(Message::Owned(machine.take_message(message))));
            }
            Op::Break => return Err(Failure::Break),
            Op::Jump { .. }
            | Op::JumpIfFalse { .. }
            | Op::JumpUnlessTrue { .. }
            | Op::JumpIfTruthy { .. }
            | Op::End { .. } => unreachable!("the loop runs these itself"),
        }
        Ok(())
    }
}

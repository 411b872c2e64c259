//! The interpreter loop: one instruction after the other, and where a failure continues.

use vrlet_function::{Failure, Message};
use vrlet_value::{Value, arithmetic};

use super::{Position, Run, Uncaught};
use crate::{Op, error};

impl Run<'_> {
    /// Runs from an instruction to an `End`.
    pub(super) fn execute(&mut self, entry: u32) -> Result<Value, Uncaught> {
        let program = self.program;
        let mut position = Position::of(entry);
        loop {
            let memory = &mut *self.memory;
            let step = match program.ops[position.at] {
                Op::Constant { to, constant } => {
                    memory.registers[to as usize].assign(&program.constants[constant as usize]);
                    Ok(())
                }
                Op::Move { to, from } => {
                    let value = memory.take(from);
                    memory.set(to, value);
                    Ok(())
                }
                Op::Copy { to, from } => {
                    memory.copy(to, from);
                    Ok(())
                }
                Op::EventField { to, key, cache } => self.event_field(to, key, cache),
                Op::TakeEventField { to, key, cache } => {
                    let removed = self.remove_event_field(key, cache);
                    self.memory.set(to, removed.unwrap_or_default());
                    Ok(())
                }
                Op::DropEventField { key, cache } => {
                    self.remove_event_field(key, cache);
                    Ok(())
                }
                Op::Event { to, path } => self.event(to, path),
                Op::Metadata { to, path } => self.metadata(to, path),
                Op::Path { to, from, path } => self.path(to, from, path),
                Op::SetEventField { key, cache, from } => self.set_event_field(key, cache, from),
                Op::SetEvent { path, from } => self.set_event(path, from),
                Op::SetMetadata { path, from } => self.set_metadata(path, from),
                Op::SetPath { to, path, from } => self.set_path(to, path, from),
                Op::MergeEvent { from, cache } => self.merge_event(from, cache),
                Op::Merge { to, left, right, cache } => memory.merge(to, [left, right], cache),
                Op::Add { to, left, right } => memory.add(to, [left, right]),
                Op::Subtract { to, left, right } => {
                    memory.apply(to, [left, right], arithmetic::subtract)
                }
                Op::Multiply { to, left, right } => {
                    memory.apply(to, [left, right], arithmetic::multiply)
                }
                Op::Divide { to, left, right } => {
                    memory.apply(to, [left, right], arithmetic::divide)
                }
                Op::Equal { to, left, right } => {
                    memory.compare(to, [left, right], |a, b| Ok(arithmetic::equals(a, b)))
                }
                Op::NotEqual { to, left, right } => {
                    memory.compare(to, [left, right], |a, b| Ok(!arithmetic::equals(a, b)))
                }
                Op::Less { to, left, right } => memory.compare(to, [left, right], arithmetic::less),
                Op::LessOrEqual { to, left, right } => {
                    memory.compare(to, [left, right], arithmetic::less_or_equal)
                }
                Op::Greater { to, left, right } => {
                    memory.compare(to, [left, right], arithmetic::greater)
                }
                Op::GreaterOrEqual { to, left, right } => {
                    memory.compare(to, [left, right], arithmetic::greater_or_equal)
                }
                Op::And { to, left, right } => memory.compare(to, [left, right], arithmetic::and),
                Op::Not { to, from } => memory.not(to, from),
                Op::TypeAssert { value, assert } => {
                    let assert = &program.type_asserts[assert as usize];
                    let value = &memory.registers[value as usize];
                    if assert.kinds.contains_value(value) {
                        Ok(())
                    } else {
                        Err(error::type_assert(assert, value))
                    }
                }
                Op::Array { to, first, count } => memory.array(to, first, count),
                Op::Object { to, first, shape } => {
                    memory.object(to, first, &program.shapes[shape as usize])
                }
                Op::Call { call } => match memory.charge(&mut position) {
                    Ok(()) => self.call(call),
                    Err(failure) => Err(failure),
                },
                Op::Jump { target } => match memory.jump(&mut position, target) {
                    Ok(()) => continue,
                    Err(failure) => Err(failure),
                },
                Op::JumpIfFalse { condition, target } => match memory.take_condition(condition) {
                    Ok(true) => Ok(()),
                    Ok(false) => match memory.jump(&mut position, target) {
                        Ok(()) => continue,
                        Err(failure) => Err(failure),
                    },
                    Err(failure) => Err(failure),
                },
                Op::JumpUnlessTrue { value, target } => {
                    // What is no boolean fails after the right side, as in VRL.
                    if memory.is_truthy(value) {
                        Ok(())
                    } else {
                        memory.set(value, Value::Boolean(false));
                        match memory.jump(&mut position, target) {
                            Ok(()) => continue,
                            Err(failure) => Err(failure),
                        }
                    }
                }
                Op::JumpIfTruthy { value, target } => {
                    if memory.is_truthy(value) {
                        match memory.jump(&mut position, target) {
                            Ok(()) => continue,
                            Err(failure) => Err(failure),
                        }
                    } else {
                        Ok(())
                    }
                }
                Op::End { value } => match memory.charge(&mut position) {
                    Ok(()) => return Ok(memory.consume(value)),
                    Err(failure) => Err(failure),
                },
                Op::Return { value } => Err(Failure::Return(Box::new(memory.consume(value)))),
                Op::ReturnFails => Err(Failure::fixed(error::RETURNED)),
                Op::Abort => Err(Failure::Abort(None)),
                Op::AbortWith { message } => {
                    memory.take_message(message).and_then(|text| Err(Failure::Abort(Some(text))))
                }
                Op::AbortFails { message } => memory
                    .take_message(message)
                    .and_then(|text| Err(Failure::Error(Message::Owned(text)))),
                Op::Break => Err(Failure::Break),
                Op::CoverageProbe { probe } => {
                    memory.probe_counts[probe as usize] += 1;
                    Ok(())
                }
            };
            match step {
                Ok(()) => position.at += 1,
                Err(failure) => {
                    let failure = self.memory.charge(&mut position).err().unwrap_or(failure);
                    position = Position::of(self.catch(failure, position.at)?);
                }
            }
        }
    }

    /// Where a failure of an instruction goes on.
    fn catch(&mut self, failure: Failure, at: usize) -> Result<u32, Uncaught> {
        let row = self.program.handler_index[at];
        let handled = row > 0 && !matches!(failure, Failure::Break | Failure::Stopped(_));
        if !handled {
            let failure = self.of_instruction(failure, at);
            return Err(Uncaught { failure, span: self.program.spans[at] });
        }
        let handler = self.program.handlers[row as usize - 1];
        if let Some(register) = handler.message {
            let failure = self.of_instruction(failure, at);
            self.memory.set(register, Value::from(error::text(failure)));
        }
        Ok(handler.target)
    }

    /// The failure with the name of the call that it left, where it left one.
    fn of_instruction(&self, failure: Failure, at: usize) -> Failure {
        match self.program.ops[at] {
            Op::Call { call } => error::of_call(failure, &self.program.calls[call as usize]),
            _ => failure,
        }
    }
}

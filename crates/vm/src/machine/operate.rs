//! Operators: values in registers to a value in a register.

use vrlet_function::Failure;
use vrlet_value::{Value, arithmetic};

use super::Machine;
use crate::{Op, Reg, error};

impl Machine {
    pub(super) fn operate(&mut self, op: Op) -> Result<(), Failure> {
        match op {
            Op::Add { to, left, right } => {
                let (left, right) = (self.consume(left), self.consume(right));
                let sum = arithmetic::add(left, right).map_err(Failure::new)?;
                self.set(to, sum);
                Ok(())
            }
            Op::Merge { to, left, right, cache } => {
                let (left, right) = (self.consume(left), self.consume(right));
                let cache = &mut self.merges[cache as usize];
                let merged = arithmetic::merge(left, right, cache).map_err(Failure::new)?;
                self.within_depth(&merged)?;
                self.set(to, merged);
                Ok(())
            }
            Op::Subtract { to, left, right } => self.apply(to, left, right, arithmetic::subtract),
            Op::Multiply { to, left, right } => self.apply(to, left, right, arithmetic::multiply),
            Op::Divide { to, left, right } => self.apply(to, left, right, arithmetic::divide),
            Op::Equal { to, left, right } => {
                self.decide(to, left, right, |a, b| Ok(arithmetic::equals(a, b)))
            }
            Op::NotEqual { to, left, right } => {
                self.decide(to, left, right, |a, b| Ok(!arithmetic::equals(a, b)))
            }
            Op::Less { to, left, right } => self.decide(to, left, right, arithmetic::less),
            Op::LessOrEqual { to, left, right } => {
                self.decide(to, left, right, arithmetic::less_or_equal)
            }
            Op::Greater { to, left, right } => self.decide(to, left, right, arithmetic::greater),
            Op::GreaterOrEqual { to, left, right } => {
                self.decide(to, left, right, arithmetic::greater_or_equal)
            }
            Op::And { to, left, right } => self.decide(to, left, right, arithmetic::and),
            Op::Not { to, from } => {
                let value = self.consume(from);
                let negated = arithmetic::not(&value).map_err(Failure::new)?;
                self.set(to, Value::Boolean(negated));
                Ok(())
            }
            other => unreachable!("not an operator: {other:?}"),
        }
    }

    fn apply(
        &mut self,
        to: Reg,
        left: Reg,
        right: Reg,
        operator: fn(&Value, &Value) -> Result<Value, arithmetic::OperandError>,
    ) -> Result<(), Failure> {
        let result = operator(&self.registers[left as usize], &self.registers[right as usize]);
        self.expire(left);
        self.expire(right);
        self.set(to, result.map_err(Failure::new)?);
        Ok(())
    }

    fn decide(
        &mut self,
        to: Reg,
        left: Reg,
        right: Reg,
        operator: fn(&Value, &Value) -> Result<bool, arithmetic::OperandError>,
    ) -> Result<(), Failure> {
        let verdict = operator(&self.registers[left as usize], &self.registers[right as usize]);
        self.expire(left);
        self.expire(right);
        self.set(to, Value::Boolean(verdict.map_err(Failure::new)?));
        Ok(())
    }

    pub(super) fn take_condition(&mut self, register: Reg) -> Result<bool, Failure> {
        match self.consume(register) {
            Value::Boolean(holds) => Ok(holds),
            other => Err(error::condition(&other)),
        }
    }

    pub(super) fn is_true(&self, register: Reg) -> Result<bool, Failure> {
        arithmetic::is_true_for_and(&self.registers[register as usize]).map_err(Failure::new)
    }

    pub(super) fn is_truthy(&self, register: Reg) -> bool {
        !arithmetic::is_falsy(&self.registers[register as usize])
    }

    pub(super) fn take_message(&mut self, register: Reg) -> Box<str> {
        match self.consume(register) {
            Value::Bytes(text) => text.to_str().into(),
            other => other.to_string().into(),
        }
    }
}

//! Operators and literals: values in registers to a value in a register.

use vrlet_function::Failure;
use vrlet_value::{Array, Key, Object, Value, arithmetic};

use super::Memory;
use crate::{Reg, error};

impl Memory {
    pub(super) fn add(&mut self, to: Reg, [left, right]: [Reg; 2]) -> Result<(), Failure> {
        let (left, right) = (self.consume(left), self.consume(right));
        self.set(to, arithmetic::add(left, right).map_err(Failure::new)?);
        Ok(())
    }

    pub(super) fn merge(
        &mut self,
        to: Reg,
        [left, right]: [Reg; 2],
        cache: u32,
    ) -> Result<(), Failure> {
        let (left, right) = (self.consume(left), self.consume(right));
        let cache = &mut self.merges[cache as usize];
        let merged = arithmetic::merge(left, right, cache).map_err(Failure::new)?;
        self.within_depth(&merged)?;
        self.set(to, merged);
        Ok(())
    }

    pub(super) fn not(&mut self, to: Reg, from: Reg) -> Result<(), Failure> {
        let negated = arithmetic::not(&self.registers[from as usize]);
        self.drop_temp(from);
        self.set(to, Value::Boolean(negated.map_err(Failure::new)?));
        Ok(())
    }

    /// An operator that reads its operands where they are.
    #[inline]
    pub(super) fn apply(
        &mut self,
        to: Reg,
        [left, right]: [Reg; 2],
        operator: fn(&Value, &Value) -> Result<Value, arithmetic::OperandError>,
    ) -> Result<(), Failure> {
        let result = operator(&self.registers[left as usize], &self.registers[right as usize]);
        self.drop_temp(left);
        self.drop_temp(right);
        self.set(to, result.map_err(Failure::new)?);
        Ok(())
    }

    /// An operator that says yes or no.
    #[inline]
    pub(super) fn compare(
        &mut self,
        to: Reg,
        [left, right]: [Reg; 2],
        operator: fn(&Value, &Value) -> Result<bool, arithmetic::OperandError>,
    ) -> Result<(), Failure> {
        let verdict = operator(&self.registers[left as usize], &self.registers[right as usize]);
        self.drop_temp(left);
        self.drop_temp(right);
        self.set(to, Value::Boolean(verdict.map_err(Failure::new)?));
        Ok(())
    }

    pub(super) fn array(&mut self, to: Reg, first: Reg, count: u32) -> Result<(), Failure> {
        let values: Vec<Value> =
            (first..first + count).map(|register| self.consume(register)).collect();
        let array = Value::Array(Array::from(values));
        self.within_depth(&array)?;
        self.set(to, array);
        Ok(())
    }

    pub(super) fn object(&mut self, to: Reg, first: Reg, keys: &[Key]) -> Result<(), Failure> {
        let values = (first..).map(|register| self.consume(register));
        let object: Object = keys.iter().cloned().zip(values).collect();
        let object = Value::Object(object);
        self.within_depth(&object)?;
        self.set(to, object);
        Ok(())
    }

    pub(super) fn take_condition(&mut self, register: Reg) -> Result<bool, Failure> {
        match self.consume(register) {
            Value::Boolean(holds) => Ok(holds),
            other => Err(error::condition(&other)),
        }
    }

    pub(super) fn is_truthy(&self, register: Reg) -> bool {
        !arithmetic::is_falsy(&self.registers[register as usize])
    }

    /// Takes what an `abort` says.
    pub(super) fn take_message(&mut self, register: Reg) -> Result<Box<str>, Failure> {
        match self.consume(register) {
            Value::Bytes(text) => Ok(text.to_str().into()),
            other => Err(error::abort_message(&other)),
        }
    }
}

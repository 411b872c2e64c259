//! Instructions that read and write at paths of the event, the metadata and registers.

use vrlet_function::Failure;
use vrlet_value::{FieldCache, Object, Step, Value, arithmetic};

use super::Run;
use crate::{Reg, error};

impl Run<'_> {
    #[inline]
    pub(super) fn event_field(&mut self, to: Reg, key: u32, cache: u32) -> Result<(), Failure> {
        let memory = &mut *self.memory;
        let cache = &mut memory.fields[cache as usize];
        let value = match &*self.event {
            Value::Object(event) => event.get_cached(&self.program.keys[key as usize], cache),
            _ => None,
        };
        memory.registers[to as usize].assign(value.unwrap_or(&Value::Null));
        Ok(())
    }

    #[inline]
    pub(super) fn remove_event_field(&mut self, key: u32, cache: u32) -> Option<Value> {
        let cache = &mut self.memory.fields[cache as usize];
        match self.event {
            Value::Object(event) => event.remove_cached(&self.program.keys[key as usize], cache),
            _ => None,
        }
    }

    pub(super) fn event(&mut self, to: Reg, path: u32) -> Result<(), Failure> {
        let value = self.event.get(&self.program.paths[path as usize]).cloned();
        self.memory.set(to, value.unwrap_or_default());
        Ok(())
    }

    pub(super) fn metadata(&mut self, to: Reg, path: u32) -> Result<(), Failure> {
        let value = self.metadata.get(&self.program.paths[path as usize]).cloned();
        self.memory.set(to, value.unwrap_or_default());
        Ok(())
    }

    pub(super) fn path(&mut self, to: Reg, from: Reg, path: u32) -> Result<(), Failure> {
        let path = &self.program.paths[path as usize];
        let value = self.memory.registers[from as usize].get(path).cloned();
        self.memory.drop_temp(from);
        self.memory.set(to, value.unwrap_or_default());
        Ok(())
    }

    #[inline]
    pub(super) fn set_event_field(
        &mut self,
        key: u32,
        cache: u32,
        from: Reg,
    ) -> Result<(), Failure> {
        let memory = &mut *self.memory;
        let value = memory.consume(from);
        let cache = &mut memory.fields[cache as usize];
        set_field(self.event, &self.program.keys[key as usize], value, cache);
        memory.within_depth(self.event)
    }

    pub(super) fn set_event(&mut self, path: u32, from: Reg) -> Result<(), Failure> {
        let value = self.memory.consume(from);
        insert(self.event, &self.program.paths[path as usize], value)?;
        self.memory.within_depth(self.event)
    }

    pub(super) fn set_metadata(&mut self, path: u32, from: Reg) -> Result<(), Failure> {
        let value = self.memory.consume(from);
        insert(self.metadata, &self.program.paths[path as usize], value)?;
        self.memory.within_depth(self.metadata)
    }

    pub(super) fn set_path(&mut self, to: Reg, path: u32, from: Reg) -> Result<(), Failure> {
        let memory = &mut *self.memory;
        let value = memory.consume(from);
        let root = &mut memory.registers[to as usize];
        insert(root, &self.program.paths[path as usize], value)?;
        memory.within_depth(&memory.registers[to as usize])
    }

    pub(super) fn merge_event(&mut self, from: Reg, cache: u32) -> Result<(), Failure> {
        let memory = &mut *self.memory;
        let value = memory.consume(from);
        let cache = &mut memory.merges[cache as usize];
        match (&mut *self.event, value) {
            (Value::Object(event), Value::Object(fields)) => event.merge_cached(fields, cache),
            (event, value) => {
                *event = arithmetic::merge(event.clone(), value, cache).map_err(Failure::new)?;
            }
        }
        memory.within_depth(self.event)
    }
}

fn set_field(event: &mut Value, key: &vrlet_value::Key, value: Value, cache: &mut FieldCache) {
    match event {
        Value::Object(event) => event.insert_cached(key, value, cache),
        other => *other = Value::Object(Object::from_iter([(key.clone(), value)])),
    }
}

fn insert(root: &mut Value, path: &[Step], value: Value) -> Result<(), Failure> {
    match root.insert(path, value) {
        Ok(_) => Ok(()),
        Err(too_large) => Err(Failure::Stopped(error::owned(&too_large))),
    }
}

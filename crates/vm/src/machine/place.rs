//! Reading and writing at paths.

use vrlet_function::Failure;
use vrlet_value::{FieldCache, Object, Step, Value, arithmetic};

use super::Run;
use crate::{Op, error};

impl Run<'_> {
    pub(super) fn place(&mut self, op: Op) -> Result<(), Failure> {
        let (program, machine) = (self.program, &mut *self.machine);
        match op {
            Op::EventField { to, key, cache } => {
                let cache = &mut machine.fields[cache as usize];
                let value = match &*self.event {
                    Value::Object(event) => {
                        event.get_cached(&program.keys[key as usize], cache).cloned()
                    }
                    _ => None,
                };
                machine.set(to, value.unwrap_or_default());
            }
            Op::Event { to, path } => {
                let value = self.event.get(&program.paths[path as usize]).cloned();
                machine.set(to, value.unwrap_or_default());
            }
            Op::Metadata { to, path } => {
                let value = self.metadata.get(&program.paths[path as usize]).cloned();
                machine.set(to, value.unwrap_or_default());
            }
            Op::Below { to, from, path } => {
                let path = &program.paths[path as usize];
                let value = machine.registers[from as usize].get(path).cloned();
                machine.expire(from);
                machine.set(to, value.unwrap_or_default());
            }
            Op::TakeEvent { to, path } => {
                let value = self.event.take(&program.paths[path as usize]);
                machine.set(to, value.unwrap_or_default());
            }
            Op::SetEventField { key, cache, from } => {
                let value = machine.consume(from);
                set_field(
                    self.event,
                    &program.keys[key as usize],
                    value,
                    &mut machine.fields[cache as usize],
                );
                machine.within_depth(self.event)?;
            }
            Op::SetEvent { path, from } => {
                let value = machine.consume(from);
                insert(self.event, &program.paths[path as usize], value)?;
                machine.within_depth(self.event)?;
            }
            Op::SetMetadata { path, from } => {
                let value = machine.consume(from);
                insert(self.metadata, &program.paths[path as usize], value)?;
                machine.within_depth(self.metadata)?;
            }
            Op::SetBelow { to, path, from } => {
                let value = machine.consume(from);
                let root = &mut machine.registers[to as usize];
                insert(root, &program.paths[path as usize], value)?;
                machine.within_depth(&machine.registers[to as usize])?;
            }
            Op::MergeEvent { from, cache } => {
                let value = machine.consume(from);
                let cache = &mut machine.merges[cache as usize];
                match (&mut *self.event, value) {
                    (Value::Object(event), Value::Object(fields)) => {
                        event.merge_cached(fields, cache)
                    }
                    (event, value) => {
                        let merged =
                            arithmetic::merge(event.clone(), value, cache).map_err(Failure::new)?;
                        *event = merged;
                    }
                }
                machine.within_depth(self.event)?;
            }
            other => unreachable!("not a place: {other:?}"),
        }
        Ok(())
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

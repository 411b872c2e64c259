//! The keys and the shape that all records of a table have on one machine.

use vrlet_value::{Key, Object, Shape, ShapeRef, Value};

/// The keys of a table's records.
pub struct RecordLayout {
    keys: Box<[Key]>,
    /// Found with the first record, since shapes belong to the thread that the machine runs on.
    shape: Option<ShapeRef>,
}

impl RecordLayout {
    /// The layout of records with these keys, which differ from each other.
    pub fn new(keys: impl IntoIterator<Item = Key>) -> Self {
        Self { keys: keys.into_iter().collect(), shape: None }
    }

    /// A record, of one value for each key.
    pub fn record(&mut self, values: Vec<Value>) -> Value {
        if self.shape.is_none() {
            self.shape = Shape::of(self.keys.iter().cloned());
        }
        let record = match &self.shape {
            Some(shape) => Object::from_shape(*shape, values),
            None => self.keys.iter().cloned().zip(values).collect(),
        };
        Value::Object(record.with_cached_json())
    }
}

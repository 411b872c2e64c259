//! Hashing of values, for functions that look for duplicates.

use std::hash::{Hash, Hasher};

use crate::{Array, Object, Regex, Value};

impl Eq for Value {}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Self::Null => {}
            Self::Boolean(boolean) => boolean.hash(state),
            Self::Integer(number) => number.hash(state),
            Self::Float(number) => number.hash(state),
            Self::Timestamp(time) => time.hash(state),
            Self::Regex(regex) => regex.hash(state),
            Self::Bytes(text) => text.hash(state),
            Self::Array(array) => array.hash(state),
            Self::Object(object) => object.hash(state),
        }
    }
}

impl Eq for Regex {}

impl Hash for Regex {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Eq for Array {}

impl Hash for Array {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl Eq for Object {}

impl Hash for Object {
    /// Objects are equal whatever the order of their fields.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.len());
        for field in self.sorted() {
            field.hash(state);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher;

    use crate::{Value, json};

    #[test]
    fn equal_values_have_equal_hashes() {
        let hasher = rustc_hash::FxBuildHasher;
        let value = |json: &str| json::read_slice(json.as_bytes()).expect("JSON");
        for (left, right) in
            [(r#"{"a":1,"b":[2,null]}"#, r#"{"b":[2,null],"a":1}"#), ("[0.0]", "[-0.0]")]
        {
            let (left, right): (Value, Value) = (value(left), value(right));
            assert_eq!(left, right);
            assert_eq!(hasher.hash_one(&left), hasher.hash_one(&right));
        }
    }

    #[test]
    fn a_nested_value_is_not_its_parts() {
        let hasher = rustc_hash::FxBuildHasher;
        let hash = |json: &str| {
            let value: Value = json::read_slice(json.as_bytes()).expect("JSON");
            hasher.hash_one(&value)
        };
        assert_ne!(hash("[[1],2]"), hash("[[1,2]]"));
        assert_ne!(hash("1"), hash("1.0"));
    }
}

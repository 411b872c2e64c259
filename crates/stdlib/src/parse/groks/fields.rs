//! Where the values of a rule are stored: nested fields, repeated fields, empty values.

use vrlet_function::prelude::*;

/// Where a match goes.
#[derive(Clone)]
pub(super) enum Destination {
    /// Its fields are fields of the result.
    Result,
    /// It is the field of a path.
    Field(Vec<Key>),
}

impl Destination {
    /// The place of a path.
    pub(super) fn of(names: &[String]) -> Self {
        match names {
            [] => Self::Result,
            names => Self::Field(names.iter().map(|name| Key::from(name.as_str())).collect()),
        }
    }
}

/// Puts a value below a path; with one that is there already it makes an array.
pub(super) fn put(object: &mut Object, path: &[Key], value: Value) {
    let Some((name, below)) = path.split_first() else { return };
    let before = object.take(name).unwrap_or_default();
    let value = if below.is_empty() {
        both(before, value)
    } else {
        let mut inner = match before {
            Value::Object(inner) => inner,
            _ => Object::new(),
        };
        put(&mut inner, below, value);
        inner.into()
    };
    object.insert(name.clone(), value);
}

/// Both values as an array, or the other one where one is null.
pub(super) fn both(before: Value, value: Value) -> Value {
    match before {
        Value::Null => value,
        Value::Array(mut values) => {
            values.push(value);
            values.into()
        }
        before => vec![before, value].into(),
    }
}

/// An object whose keys with points are paths instead, in the objects below it too, at most so many
/// levels deep; a key that is no path is left as it is.
pub(super) fn expand_keys(object: Object, depth: u32) -> Object {
    if !has_paths(&object, depth) {
        return object;
    }
    let mut expanded = Object::new();
    // A field goes before those below it, whatever their order is.
    let mut fields: Vec<_> = object.into_iter().collect();
    fields.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (key, value) in fields {
        let names = names(&key, depth).unwrap_or_else(|| vec![&*key]);
        let below = depth.saturating_sub(u32::try_from(names.len()).unwrap_or(u32::MAX));
        set(&mut expanded, &names, expand_below(value, below));
    }
    expanded
}

fn expand_below(value: Value, depth: u32) -> Value {
    match value {
        Value::Object(object) if depth > 0 => expand_keys(object, depth).into(),
        Value::Array(array) if depth > 0 => {
            let elements = array.into_vec().into_iter();
            elements.map(|element| expand_below(element, depth - 1)).collect::<Array>().into()
        }
        other => other,
    }
}

fn has_paths(object: &Object, depth: u32) -> bool {
    object.iter().any(|(key, value)| names(key, depth).is_some() || has_paths_below(value, depth))
}

fn has_paths_below(value: &Value, depth: u32) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    match value {
        Value::Object(object) => has_paths(object, depth),
        Value::Array(array) => array.iter().any(|element| has_paths_below(element, depth)),
        _ => false,
    }
}

/// The names of a path, if the key has points and is one.
fn names(key: &str, depth: u32) -> Option<Vec<&str>> {
    if !key.contains('.') {
        return None;
    }
    let is_name = |name: &&str| {
        !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'@' | b'-'))
    };
    let names: Vec<_> = key.strip_prefix('.').unwrap_or(key).split('.').collect();
    (names.iter().all(is_name) && names.len() <= depth as usize).then_some(names)
}

fn set(object: &mut Object, names: &[&str], value: Value) {
    let Some((name, below)) = names.split_first() else { return };
    if below.is_empty() {
        object.insert(Key::from(*name), value);
        return;
    }
    let mut inner = match object.take(name) {
        Some(Value::Object(inner)) => inner,
        _ => Object::new(),
    };
    set(&mut inner, below, value);
    object.insert(Key::from(*name), inner.into());
}

/// An object without fields that say nothing, in the objects below it too.
pub(super) fn without_nothing(object: Object) -> Object {
    if object.values().all(is_clean) {
        return object;
    }
    let fields = object.into_iter().map(|(key, value)| (key, cleaned(value)));
    fields.filter(|(_, value)| !is_nothing(value)).collect()
}

fn cleaned(value: Value) -> Value {
    match value {
        Value::Object(object) => without_nothing(object).into(),
        Value::Array(array) => array.into_vec().into_iter().map(cleaned).collect::<Array>().into(),
        other => other,
    }
}

/// Whether a field is worth nothing.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}

/// Whether there is nothing to take away from a field.
fn is_clean(value: &Value) -> bool {
    !is_nothing(value) && is_clean_inside(value)
}

fn is_clean_inside(value: &Value) -> bool {
    match value {
        Value::Object(object) => object.values().all(is_clean),
        Value::Array(array) => array.iter().all(is_clean_inside),
        _ => true,
    }
}

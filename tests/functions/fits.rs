//! Whether a value is of a kind that the checker promised.

use vrlet::Value;
use vrlet::value::{Key, Kind, KindSet};

/// Whether a value is of a kind; a field or an element that is not there counts as null.
pub fn fits(value: &Value, kind: &Kind) -> bool {
    if !kind.set().contains_value(value) {
        return false;
    }
    match value {
        Value::Object(object) => kind.as_object().is_none_or(|fields| {
            let is_known = |key: &Key| fields.known().any(|(known, _)| known == key);
            let known = fields.known().all(|(key, kind)| fits_or_absent(object.get(key), kind));
            let rest = |value| fields.rest().is_some_and(|rest| fits(value, rest));
            known && object.iter().all(|(key, value)| is_known(key) || rest(value))
        }),
        Value::Array(array) => kind.as_array().is_none_or(|elements| {
            let is_known = |index: usize| elements.known().any(|(known, _)| *known == index);
            let known =
                elements.known().all(|(index, kind)| fits_or_absent(array.get(*index), kind));
            let rest = |value| elements.rest().is_some_and(|rest| fits(value, rest));
            known && array.iter().enumerate().all(|(index, value)| is_known(index) || rest(value))
        }),
        _ => true,
    }
}

fn fits_or_absent(value: Option<&Value>, kind: &Kind) -> bool {
    match value {
        Some(value) => fits(value, kind),
        None => kind.may_be(KindSet::NULL.or(KindSet::UNDEFINED)),
    }
}

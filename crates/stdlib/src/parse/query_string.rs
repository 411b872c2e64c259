//! The parser of query strings: `a=1&b=2`, percent-decoded.

use std::borrow::Cow;

use vrlet_function::prelude::*;

use super::shape_cache::ShapeCache;
use crate::text::to_utf8;

/// The parameters; those that come more than once are arrays.
pub(super) fn read(query: Text, shapes: &mut ShapeCache) -> Object {
    let query = to_utf8(query);
    let source = query.as_str().unwrap_or_default();
    let mut object = shapes.start();
    for (name, value) in
        form_urlencoded::parse(source.strip_prefix('?').unwrap_or(source).as_bytes())
    {
        let value = match value {
            Cow::Borrowed(value) => query.share(value),
            Cow::Owned(value) => Text::from(value),
        };
        object.add(&name, Value::Bytes(value), also);
    }
    object.finish()
}

/// What a parameter is that comes once more: the array of its values.
pub(super) fn also(before: &mut Value, value: Value) {
    *before = match std::mem::take(before) {
        Value::Array(mut values) => {
            values.push(value);
            values.into()
        }
        before => vec![before, value].into(),
    };
}

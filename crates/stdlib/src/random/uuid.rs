//! The text of UUIDs.

use uuid::Uuid;
use vrlet_function::prelude::*;

/// A UUID as programs see it: lower case, in five groups.
pub(super) fn text(uuid: Uuid) -> Value {
    Value::Bytes(Text::from(&*uuid.hyphenated().encode_lower(&mut Uuid::encode_buffer())))
}

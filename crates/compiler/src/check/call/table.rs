//! The enrichment table that a call searches, while its constants are at hand.

use vrlet_function::{CallContext, Function, Reach};
use vrlet_value::Value;

use crate::tree::TableSearch;

/// The search of a call; none where the function searches no table.
pub(super) fn search(function: &Function, call: &CallContext<'_>) -> Option<Box<TableSearch>> {
    let (name, select) = function.reaches.iter().find_map(|reach| match reach {
        Reach::Table { name, select } => Some((function.param(name)?, function.param(select)?)),
        _ => None,
    })?;
    // A table that is not a constant is refused.
    let Some(Some(Value::Bytes(name))) = call.constants.get(name) else { return None };
    let columns = call.fields.iter().map(|field| field.key.clone()).collect();
    Some(Box::new(TableSearch { name: name.to_str().into_owned(), columns, select }))
}

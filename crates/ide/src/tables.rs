//! Enrichment tables in calls: which parameters a function's contract says that they name.

use vrlet::Value;
use vrlet::function::{Function, Reach};

use crate::context::TableInfo;
use crate::document::Document;

/// The parameters of a function that name a table and the columns wanted of it.
pub(crate) fn named_by(function: &Function) -> Option<(&'static str, &'static str)> {
    function.reaches.iter().find_map(|reach| match *reach {
        Reach::Table { name, select } => Some((name, select)),
        _ => None,
    })
}

impl Document {
    /// The table that an argument names, as a string or as a variable that holds one.
    pub(crate) fn table(&self, end: usize, argument: &str) -> Option<&TableInfo> {
        let literal = argument.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        if let Some(name) = literal {
            return self.context().table_named(name);
        }
        let known = self.known_at(end);
        let variable = known.variables.iter().find(|variable| variable.name == argument)?;
        match &variable.constant {
            Some(Value::Bytes(name)) => self.context().table_named(name.as_str()?),
            _ => None,
        }
    }
}

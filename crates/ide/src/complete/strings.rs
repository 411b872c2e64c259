//! Completion inside strings that a function's contract knows: table names, columns, the words that an
//! argument can be.

use vrlet::function::{Binding, Param};

use super::{Completion, CompletionKind};
use crate::document::Document;
use crate::fragment::Role;
use crate::open_call::OpenCall;
use crate::tables::named_by;

impl Document {
    /// What a string can be that begins with what was typed.
    pub(super) fn strings(&self, end: usize, typed: &str, role: &Role<'_>) -> Vec<Completion> {
        let items = match role {
            Role::Argument(call) => self.arguments(call),
            Role::Key(call) => self.columns(end, call, |param, _| param.binding == Binding::Fields),
            Role::Element(call) => self.columns(end, call, |param, select| param.name == select),
            Role::Other => None,
        };
        let mut items = items.unwrap_or_default();
        items.retain(|item| item.label.starts_with(typed));
        items
    }

    fn arguments(&self, call: &OpenCall<'_>) -> Option<Vec<Completion>> {
        let function = self.context().engine().functions().get(call.function)?;
        let param = call.parameter(function)?;
        if named_by(function).is_some_and(|(name, _)| name == param.name) {
            let tables = self.context().tables().iter().map(|table| Completion {
                detail: Some(table.about.clone()),
                ..quoted(&table.name, CompletionKind::Table)
            });
            return Some(tables.collect());
        }
        Some(param.choices.iter().map(|choice| quoted(choice, CompletionKind::Choice)).collect())
    }

    /// The columns of the table that a call searches, where the string is in the right argument.
    fn columns(
        &self,
        end: usize,
        call: &OpenCall<'_>,
        is_right: impl Fn(&Param, &str) -> bool,
    ) -> Option<Vec<Completion>> {
        let function = self.context().engine().functions().get(call.function)?;
        let (name, select) = named_by(function)?;
        let param = call.parameter(function).filter(|param| is_right(param, select))?;
        let table = self.table(end, call.argument(function, name)?)?;
        let columns = table.columns.iter().flatten();
        let about = Some(param.about.to_owned());
        let items = columns.map(|column| Completion {
            about: about.clone(),
            ..quoted(column, CompletionKind::Column)
        });
        Some(items.collect())
    }
}

/// A string whose first quote is there.
fn quoted(text: &str, kind: CompletionKind) -> Completion {
    Completion { insert: format!("{text}\""), ..Completion::new(text, kind) }
}

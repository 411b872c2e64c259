//! What a call touches: its contract, resolved with the call's constant arguments.

use vrlet_function::Reach;
use vrlet_value::Value;

use super::{Names, TableUse, Uses};
use crate::tree::{Call, Expr, Node, TableSearch};

impl Uses {
    /// Notes what a call reaches besides its arguments.
    pub(super) fn note_call(&mut self, call: &Call) {
        for reach in call.function.reaches {
            match *reach {
                Reach::Network => self.outside.network = true,
                Reach::Environment => self.outside.environment = true,
                Reach::Files => self.outside.files = true,
                Reach::Clock => self.outside.clock = true,
                Reach::Random => self.outside.random = true,
                Reach::Log => self.outside.log = true,
                Reach::ReadSecret(param) => self.secrets_read.add(text(call, param)),
                Reach::WriteSecret(param) => self.secrets_written.add(text(call, param)),
                // Where the place is, and how the table is searched, stands in the call itself.
                Reach::AroundPlace | Reach::Table { .. } => {}
            }
        }
        if let Some(search) = &call.table {
            let TableSearch { name, columns, select } = &**search;
            let table = self.tables.entry(name.clone()).or_default();
            table.searched.extend(columns.iter().map(|column| column.to_string()));
            select_columns(table, argument(call, *select));
        }
    }
}

/// Notes the columns that are taken out of a record; without a list those are all.
fn select_columns(table: &mut TableUse, list: Option<&Expr>) {
    match list.map(|list| &list.node) {
        Some(Node::Constant(Value::Array(columns))) => {
            for column in columns.iter() {
                let name = column.as_text().map(|name| name.to_str().into_owned());
                table.selected.add(name);
            }
        }
        _ => table.selected = Names::All,
    }
}

/// The string that a parameter is surely given.
fn text(call: &Call, param: &str) -> Option<String> {
    match &argument(call, call.function.param(param)?)?.node {
        Node::Constant(Value::Bytes(text)) => Some(text.to_str().into_owned()),
        _ => None,
    }
}

fn argument(call: &Call, position: usize) -> Option<&Expr> {
    call.arguments.get(position)?.as_ref()
}

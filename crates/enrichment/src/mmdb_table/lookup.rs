//! MaxMind databases as functions see them: one address is looked up.

use std::sync::Arc;

use vrlet_function::{Case, Condition, SearchError, SearchFactory, Table};

use super::MmdbTable;
use super::search::OfTable;
use crate::error::not_one_address;

impl Table for MmdbTable {
    fn search(
        self: Arc<Self>,
        condition: &[Condition],
        _: Case,
    ) -> Result<Box<dyn SearchFactory>, SearchError> {
        match condition {
            [key] if !key.range => Ok(Box::new(OfTable(self))),
            _ => Err(not_one_address()),
        }
    }

    fn columns(&self) -> Option<Vec<String>> {
        let layout = self.layout.as_ref()?;
        let network = self.network.then(|| "network".to_owned());
        Some(layout.names().map(ToString::to_string).chain(network).collect())
    }

    fn describe(&self) -> String {
        let records = if self.layout.is_some() { "flat fields" } else { "records as they are" };
        format!("{}, {records}", self.reader.metadata().database_type)
    }
}

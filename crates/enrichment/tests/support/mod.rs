//! What the tests of tables share: searches in few words, and a writer of databases.
#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod database;

use std::path::PathBuf;
use std::sync::Arc;

use vrlet_enrichment::CsvTable;
use vrlet_function::{
    Case, Condition, Failure, MachineState, Search, SearchError, SearchFactory, Table,
};
use vrlet_value::{Array, Key, Object, Text, Value};

/// A table of strings from text.
pub fn csv(text: &str) -> Arc<CsvTable> {
    Arc::new(CsvTable::options().read("test.csv", text.as_bytes()).expect("the table is sound"))
}

/// A search and the machine that it belongs to.
pub struct Searching {
    search: Box<dyn Search>,
    machine: MachineState,
}

impl Searching {
    /// Makes the search on a machine of its own.
    pub fn new(prepared: &dyn SearchFactory) -> Self {
        let mut machine = MachineState::default();
        Self { search: prepared.instantiate(&mut machine), machine }
    }

    pub fn find_one(
        &mut self,
        values: &mut [Value],
        select: Option<&Array>,
        wildcard: Option<&Text>,
    ) -> Result<Value, Failure> {
        self.search.find_one(&mut self.machine, values, select, wildcard)
    }

    pub fn find_all(
        &mut self,
        values: &mut [Value],
        select: Option<&Array>,
        wildcard: Option<&Text>,
    ) -> Result<Array, Failure> {
        self.search.find_all(&mut self.machine, values, select, wildcard)
    }
}

/// Prepares a search for values that columns must equal.
pub fn search(
    table: &Arc<impl Table + 'static>,
    columns: &[&str],
    case: Case,
) -> Result<Searching, SearchError> {
    let condition: Vec<Condition> = columns
        .iter()
        .map(|column| Condition { column: Key::from(*column), range: false })
        .collect();
    let prepared = Arc::clone(table).search(&condition, case)?;
    Ok(Searching::new(&*prepared))
}

/// Prepares a search by one column.
pub fn by(table: &Arc<impl Table + 'static>, column: &str) -> Searching {
    search(table, &[column], Case::Sensitive).expect("the column is there")
}

/// The same for a machine that others share.
pub fn by_in(
    table: &Arc<impl Table + 'static>,
    column: &str,
    machine: &mut MachineState,
) -> Box<dyn Search> {
    let condition = [Condition { column: Key::from(column), range: false }];
    let prepared = Arc::clone(table).search(&condition, Case::Sensitive);
    prepared.unwrap_or_else(|error| panic!("{error:?}")).instantiate(machine)
}

/// The one record for values.
pub fn one(search: &mut Searching, values: &[Value]) -> Result<Value, String> {
    search.find_one(&mut values.to_vec(), None, None).map_err(message)
}

/// All records for values.
pub fn all(search: &mut Searching, values: &[Value]) -> Array {
    search.find_all(&mut values.to_vec(), None, None).expect("the search works")
}

pub fn message(failure: Failure) -> String {
    match failure {
        Failure::Error(message) => message.to_string(),
        other => panic!("an error was expected, found {other:?}"),
    }
}

pub fn text(text: &str) -> Value {
    Value::from(text)
}

pub fn names(names: &[&str]) -> Array {
    names.iter().map(|name| Value::from(*name)).collect()
}

pub fn wildcard(text: &str) -> Text {
    Text::from(text)
}

/// An object of fields in any order.
pub fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Object(
        fields.into_iter().map(|(name, value)| (Key::from(name), value)).collect::<Object>(),
    )
}

/// A folder of the repository.
pub fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

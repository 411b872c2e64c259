//! What both lookups share: their parameters, and the search that is prepared for a call.

use vrlet_function::prelude::*;
use vrlet_function::{Case, Condition, Search, SearchError, Tables};

use crate::error::quoted;
use vrlet_function::nearest;

/// The parameters of a lookup.
pub const PARAMS: &[Param] = &[
    required("table", STRING, "The name of the table, as the host has loaded it.").constant(),
    required(
        "condition",
        OBJECT,
        "What a record must meet: each key is a column, each value what its cell must equal, or an object of timestamps `from` and `to` between which its date must lie, both included. A MaxMind database takes one key of any name, with an IP address.",
    )
    .fields(),
    optional("select", ARRAY, "The columns wanted; all of them where it is left out. For a MaxMind database of type `mmdb` these are paths, such as `location.latitude`.").elements(STRING),
    optional("case_sensitive", BOOLEAN, "Whether upper and lower case differ when texts are compared.")
        .default(Literal::Boolean(true))
        .constant(),
    optional("wildcard", STRING, "A text that, in a cell, equals every value of the condition."),
];

const SELECT: usize = 2;
const WILDCARD: usize = 4;

/// The prepared search of one call.
pub struct Lookup(Box<dyn Search>);

impl Lookup {
    /// Finds the table and has it prepare the search.
    pub fn prepare(site: &Site<'_>) -> Result<Self, Refusal> {
        let name = match site.constant("table") {
            Some(Value::Bytes(name)) => name,
            _ => unreachable!("checked: the table is a constant string"),
        };
        let name = name.to_str();
        let tables = &site.host.tables;
        let table = tables.get(&name).ok_or_else(|| unknown_table(&name, tables))?;
        let case = match site.constant("case_sensitive") {
            Some(Value::Boolean(false)) => Case::Insensitive,
            _ => Case::Sensitive,
        };
        let condition: Vec<Condition> = site
            .fields
            .iter()
            .map(|field| Condition { column: field.key.clone(), range: is_range(&field.kind) })
            .collect();
        match std::sync::Arc::clone(table).search(&condition, case) {
            Ok(search) => Ok(Self(search)),
            Err(SearchError { message, help }) => {
                let refusal =
                    Refusal::constant("condition", format_args!("table `{name}`: {message}"));
                Err(match help {
                    Some(help) => refusal.help(help),
                    None => refusal,
                })
            }
        }
    }

    /// Finds the one record.
    pub fn find_one(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let (select, wildcard): (Option<Array>, Option<Text>) =
            (call.take(SELECT), call.take(WILDCARD));
        self.0.find_one(call.fields(), select.as_ref(), wildcard.as_ref())
    }

    /// Finds all records.
    pub fn find_all(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let (select, wildcard): (Option<Array>, Option<Text>) =
            (call.take(SELECT), call.take(WILDCARD));
        self.0.find_all(call.fields(), select.as_ref(), wildcard.as_ref()).map(Value::Array)
    }

    /// A copy for one machine.
    pub fn fork(&self, worker: &mut Worker) -> Self {
        Self(self.0.fork(worker))
    }
}

/// A range of dates is written down as one: an object that surely has `from` or `to`.
fn is_range(kind: &Kind) -> bool {
    let Some(fields) = kind.as_object().filter(|_| kind.is(OBJECT)) else { return false };
    fields.known().any(|(name, _)| matches!(&**name, "from" | "to"))
}

fn unknown_table(name: &str, tables: &Tables) -> Refusal {
    let names: Vec<&str> = tables.iter().map(|(name, _)| name).collect();
    let refusal = Refusal::constant("table", format_args!("there is no table `{name}`"));
    if names.is_empty() {
        return refusal.help(format_args!(
            "no tables are loaded; load one with `--table {name}=PATH`, or name it in `vrlet.toml` under `[tables.{name}]`"
        ));
    }
    let hint = nearest(name, names.iter().copied())
        .map(|name| format!("did you mean `{name}`? "))
        .unwrap_or_default();
    refusal.help(format_args!("{hint}the tables are {}", quoted(&names)))
}

//! What both lookup functions share: their parameters, and the search that is prepared for a call.

use vrlet_function::prelude::*;
use vrlet_function::{Case, Condition, Param, Search, SearchError, SearchFactory, Tables};

use crate::error::quoted;
use vrlet_function::nearest;

const TABLE: Arg<Text> =
    Arg::required("table", "The name of the table, as the host has loaded it.").constant();
const CONDITION: Arg<Object> = Arg::required(
    "condition",
    "What a record must meet: each key is a column, each value what its cell must equal, or an \
     object of timestamps `from` and `to` between which its date must lie, both included. Where \
     the table matches a key by networks or ranges, the value must lie in that of the record. A \
     MaxMind database takes one key of any name, with an IP address.",
)
.fields()
.after(TABLE);
const SELECT: Arg<Option<Array>> = Arg::optional(
    "select",
    "The columns wanted; all of them where it is left out. For a MaxMind database of type `mmdb` \
     these are paths, such as `location.latitude`.",
)
.elements(STRING)
.after(CONDITION);
const CASE_SENSITIVE: Arg<bool> =
    Arg::optional("case_sensitive", "Whether upper and lower case differ when texts are compared.")
        .default(Literal::Boolean(true))
        .constant()
        .after(SELECT);
const WILDCARD: Arg<Option<Text>> =
    Arg::optional("wildcard", "A text that, in a cell, equals every value of the condition.")
        .after(CASE_SENSITIVE);

/// The parameters of a lookup.
pub const PARAMS: &[Param] =
    &[TABLE.param(), CONDITION.param(), SELECT.param(), CASE_SENSITIVE.param(), WILDCARD.param()];

/// What a lookup touches.
pub const REACHES: &[Reach] = &[Reach::Table { name: TABLE.name(), select: SELECT.name() }];

/// The lookup of one call on one machine.
pub struct Lookup(Box<dyn Search>);

impl Lookup {
    /// Finds the table, has it prepare the search, and makes a body that runs `find`.
    pub fn body(
        context: &CallContext<'_>,
        find: fn(&mut Self, &mut Call<'_>) -> Result<Value, Failure>,
    ) -> Result<Box<dyn Factory>, ArgumentError> {
        let search = prepare(context)?;
        Ok(Box::new(per_machine(move |machine| {
            let mut lookup = Self(search.instantiate(machine));
            move |call: &mut Call<'_>| find(&mut lookup, call)
        })))
    }

    /// Finds the one record.
    pub fn find_one(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let (select, wildcard) = (call.take(SELECT), call.take(WILDCARD));
        let machine = call.machine();
        self.0.find_one(machine, call.fields(), select.as_ref(), wildcard.as_ref())
    }

    /// Finds all records.
    pub fn find_all(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let (select, wildcard) = (call.take(SELECT), call.take(WILDCARD));
        let machine = call.machine();
        let found = self.0.find_all(machine, call.fields(), select.as_ref(), wildcard.as_ref());
        found.map(Value::Array)
    }
}

/// Finds the table and has it prepare the search.
fn prepare(context: &CallContext<'_>) -> Result<Box<dyn SearchFactory>, ArgumentError> {
    let Some(name) = context.constant(TABLE) else {
        unreachable!("checked: the table is a constant string")
    };
    let name = name.to_str();
    let tables = &context.host.tables;
    let table = tables.get(&name).ok_or_else(|| unknown_table(&name, tables))?;
    let case = match context.constant(CASE_SENSITIVE) {
        Some(false) => Case::Insensitive,
        _ => Case::Sensitive,
    };
    let condition: Vec<Condition> = context
        .fields
        .iter()
        .map(|field| Condition { column: field.key.clone(), range: is_range(&field.kind) })
        .collect();
    match std::sync::Arc::clone(table).search(&condition, case) {
        Ok(search) => Ok(search),
        Err(SearchError { message, help }) => {
            let error =
                ArgumentError::constant(CONDITION, format_args!("table `{name}`: {message}"));
            Err(match help {
                Some(help) => error.help(help),
                None => error,
            })
        }
    }
}

/// A value of the condition that no cell of its column equals: nothing is converted.
pub fn never_meets(context: &CallContext<'_>) -> Option<ArgumentWarning> {
    if context.has(WILDCARD) {
        return None;
    }
    let name = context.constant(TABLE)?;
    let table = context.host.tables.get(&name.to_str())?;
    context.fields.iter().filter(|field| !is_range(&field.kind)).find_map(|field| {
        let kind = field.kind.clone().stored();
        let kinds = table.kinds(&field.key).filter(|kinds| !kind.may_be(*kinds))?;
        let warning = ArgumentWarning::new(
            CONDITION,
            format_args!(
                "no row of `{}` can have this `{}`: the column holds {kinds:#}, and this is {kind:#}",
                name.to_str(),
                field.key
            ),
        );
        Some(match kinds.without(NULL) {
            STRING => warning.help("write it as text, between quotes, or convert it: `to_string(…)`"),
            INTEGER => warning.help("convert it to an integer, `to_int(…)`"),
            FLOAT => warning.help("write it with a point, `1.0`, or convert it: `to_float(…)`"),
            BOOLEAN => warning.help("write `true` or `false`"),
            _ => warning.help(
                "for dates, give a timestamp, or two of them: `{\"from\": …, \"to\": …}`",
            ),
        })
    })
}

/// A range of dates is written down as one: an object that surely has `from` or `to`.
fn is_range(kind: &Kind) -> bool {
    let Some(fields) = kind.as_object().filter(|_| kind.is(OBJECT)) else { return false };
    fields.known().any(|(name, _)| matches!(&**name, "from" | "to"))
}

fn unknown_table(name: &str, tables: &Tables) -> ArgumentError {
    let names: Vec<&str> = tables.iter().map(|(name, _)| name).collect();
    let error = ArgumentError::constant(TABLE, format_args!("there is no table `{name}`"));
    if names.is_empty() {
        return error.help(format_args!(
            "no tables are loaded; load one with `--table {name}=PATH`, or name it in \
             `vrlet.toml` under `[tables.{name}]`"
        ));
    }
    let hint = nearest(name, names.iter().copied())
        .map(|name| format!("did you mean `{name}`? "))
        .unwrap_or_default();
    error.help(format_args!("{hint}the tables are {}", quoted(&names)))
}

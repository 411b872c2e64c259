//! Flat fields: chosen parts of a record, decoded under names of their own.

use maxminddb::{LookupResult, MaxMindDbError, PathElement};
use vrlet_value::{Key, Value};

use super::geoip::{FlatField, Step};
use super::raw::Record;

/// The flat fields of a database, with names of places in one language.
pub struct Layout {
    fields: Vec<(Key, &'static [Step])>,
    locale: String,
}

impl Layout {
    /// The fields of all groups, with names in a language.
    pub fn new(groups: &[&[FlatField]], locale: &str) -> Self {
        let fields =
            groups.iter().copied().flatten().map(|(name, steps)| (Key::from_static(name), *steps));
        Self { fields: fields.collect(), locale: locale.to_owned() }
    }

    /// The names of the fields.
    pub fn names(&self) -> impl Iterator<Item = &Key> {
        self.fields.iter().map(|(name, _)| name)
    }

    /// The values of the fields of a record; what it does not have is null.
    pub fn decode<S: AsRef<[u8]>>(
        &self,
        found: &LookupResult<'_, S>,
    ) -> Result<Vec<Value>, MaxMindDbError> {
        let mut values = Vec::with_capacity(self.fields.len() + 1);
        for (_, steps) in &self.fields {
            let mut path = [const { PathElement::Index(0) }; Step::MOST];
            for (element, step) in path.iter_mut().zip(*steps) {
                *element = match step {
                    Step::Key(key) => PathElement::Key(key),
                    Step::Locale => PathElement::Key(&self.locale),
                    Step::Last => PathElement::IndexFromEnd(0),
                };
            }
            let value = found.decode_path::<Record>(&path[..steps.len()])?;
            values.push(value.map_or(Value::Null, |Record(value)| value));
        }
        Ok(values)
    }
}

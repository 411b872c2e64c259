//! A kind as the function `type_def` shows it.

use std::collections::BTreeMap;

use super::{Collection, Kind, KindSet};

/// A tree of flags: what `type_def` returns, before it becomes a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Description {
    /// Shown as `true`.
    Flag,
    /// Shown as an object.
    Members(BTreeMap<String, Self>),
}

impl Kind {
    /// The structure that `type_def` returns.
    #[must_use]
    pub fn describe(&self) -> Description {
        const OPTIONAL_JSON: KindSet = KindSet::JSON.or(KindSet::UNDEFINED);
        let mut members = BTreeMap::new();
        match self.set {
            KindSet::NEVER => flag(&mut members, "never"),
            // These two names cover whatever the collections hold.
            KindSet::ANY => flag(&mut members, "any"),
            OPTIONAL_JSON => flag(&mut members, "json"),
            set => set
                .without(KindSet::COLLECTION)
                .flags()
                .for_each(|(_, name)| flag(&mut members, name)),
        }
        if !matches!(self.set, KindSet::ANY | OPTIONAL_JSON) {
            if let Some(object) = self.as_object() {
                describe_members(
                    object,
                    &mut members,
                    "object",
                    "object_unknown_infinite",
                    |name| field(name),
                );
            }
            if let Some(array) = self.as_array() {
                describe_members(
                    array,
                    &mut members,
                    "array",
                    "array_unknown_infinite",
                    usize::to_string,
                );
            }
        }
        Description::Members(members)
    }
}

fn flag(members: &mut BTreeMap<String, Description>, name: &str) {
    members.insert(name.to_owned(), Description::Flag);
}

fn describe_members<T: Ord>(
    collection: &Collection<T>,
    members: &mut BTreeMap<String, Description>,
    known: &str,
    rest: &str,
    place_name: impl Fn(&T) -> String,
) {
    let described =
        collection.known().map(|(place, kind)| (place_name(place), kind.describe())).collect();
    members.insert(known.to_owned(), Description::Members(described));
    if let Some(kind) = collection.rest() {
        members.insert(rest.to_owned(), kind.describe());
    }
}

/// A name as in a path: quoted unless it is a word. VRL puts the quotes without escaping the name.
fn field(name: &str) -> String {
    let is_word =
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'@'));
    if is_word && name.bytes().any(|byte| !byte.is_ascii_digit()) {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}

//! Kinds as the function `type_def` shows them.

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
    /// The structure that `type_def` returns. On the first level, members of which no more is known
    /// than of the rest are left out.
    #[must_use]
    pub fn describe(&self) -> Description {
        self.tree(true)
    }

    fn tree(&self, brief: bool) -> Description {
        let mut tree = BTreeMap::new();
        // `any` and `json` cover whatever the collections hold.
        if let Some(name) = self.set.name_of_all() {
            tree.insert(name.to_owned(), Description::Flag);
            return Description::Members(tree);
        }
        let flags = self.set.without(KindSet::COLLECTION).flags();
        tree.extend(flags.map(|flag| (flag.to_owned(), Description::Flag)));
        if let Some(object) = self.as_object() {
            tree.insert("object".to_owned(), members(object, brief, |name| field(name)));
            let rest = object.rest().map(|rest| rest.tree(false));
            tree.extend(rest.map(|rest| ("object_unknown_infinite".to_owned(), rest)));
        }
        if let Some(array) = self.as_array() {
            tree.insert("array".to_owned(), members(array, brief, usize::to_string));
            let rest = array.rest().map(|rest| rest.tree(false));
            tree.extend(rest.map(|rest| ("array_unknown_infinite".to_owned(), rest)));
        }
        Description::Members(tree)
    }

    fn is_equivalent(&self, other: &Self) -> bool {
        let both_any = self.set == KindSet::ANY && other.set == KindSet::ANY;
        both_any || self.is_subset_of(other) && other.is_subset_of(self)
    }
}

fn members<T: Ord>(
    collection: &Collection<T>,
    brief: bool,
    name: impl Fn(&T) -> String,
) -> Description {
    let shown = collection
        .known
        .iter()
        .filter(|(_, kind)| !brief || !kind.is_equivalent(&collection.rest))
        .map(|(place, kind)| (name(place), kind.tree(false)))
        .collect();
    Description::Members(shown)
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

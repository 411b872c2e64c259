//! One field of an object's kind, taken out and put back: what the checker's undo log needs.

use std::sync::Arc;

use super::{Collection, Kind, KindSet};
use crate::Key;

impl Kind {
    /// The kind of a field that is known by name; `None` where only the rest speaks for it.
    #[must_use]
    pub fn known_field(&self, name: &str) -> Option<&Self> {
        self.as_object()?.known.get(name)
    }

    /// Makes a field known or, with `None`, forgets it, and gives back what was known. Only kinds that
    /// may be objects have fields; others stay as they are.
    pub fn replace_known_field(&mut self, name: &Key, kind: Option<Self>) -> Option<Self> {
        if !self.set.contains(KindSet::OBJECT) {
            return None;
        }
        let object = self.object.get_or_insert_with(|| Arc::new(Collection::any()));
        let fields = Arc::make_mut(object);
        let old = fields.take(name);
        if let Some(kind) = kind {
            fields.put(name.clone(), kind);
        }
        if object.is_any() {
            self.object = None;
        }
        old
    }
}

#[cfg(test)]
mod tests {
    use super::{Collection, Kind};
    use crate::Key;

    #[test]
    fn what_was_replaced_can_be_put_back() {
        let name = Key::from_static("a");
        let start = Kind::object(Collection::any().with(Key::from_static("b"), Kind::bytes()));
        let mut kind = start.clone();
        let before = kind.replace_known_field(&name, Some(Kind::integer()));
        assert_eq!(before, None);
        assert_eq!(kind.known_field("a"), Some(&Kind::integer()));
        assert_eq!(kind.replace_known_field(&name, before), Some(Kind::integer()));
        assert_eq!(kind, start);
        assert_eq!(Kind::bytes().replace_known_field(&name, Some(Kind::null())), None);
    }
}

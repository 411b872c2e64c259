//! Kinds: what the checker knows of a value before the program runs.
//!
//! A kind is a set of the nine kinds of values and *undefined*, which a missing member has until it
//! is stored. For arrays and objects it knows some members by place and one kind for the rest.
//! Nothing is copied to pass a kind on: collections are shared, and changed in place while unshared.

mod collection;
mod describe;
mod field;
mod get;
mod grow;
mod insert;
mod merge;
mod of_value;
mod persistent_map;
mod remove;
mod set;
mod subset;
mod union;

use std::fmt;
use std::sync::Arc;

pub use describe::Description;
pub use set::KindSet;

use crate::Key;
use persistent_map::PersistentMap;

/// The static type of a value. It holds [collections](Collection) and these hold kinds, so both are declared
/// here.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Kind {
    set: KindSet,
    /// What is known of the object; nothing if there is no collection though the set has objects.
    object: Option<Arc<Collection<Key>>>,
    /// The same for arrays.
    array: Option<Arc<Collection<usize>>>,
}

/// Known members, and one kind for every member that is not known by name or index.
#[derive(Clone, Debug)]
pub struct Collection<T> {
    known: PersistentMap<T, Kind>,
    /// Always possibly undefined; exactly undefined where no further members can be.
    rest: Kind,
    bounds: Bounds,
}

/// What is below a collection, at most.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    /// Levels, this one included.
    depth: u8,
    /// Kinds of members, and of their members.
    size: u32,
}

static ANY_OBJECT: Collection<Key> = Collection::any();
static ANY_ARRAY: Collection<usize> = Collection::any();

/// Kinds to start from.
impl Kind {
    const fn plain(set: KindSet) -> Self {
        Self { set, object: None, array: None }
    }

    /// No value at all.
    #[must_use]
    pub const fn never() -> Self {
        Self::plain(KindSet::NEVER)
    }

    /// A missing value.
    #[must_use]
    pub const fn undefined() -> Self {
        Self::plain(KindSet::UNDEFINED)
    }

    /// A string.
    #[must_use]
    pub const fn bytes() -> Self {
        Self::plain(KindSet::BYTES)
    }

    /// An integer.
    #[must_use]
    pub const fn integer() -> Self {
        Self::plain(KindSet::INTEGER)
    }

    /// A float.
    #[must_use]
    pub const fn float() -> Self {
        Self::plain(KindSet::FLOAT)
    }

    /// A boolean.
    #[must_use]
    pub const fn boolean() -> Self {
        Self::plain(KindSet::BOOLEAN)
    }

    /// A timestamp.
    #[must_use]
    pub const fn timestamp() -> Self {
        Self::plain(KindSet::TIMESTAMP)
    }

    /// A regular expression.
    #[must_use]
    pub const fn regex() -> Self {
        Self::plain(KindSet::REGEX)
    }

    /// Null.
    #[must_use]
    pub const fn null() -> Self {
        Self::plain(KindSet::NULL)
    }

    /// Anything, missing values included.
    #[must_use]
    pub const fn any() -> Self {
        Self::plain(KindSet::ANY)
    }

    /// An object of which nothing is known.
    #[must_use]
    pub const fn any_object() -> Self {
        Self::plain(KindSet::OBJECT)
    }

    /// An array of which nothing is known.
    #[must_use]
    pub const fn any_array() -> Self {
        Self::plain(KindSet::ARRAY)
    }

    /// What a JSON text can say. Only the first level is exact: below it, members are anything.
    #[must_use]
    pub fn json() -> Self {
        let member = Self::plain(KindSet::JSON.or(KindSet::UNDEFINED));
        Self::plain(KindSet::JSON.without(KindSet::COLLECTION))
            .or(Self::object(Collection::of(member.clone())))
            .or(Self::array(Collection::of(member)))
    }

    /// An object with these fields.
    #[must_use]
    pub fn object(fields: Collection<Key>) -> Self {
        let mut kind = Self::any_object();
        kind.set_object(fields);
        kind
    }

    /// An array with these elements.
    #[must_use]
    pub fn array(elements: Collection<usize>) -> Self {
        let mut kind = Self::any_array();
        kind.set_array(elements);
        kind
    }

    /// An array of unknown length whose elements are all of one kind.
    #[must_use]
    pub fn array_of(element: Self) -> Self {
        Self::array(Collection::of(element))
    }

    /// An object with unknown fields that are all of one kind.
    #[must_use]
    pub fn object_of(field: Self) -> Self {
        Self::object(Collection::of(field))
    }
}

/// Questions and small changes.
impl Kind {
    /// The kinds, without a look inside collections.
    #[must_use]
    pub const fn set(&self) -> KindSet {
        self.set
    }

    /// Whether the value is surely of one of these kinds. *Never* is.
    #[must_use]
    pub const fn is(&self, set: KindSet) -> bool {
        set.contains(self.set)
    }

    /// Whether the value may be of one of these kinds. *Never* may.
    #[must_use]
    pub const fn may_be(&self, set: KindSet) -> bool {
        self.set.intersects(set) || self.set.is_empty()
    }

    /// Whether there can't be a value.
    #[must_use]
    pub const fn is_never(&self) -> bool {
        self.set.is_empty()
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_any(&self) -> bool {
        *self == Self::any()
    }

    /// Whether the value may be missing.
    #[must_use]
    pub const fn contains_undefined(&self) -> bool {
        self.set.contains(KindSet::UNDEFINED)
    }

    /// What is known of the object, if it can be one.
    #[must_use]
    pub fn as_object(&self) -> Option<&Collection<Key>> {
        self.set.contains(KindSet::OBJECT).then(|| self.object.as_deref().unwrap_or(&ANY_OBJECT))
    }

    /// What is known of the array, if it can be one.
    #[must_use]
    pub fn as_array(&self) -> Option<&Collection<usize>> {
        self.set.contains(KindSet::ARRAY).then(|| self.array.as_deref().unwrap_or(&ANY_ARRAY))
    }

    /// The kind less some kinds.
    #[must_use]
    pub fn without(mut self, set: KindSet) -> Self {
        self.set = self.set.without(set);
        if !self.set.contains(KindSet::OBJECT) {
            self.object = None;
        }
        if !self.set.contains(KindSet::ARRAY) {
            self.array = None;
        }
        self
    }

    /// The kind where the value is known not to be missing.
    #[must_use]
    pub fn without_undefined(self) -> Self {
        self.without(KindSet::UNDEFINED)
    }

    /// The kind where the value is known not to be null.
    #[must_use]
    pub fn without_null(self) -> Self {
        self.without(KindSet::NULL)
    }

    /// The kind once the value is stored: a missing value is null then.
    #[must_use]
    pub fn stored(self) -> Self {
        if self.contains_undefined() { self.without_undefined().or_null() } else { self }
    }

    /// This kind or null.
    #[must_use]
    pub const fn or_null(self) -> Self {
        self.or_plain(KindSet::NULL)
    }

    /// This kind or missing.
    #[must_use]
    pub const fn or_undefined(self) -> Self {
        self.or_plain(KindSet::UNDEFINED)
    }

    /// This kind or a string.
    #[must_use]
    pub const fn or_bytes(self) -> Self {
        self.or_plain(KindSet::BYTES)
    }

    /// This kind or an integer.
    #[must_use]
    pub const fn or_integer(self) -> Self {
        self.or_plain(KindSet::INTEGER)
    }

    /// This kind or a float.
    #[must_use]
    pub const fn or_float(self) -> Self {
        self.or_plain(KindSet::FLOAT)
    }

    /// This kind or a boolean.
    #[must_use]
    pub const fn or_boolean(self) -> Self {
        self.or_plain(KindSet::BOOLEAN)
    }

    /// For kinds without members only: a collection would keep what the other side contradicts.
    const fn or_plain(mut self, set: KindSet) -> Self {
        self.set = self.set.or(set);
        self
    }

    fn set_object(&mut self, fields: Collection<Key>) {
        self.object = (!fields.is_any()).then(|| Arc::new(fields));
    }

    fn set_array(&mut self, elements: Collection<usize>) {
        self.array = (!elements.is_any()).then(|| Arc::new(elements));
    }

    /// Whether two kinds are equal without a look inside collections: they share them.
    fn is_identical(&self, other: &Self) -> bool {
        fn shared<T>(left: Option<&Arc<T>>, right: Option<&Arc<T>>) -> bool {
            match (left, right) {
                (None, None) => true,
                (Some(left), Some(right)) => Arc::ptr_eq(left, right),
                (Some(_), None) | (None, Some(_)) => false,
            }
        }
        self.set == other.set
            && shared(self.object.as_ref(), other.object.as_ref())
            && shared(self.array.as_ref(), other.array.as_ref())
    }

    /// Kinds that this one is made of, at most.
    fn size(&self) -> u32 {
        let object = self.object.as_ref().map_or(0, |object| object.size());
        let array = self.array.as_ref().map_or(0, |array| array.size());
        object.saturating_add(array).saturating_add(1)
    }

    /// Levels of collections, at most.
    fn depth(&self) -> u8 {
        let object = self.object.as_ref().map_or(0, |object| object.depth());
        let array = self.array.as_ref().map_or(0, |array| array.depth());
        object.max(array)
    }
}

impl From<KindSet> for Kind {
    fn from(set: KindSet) -> Self {
        Self::plain(set)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.set.fmt(f)
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.describe().fmt(f)
    }
}

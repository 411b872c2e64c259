//! `TypeDef`: the type of an expression, the kind of its value and whether it can fail.

use vrlet_value::{Kind, KindSet};

/// The kind of a result, and whether there may be a failure instead.
#[derive(Clone, PartialEq, Debug)]
pub struct TypeDef {
    /// Every value lies inside this kind.
    pub kind: Kind,
    /// Whether the expression can fail.
    pub fallible: bool,
}

impl TypeDef {
    /// A result of a kind, without failures.
    #[must_use]
    pub const fn new(kind: Kind) -> Self {
        Self { kind, fallible: false }
    }

    /// A result that may be of any of the kinds, without failures.
    #[must_use]
    pub fn of(kinds: KindSet) -> Self {
        Self::new(Kind::from(kinds))
    }

    /// Any value.
    #[must_use]
    pub fn any() -> Self {
        Self::new(Kind::any())
    }

    /// A string.
    #[must_use]
    pub fn string() -> Self {
        Self::new(Kind::bytes())
    }

    /// An integer.
    #[must_use]
    pub fn integer() -> Self {
        Self::new(Kind::integer())
    }

    /// A float.
    #[must_use]
    pub fn float() -> Self {
        Self::new(Kind::float())
    }

    /// A boolean.
    #[must_use]
    pub fn boolean() -> Self {
        Self::new(Kind::boolean())
    }

    /// A timestamp.
    #[must_use]
    pub fn timestamp() -> Self {
        Self::new(Kind::timestamp())
    }

    /// Null.
    #[must_use]
    pub fn null() -> Self {
        Self::new(Kind::null())
    }

    /// The same, with possible failures.
    #[must_use]
    pub fn fallible(self) -> Self {
        Self { fallible: true, ..self }
    }

    /// The same, with possible failures where `fallible` says so.
    #[must_use]
    pub fn fallible_if(self, fallible: bool) -> Self {
        Self { fallible, ..self }
    }
}

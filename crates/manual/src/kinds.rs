//! Sets of kinds as the reference writes them, `string or null`, in text and in JSON.

use std::fmt;

use serde::{Serialize, Serializer};
use vrlet::value::{Kind, KindSet};

/// The kinds that a value may be of, and those of its elements where more is known than that.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kinds {
    set: KindSet,
    elements: Option<KindSet>,
}

/// Every kind with its name.
pub(crate) const NAMES: [(KindSet, &str); 9] = [
    (KindSet::STRING, "string"),
    (KindSet::INTEGER, "integer"),
    (KindSet::FLOAT, "float"),
    (KindSet::BOOLEAN, "boolean"),
    (KindSet::TIMESTAMP, "timestamp"),
    (KindSet::REGEX, "regex"),
    (KindSet::NULL, "null"),
    (KindSet::OBJECT, "object"),
    // Last, because the kinds of elements are said after it.
    (KindSet::ARRAY, "array"),
];

impl Kinds {
    /// A set of kinds.
    #[must_use]
    pub fn new(set: KindSet, elements: Option<KindSet>) -> Self {
        let says_more = |elements: &KindSet| !elements.contains(KindSet::VALUE);
        Self { set, elements: elements.filter(says_more) }
    }

    /// What is known of a value.
    #[must_use]
    pub fn of(kind: &Kind) -> Self {
        let elements = kind.as_array().map(|array| array.element_union().set());
        let elements = elements.map(|set| set.without(KindSet::UNDEFINED));
        Self::new(kind.set(), elements.filter(|elements| !elements.is_empty()))
    }

    /// The kinds of an array's elements, where they are known.
    #[must_use]
    pub fn elements(self) -> Option<Self> {
        self.elements.map(|set| Self { set, elements: None })
    }

    /// Whether there is a value that is not of these kinds.
    #[must_use]
    pub fn excludes_some(self) -> bool {
        !self.set.contains(KindSet::VALUE)
    }

    /// Whether no value is of these kinds.
    #[must_use]
    pub fn is_never(self) -> bool {
        self.set.is_empty()
    }

    fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES.into_iter().filter(move |(kind, _)| self.set.contains(*kind)).map(|(_, name)| name)
    }
}

impl fmt::Display for Kinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(elements) = self.elements else {
            return self.set.fmt(f);
        };
        let others = self.set.without(KindSet::ARRAY);
        if !others.without(KindSet::UNDEFINED).is_empty() {
            write!(f, "{}, or ", Self::new(others, None))?;
        }
        write!(f, "array of {elements}")
    }
}

impl Serialize for Kinds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}

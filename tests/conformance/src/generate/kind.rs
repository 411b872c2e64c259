//! What a piece of a program is meant to yield. It is a wish: the generator does not check kinds, the
//! engines do.

use vrlet::value::KindSet;

use crate::random::Random;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Text,
    Integer,
    Float,
    Boolean,
    Timestamp,
    Regex,
    Null,
    Array,
    Object,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Integer,
        Self::Float,
        Self::Boolean,
        Self::Timestamp,
        Self::Regex,
        Self::Null,
        Self::Array,
        Self::Object,
    ];

    pub fn set(self) -> KindSet {
        match self {
            Self::Text => KindSet::BYTES,
            Self::Integer => KindSet::INTEGER,
            Self::Float => KindSet::FLOAT,
            Self::Boolean => KindSet::BOOLEAN,
            Self::Timestamp => KindSet::TIMESTAMP,
            Self::Regex => KindSet::REGEX,
            Self::Null => KindSet::NULL,
            Self::Array => KindSet::ARRAY,
            Self::Object => KindSet::OBJECT,
        }
    }

    /// Any kind, the common ones more often.
    pub fn any(random: &mut Random) -> Self {
        Self::ALL[random.weighted(&[6, 6, 3, 4, 2, 1, 1, 4, 4])]
    }

    /// One of the kinds of a set.
    pub fn of(kinds: KindSet, random: &mut Random) -> Self {
        if kinds.contains(KindSet::VALUE) {
            return Self::any(random);
        }
        let possible: Vec<Self> =
            Self::ALL.into_iter().filter(|kind| kinds.contains(kind.set())).collect();
        match possible.as_slice() {
            [] => Self::any(random),
            possible => possible[random.below(possible.len())],
        }
    }
}

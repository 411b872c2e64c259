//! `KindSet`: the possible kinds of a value as a bit set, without a look inside collections; usable in
//! constants.

use std::fmt;
use std::ops::BitOr;

/// A set of kinds, as parameters of functions declare them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct KindSet(u16);

/// Every kind with its bit, the name `type_def` gives it, and the name people read.
const NAMES: [(KindSet, &str, &str); 10] = [
    (KindSet::BYTES, "bytes", "string"),
    (KindSet::INTEGER, "integer", "integer"),
    (KindSet::FLOAT, "float", "float"),
    (KindSet::BOOLEAN, "boolean", "boolean"),
    (KindSet::TIMESTAMP, "timestamp", "timestamp"),
    (KindSet::REGEX, "regex", "regex"),
    (KindSet::ARRAY, "array", "array"),
    (KindSet::OBJECT, "object", "object"),
    (KindSet::NULL, "null", "null"),
    (KindSet::UNDEFINED, "undefined", "undefined"),
];

impl KindSet {
    /// No kind at all: what `abort` yields.
    pub const NEVER: Self = Self(0);
    /// Bytes, called string in the language.
    pub const BYTES: Self = Self(1);
    /// Bytes by the name that the language uses.
    pub const STRING: Self = Self::BYTES;
    /// 64-bit integers.
    pub const INTEGER: Self = Self(1 << 1);
    /// 64-bit floats.
    pub const FLOAT: Self = Self(1 << 2);
    /// True and false.
    pub const BOOLEAN: Self = Self(1 << 3);
    /// Points in time.
    pub const TIMESTAMP: Self = Self(1 << 4);
    /// Regular expressions.
    pub const REGEX: Self = Self(1 << 5);
    /// Null.
    pub const NULL: Self = Self(1 << 6);
    /// Arrays of whatever elements.
    pub const ARRAY: Self = Self(1 << 7);
    /// Objects of whatever fields.
    pub const OBJECT: Self = Self(1 << 8);
    /// Missing: exists in types only, and is null once stored.
    pub const UNDEFINED: Self = Self(1 << 9);
    /// Integers and floats.
    pub const NUMBER: Self = Self::INTEGER.or(Self::FLOAT);
    /// Arrays and objects.
    pub const COLLECTION: Self = Self::ARRAY.or(Self::OBJECT);
    /// Everything, undefined included.
    pub const ANY: Self = Self((1 << 10) - 1);
    /// Everything that can be stored.
    pub const VALUE: Self = Self::ANY.without(Self::UNDEFINED);
    /// What JSON can say.
    pub const JSON: Self =
        Self::BYTES.or(Self::NUMBER).or(Self::BOOLEAN).or(Self::NULL).or(Self::COLLECTION);

    /// Either of two sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// This set less another.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether all of `other` is in this set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the two sets share a kind.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no kind is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many kinds are in the set.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The one name that `type_def` has for the whole set, if it has one.
    pub(super) const fn name_of_all(self) -> Option<&'static str> {
        const OPTIONAL_JSON: KindSet = KindSet::JSON.or(KindSet::UNDEFINED);
        match self {
            Self::NEVER => Some("never"),
            Self::ANY => Some("any"),
            OPTIONAL_JSON => Some("json"),
            _ => None,
        }
    }

    /// The kinds of the set one by one, as `type_def` names them.
    pub(super) fn flags(self) -> impl Iterator<Item = &'static str> {
        NAMES.into_iter().filter(move |(kind, ..)| self.contains(*kind)).map(|(_, flag, _)| flag)
    }

    fn names(self) -> Vec<&'static str> {
        NAMES.into_iter().filter(|(kind, ..)| self.contains(*kind)).map(|(.., name)| name).collect()
    }
}

impl BitOr for KindSet {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl fmt::Display for KindSet {
    /// For diagnostics: `string`, `integer or float`, `any value`, `any value except null`; with `{:#}`
    /// `a string`, `an integer or a float`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MAX_EXCEPTIONS: u32 = 2;
        let absent = Self::VALUE.without(*self);
        if self.is_empty() {
            f.write_str("never")
        } else if absent.is_empty() {
            f.write_str("any value")
        } else if absent.len() <= MAX_EXCEPTIONS {
            f.write_str("any value except ")?;
            write_list(f, &absent.names())
        } else if f.alternate() {
            let names: Vec<String> = self.names().into_iter().map(with_article).collect();
            write_list(f, &names.iter().map(String::as_str).collect::<Vec<_>>())
        } else {
            write_list(f, &self.names())
        }
    }
}

impl fmt::Debug for KindSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.flags()).finish()
    }
}

fn with_article(name: &str) -> String {
    match name.as_bytes() {
        b"null" => name.to_owned(),
        [b'a' | b'i' | b'o', ..] => format!("an {name}"),
        _ => format!("a {name}"),
    }
}

fn write_list(f: &mut fmt::Formatter<'_>, names: &[&str]) -> fmt::Result {
    match names {
        [] => Ok(()),
        [only] => f.write_str(only),
        [first @ .., last] => write!(f, "{} or {last}", first.join(", ")),
    }
}

//! Parameters: names, kinds, defaults, and how an argument reaches the body.

use vrlet_value::{KindSet, Text, Value};

/// A parameter of a function, as the checker and the manual see it; a contract makes it of an
/// [`Arg`](crate::Arg).
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// The name, for `name: value` in a call.
    pub name: &'static str,
    /// The kinds that an argument may be of.
    pub kinds: KindSet,
    /// For arrays: the kinds that the elements may be of.
    pub elements: Option<KindSet>,
    /// What it is for, as a sentence of the manual.
    pub about: &'static str,
    /// Whether a call must give it.
    pub required: bool,
    /// What a call that leaves it out means.
    pub default: Literal,
    /// The only strings that it may be, if they are few; else empty.
    pub choices: &'static [&'static str],
    /// How an argument reaches the body.
    pub binding: Binding,
    /// Whether the body takes values of any kind: only what can't be of `kinds` is refused.
    pub unchecked: bool,
    /// Where it stands among the parameters, from zero.
    pub position: usize,
}

/// How an argument reaches the body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binding {
    /// Evaluated before each call.
    Value,
    /// A constant of the program, known when the call is prepared; anything else is refused.
    Constant,
    /// An array or object of constants written in the call itself; a variable is refused.
    InPlace,
    /// An object written in the call itself, with constant keys. The values are evaluated before each
    /// call and reach the body one by one ([`Call::fields`](crate::Call::fields)); the object is never
    /// built.
    Fields,
    /// A path; the body gets the place itself ([`Call::place`](crate::Call::place)).
    Place,
}

/// A constant that a contract can write down.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Literal {
    /// No default: the body sees null.
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A string.
    Text(&'static str),
}

impl Literal {
    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> KindSet {
        match self {
            Self::Null => KindSet::NULL,
            Self::Boolean(_) => KindSet::BOOLEAN,
            Self::Integer(_) => KindSet::INTEGER,
            Self::Text(_) => KindSet::STRING,
        }
    }
}

impl From<Literal> for Value {
    fn from(literal: Literal) -> Self {
        match literal {
            Literal::Null => Self::Null,
            Literal::Boolean(boolean) => Self::Boolean(boolean),
            Literal::Integer(number) => Self::Integer(number),
            Literal::Text(text) => Self::Bytes(Text::from_static(text)),
        }
    }
}

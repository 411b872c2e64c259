//! Parameters: names, kinds, defaults, and how an argument reaches the body.

use vrlet_value::{KindSet, Text, Value};

/// A parameter of a function.
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
    pub unguarded: bool,
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

/// A parameter that a call must give.
#[must_use]
pub const fn required(name: &'static str, kinds: KindSet, about: &'static str) -> Param {
    Param {
        name,
        kinds,
        elements: None,
        about,
        required: true,
        default: Literal::Null,
        choices: &[],
        binding: Binding::Value,
        unguarded: false,
    }
}

/// A parameter that a call may leave out.
#[must_use]
pub const fn optional(name: &'static str, kinds: KindSet, about: &'static str) -> Param {
    Param { required: false, ..required(name, kinds, about) }
}

impl Param {
    /// The value that stands for a missing argument; without one it is null.
    #[must_use]
    pub const fn default(self, default: Literal) -> Self {
        Self { default, ..self }
    }

    /// The kinds of an array's elements.
    #[must_use]
    pub const fn elements(self, elements: KindSet) -> Self {
        Self { elements: Some(elements), ..self }
    }

    /// The only strings that the argument may be.
    #[must_use]
    pub const fn one_of(self, choices: &'static [&'static str]) -> Self {
        Self { choices, ..self }
    }

    /// Takes constants only.
    #[must_use]
    pub const fn constant(self) -> Self {
        Self { binding: Binding::Constant, ..self }
    }

    /// Takes an array or object of constants written in the call only.
    #[must_use]
    pub const fn in_place(self) -> Self {
        Self { binding: Binding::InPlace, ..self }
    }

    /// Takes an object written in the call only, its values one by one.
    #[must_use]
    pub const fn fields(self) -> Self {
        Self { binding: Binding::Fields, ..self }
    }

    /// Takes a path only.
    #[must_use]
    pub const fn place(self) -> Self {
        Self { binding: Binding::Place, ..self }
    }

    /// Refuses only what can't be of the declared kinds: the body takes whatever comes.
    #[must_use]
    pub const fn unguarded(self) -> Self {
        Self { unguarded: true, ..self }
    }
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

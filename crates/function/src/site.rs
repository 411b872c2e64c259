//! A call as it is known at compile time.

use std::fmt;

use vrlet_diagnostic::{Code, Span};
use vrlet_value::{Key, Kind, Path, Root, Value};

use crate::{Function, Host};

/// What is known of a call before it runs: the kinds of its arguments, the constants among them.
pub struct Site<'a> {
    /// The called function.
    pub function: &'a Function,
    /// The kind of each parameter's argument; `None` where it was left out.
    pub kinds: &'a [Option<Kind>],
    /// The constant that each parameter's argument is, where it is one.
    pub constants: &'a [Option<Value>],
    /// The fields of the `Fields` parameter, in the order of evaluation.
    pub fields: &'a [Field],
    /// The place of the `Place` parameter.
    pub place: Option<&'a PlaceArgument>,
    /// The kind of that place's root. An effect does not see it here: it gets the root itself.
    pub root_kind: Option<&'a Kind>,
    /// The kind of the closure's result, once its body was checked.
    pub closure: Option<&'a Kind>,
    /// The call in the source.
    pub span: Span,
    /// What the host gives to functions.
    pub host: &'a Host,
}

/// A field of an object written in a call.
#[derive(Clone, PartialEq, Debug)]
pub struct Field {
    /// The key.
    pub key: Key,
    /// The kind of its value.
    pub kind: Kind,
    /// Its value, where it is a constant.
    pub constant: Option<Value>,
}

/// A path argument.
#[derive(Clone, PartialEq, Debug)]
pub struct PlaceArgument {
    /// What the path starts from.
    pub root: Root<(), ()>,
    /// The path below it.
    pub path: Path,
    /// The kind of what is there.
    pub kind: Kind,
}

impl Site<'_> {
    /// The kind of an argument; for one that was left out, that of its default.
    ///
    /// # Panics
    /// Where the function has no such parameter.
    #[must_use]
    pub fn kind(&self, param: &str) -> Kind {
        let index = self.position(param);
        match &self.kinds[index] {
            Some(kind) => kind.clone(),
            None => Kind::of_value(&self.function.params[index].default.into()),
        }
    }

    /// Whether the call gives an argument.
    ///
    /// # Panics
    /// Where the function has no such parameter.
    #[must_use]
    pub fn has(&self, param: &str) -> bool {
        self.kinds[self.position(param)].is_some()
    }

    /// The constant that an argument is: the default where it was left out, `None` where it is known
    /// only when the program runs.
    ///
    /// # Panics
    /// Where the function has no such parameter.
    #[must_use]
    pub fn constant(&self, param: &str) -> Option<Value> {
        let index = self.position(param);
        match &self.kinds[index] {
            Some(_) => self.constants[index].clone(),
            None => Some(self.function.params[index].default.into()),
        }
    }

    fn position(&self, param: &str) -> usize {
        self.function.param(param).expect("a body asks for parameters of its own function")
    }
}

/// Why a function does not accept the constants of a call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// The reason as VRL numbers it, inside the outer 610.
    pub code: Code,
    /// The parameter whose argument is at fault.
    pub param: Option<&'static str>,
    /// The cause in one line.
    pub message: String,
    /// What to type instead.
    pub help: Option<String>,
}

impl Refusal {
    /// A constant that the function can't use.
    #[must_use]
    pub fn constant(param: &'static str, message: impl fmt::Display) -> Self {
        Self {
            code: Code::from_number(403).unwrap_or(Code::FunctionRefused),
            param: Some(param),
            message: message.to_string(),
            help: None,
        }
    }

    /// A grok pattern that makes no expression.
    #[must_use]
    pub fn grok(param: &'static str, message: impl fmt::Display) -> Self {
        Self { code: Code::BadGrok, ..Self::constant(param, message) }
    }

    /// Adds what to type instead.
    #[must_use]
    pub fn help(self, help: impl fmt::Display) -> Self {
        Self { help: Some(help.to_string()), ..self }
    }
}

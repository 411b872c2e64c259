//! `CallContext`: what the type checker knows of a call, kinds and constants of its arguments.

use std::fmt;

use vrlet_diagnostic::{Code, Span};
use vrlet_value::{Key, Kind, Path, Root, Value};

use crate::arg::Arg;
use crate::arg_type::ArgType;
use crate::host::Host;
use crate::parameter::Param;

/// What is known of a call before it runs: the kinds of its arguments, the constants among them.
pub struct CallContext<'a> {
    /// The parameters of the called function.
    pub params: &'a [Param],
    /// The kind of each parameter's argument; `None` where it was left out.
    pub kinds: &'a [Option<Kind>],
    /// The constant that each parameter's argument is, where it is one.
    pub constants: &'a [Option<Value>],
    /// The fields of the `Fields` parameter, in the order of evaluation.
    pub fields: &'a [FieldArgument],
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
pub struct FieldArgument {
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

impl CallContext<'_> {
    /// The kind of an argument; for one that was left out, that of its default.
    #[must_use]
    pub fn kind<T>(&self, parameter: Arg<T>) -> Kind {
        self.kind_of(parameter.as_param())
    }

    /// [`CallContext::kind`] for a parameter as the checker knows it.
    #[must_use]
    pub fn kind_of(&self, param: &Param) -> Kind {
        match &self.kinds[param.position] {
            Some(kind) => kind.clone(),
            None => Kind::of_value(&param.default.into()),
        }
    }

    /// Whether the call gives an argument.
    #[must_use]
    pub fn has<T>(&self, parameter: Arg<T>) -> bool {
        self.kinds[parameter.position()].is_some()
    }

    /// The constant that an argument is, as the body takes it: the default where it was left out, `None`
    /// where it is known only when the program runs.
    #[must_use]
    pub fn constant<T: ArgType>(&self, parameter: Arg<T>) -> Option<T> {
        let value = self.constant_value(parameter)?;
        let fits = T::KINDS.contains_value(&value) || T::NULLABLE && value.is_null();
        fits.then(|| T::from_value(value))
    }

    /// The one of its [`choices`](Param::choices) that an argument is, where it is a constant.
    #[must_use]
    pub fn choice<T>(&self, parameter: Arg<T>) -> Option<&'static str> {
        let word = self.constant_value(parameter)?;
        let word = word.as_text()?.as_bytes();
        let mut choices = parameter.as_param().choices.iter();
        choices.find(|choice| choice.as_bytes() == word).copied()
    }

    /// [`CallContext::constant`] as a value of the language.
    #[must_use]
    pub fn constant_value<T>(&self, parameter: Arg<T>) -> Option<Value> {
        self.constant_of(parameter.as_param())
    }

    /// The constant for a parameter.
    #[must_use]
    pub fn constant_of(&self, param: &Param) -> Option<Value> {
        match &self.kinds[param.position] {
            Some(_) => self.constants[param.position].clone(),
            None => Some(param.default.into()),
        }
    }
}

/// Why a function does not accept the constants of a call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArgumentError {
    /// The reason as VRL numbers it, inside the outer 610.
    pub code: Code,
    /// The parameter whose argument is at fault.
    pub param: Option<&'static str>,
    /// The cause in one line.
    pub message: String,
    /// What to type instead.
    pub help: Option<String>,
}

impl ArgumentError {
    /// A constant that the function can't use.
    #[must_use]
    pub fn constant<T>(parameter: Arg<T>, message: impl fmt::Display) -> Self {
        Self {
            code: Code::from_number(403).unwrap_or(Code::FunctionRefused),
            param: Some(parameter.name()),
            message: message.to_string(),
            help: None,
        }
    }

    /// A grok pattern that makes no expression.
    #[must_use]
    pub fn grok<T>(parameter: Arg<T>, message: impl fmt::Display) -> Self {
        Self { code: Code::BadGrok, ..Self::constant(parameter, message) }
    }

    /// Adds what to type instead.
    #[must_use]
    pub fn help(self, help: impl fmt::Display) -> Self {
        Self { help: Some(help.to_string()), ..self }
    }
}

/// What deserves a look in a call that compiles: a constant that hardly says what its author means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArgumentWarning {
    /// The parameter whose argument it is.
    pub param: &'static str,
    /// The cause in one line.
    pub message: String,
    /// What to type instead.
    pub help: Option<String>,
}

impl ArgumentWarning {
    /// Something about an argument.
    #[must_use]
    pub fn new<T>(parameter: Arg<T>, message: impl fmt::Display) -> Self {
        Self { param: parameter.name(), message: message.to_string(), help: None }
    }

    /// Adds what to type instead.
    #[must_use]
    pub fn help(self, help: impl fmt::Display) -> Self {
        Self { help: Some(help.to_string()), ..self }
    }
}

//! The reference entry of one function as data: everything that a page, the terminal or JSON shows.

use serde::Serialize;
use vrlet::function::{Binding, ClosureSignature, Example, Function, Literal, Param};
use vrlet::value::{Kind, KindSet};

use crate::kinds::Kinds;
use crate::result_types::ResultTypes;
use crate::signature::signature;

/// All about one function.
#[derive(Serialize)]
pub struct Entry {
    /// The name in programs.
    pub name: &'static str,
    /// The chapter of the reference.
    pub category: &'static str,
    /// The call in one line, without kinds.
    pub signature: String,
    /// What it does.
    pub about: &'static str,
    /// The parameters in the order of a call.
    pub parameters: Vec<Parameter>,
    /// The closure that it takes.
    pub closure: Option<Closure>,
    /// The kinds of the result.
    pub returns: Kinds,
    /// The kinds of the elements of an array that is returned, where they are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned_elements: Option<Kinds>,
    /// The fields of an object that is returned, where they are known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub returned_fields: Vec<ReturnedField>,
    /// Whether a call can fail although its arguments are of the right kinds.
    pub fallible: bool,
    /// Whether a call can fail although by VRL's types it can't: then nothing needs to handle that.
    pub fails_untyped: bool,
    /// When a call fails, or is refused.
    pub failures: &'static [&'static str],
    /// What to write instead of a function that VRL has dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<&'static str>,
    /// Programs with their results.
    pub examples: Vec<EntryExample>,
}

/// A parameter.
#[derive(Serialize)]
pub struct Parameter {
    /// The name.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// The kinds that it takes.
    pub kinds: Kinds,
    /// The kinds of an array's elements, where they matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elements: Option<Kinds>,
    /// Whether a call must give it.
    pub required: bool,
    /// What a call that leaves it out means; null where that is something of its own.
    pub default: serde_json::Value,
    /// The only strings that it may be.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub choices: &'static [&'static str],
    /// How it must be written: `value`, `constant`, `in place`, `fields`, `path`.
    pub form: &'static str,
}

/// A closure that a function takes.
#[derive(Serialize)]
pub struct Closure {
    /// The parameter that it goes over.
    pub over: &'static str,
    /// What it receives.
    pub parameters: Vec<ClosureParameter>,
    /// The kinds that it may give.
    pub returns: Kinds,
    /// Whether what it gives is of no interest.
    pub discards: bool,
    /// Whether `break` ends the call.
    pub breaks: bool,
}

/// What a closure receives.
#[derive(Serialize)]
pub struct ClosureParameter {
    /// What it is called.
    pub name: &'static str,
    /// The kinds that it can be of.
    pub kinds: Kinds,
}

/// A field of an object that a function returns.
#[derive(Serialize)]
pub struct ReturnedField {
    /// The name.
    pub name: String,
    /// The kinds of its value; null where it may be missing.
    pub kinds: Kinds,
}

/// An example: a program with its result.
#[derive(Serialize)]
pub struct EntryExample {
    /// What it shows.
    pub title: &'static str,
    /// The event that it runs over.
    pub event: serde_json::Value,
    /// The program.
    pub source: &'static str,
    /// What it gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<serde_json::Value>,
    /// A part of what the failure says, where the example shows one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<&'static str>,
}

impl Entry {
    /// What there is to say of failures that VRL's types do not know.
    pub const UNTYPED: &str = "VRL takes it for a function that never fails: a call without a handler compiles, \
                               and ends the program when it fails. `??` and `ok, err =` handle that all the same.";

    /// Collects what the contract of a function says.
    #[must_use]
    pub fn new(function: &Function) -> Self {
        let ResultTypes { kind, fallible, receives } = ResultTypes::of(function);
        let returns = Kinds::of(&kind);
        Self {
            name: function.name,
            category: function.category.name(),
            signature: signature(function),
            about: function.about,
            parameters: function.params.iter().map(Parameter::new).collect(),
            closure: function.closure.as_ref().map(|closure| Closure::new(closure, &receives)),
            returns,
            returned_elements: returns.elements(),
            returned_fields: ReturnedField::all(&kind),
            fallible,
            fails_untyped: function.fails_untyped.is_some(),
            failures: function.failures,
            deprecated: function.deprecated,
            examples: function.examples.iter().map(EntryExample::new).collect(),
        }
    }

    /// Whether a call can fail, or be refused for its constants.
    #[must_use]
    pub fn can_fail(&self) -> bool {
        self.fallible || !self.failures.is_empty()
    }
}

impl Parameter {
    fn new(param: &Param) -> Self {
        let kinds = Kinds::new(param.kinds, param.elements);
        Self {
            name: param.name,
            about: param.about,
            kinds,
            elements: kinds.elements(),
            required: param.required,
            default: match param.default {
                Literal::Null => serde_json::Value::Null,
                Literal::Boolean(boolean) => boolean.into(),
                Literal::Integer(number) => number.into(),
                Literal::Text(text) => text.into(),
            },
            choices: param.choices,
            form: match param.binding {
                Binding::Value => "value",
                Binding::Constant => "constant",
                Binding::InPlace => "in place",
                Binding::Fields => "fields",
                Binding::Place => "path",
            },
        }
    }

    /// What must be known to write an argument, beside its kinds.
    #[must_use]
    pub fn conditions(&self) -> Vec<String> {
        let mut conditions = Vec::new();
        match self.form {
            "constant" => conditions.push("a constant".to_owned()),
            "in place" => conditions.push("a literal written in the call".to_owned()),
            "fields" => conditions.push("written in the call".to_owned()),
            "path" => conditions.push("a path".to_owned()),
            _ => {}
        }
        match (self.required, &self.default) {
            (true, _) => {}
            (false, serde_json::Value::Null) => conditions.push("optional".to_owned()),
            (false, default) => conditions.push(format!("default {default}")),
        }
        if !self.choices.is_empty() {
            let choices: Vec<String> =
                self.choices.iter().map(|choice| format!("\"{choice}\"")).collect();
            conditions.push(format!("one of {}", choices.join(", ")));
        }
        conditions
    }
}

impl Closure {
    fn new(closure: &ClosureSignature, receives: &[Kind]) -> Self {
        let parameters = closure
            .params
            .iter()
            .zip(receives)
            .map(|(param, kind)| ClosureParameter { name: param.name, kinds: Kinds::of(kind) });
        Self {
            over: closure.input.name,
            parameters: parameters.collect(),
            returns: Kinds::new(closure.result, None),
            discards: closure.discards,
            breaks: closure.breaks,
        }
    }

    /// What the closure must give and what it can do, as a sentence.
    #[must_use]
    pub fn closure_doc(&self) -> String {
        let text = match self.discards {
            true => "What it gives is ignored.".to_owned(),
            false if self.returns.excludes_some() => format!("It must give {:#}.", self.returns),
            false => "It may give any value.".to_owned(),
        };
        if self.breaks { format!("{text} `break` ends the call.") } else { text }
    }
}

impl ReturnedField {
    /// The known fields of a kind that may be an object.
    fn all(kind: &Kind) -> Vec<Self> {
        let known = kind.as_object().into_iter().flat_map(|fields| fields.known());
        known
            .map(|(name, kind)| {
                let missing = kind.may_be(KindSet::UNDEFINED);
                let kind = kind.clone().without_undefined();
                let kind = if missing { kind.or_null() } else { kind };
                Self { name: name.to_string(), kinds: Kinds::of(&kind) }
            })
            .collect()
    }
}

impl EntryExample {
    fn new(example: &Example) -> Self {
        let json = |text: &str| serde_json::from_str(text).unwrap_or_else(|_| text.into());
        Self {
            title: example.title,
            event: json(example.event),
            source: example.source,
            result: example.result.ok().map(json),
            error: example.result.err(),
        }
    }

    /// The example as a program whose comments say what it runs over and what comes out.
    #[must_use]
    pub fn program(&self) -> String {
        let Self { title, event, source, result, error } = self;
        let mut text = format!("# {title}\n");
        if event.as_object().is_none_or(|fields| !fields.is_empty()) {
            text.push_str(&format!("# event: {event}\n"));
        }
        text.push_str(source);
        match (result, error) {
            (Some(result), _) => text.push_str(&format!("\n# => {result}\n")),
            (None, error) => text.push_str(&format!("\n# fails: {}\n", error.unwrap_or_default())),
        }
        text
    }
}

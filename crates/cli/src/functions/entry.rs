//! What there is to say of one function, as data.

use serde::Serialize;
use vrlet::Value;
use vrlet::diagnostic::Span;
use vrlet::function::{
    Binding, ClosureSignature, Example, Function, Host, Literal, Param, PlaceArgument, Root, Site,
    TypeDef,
};
use vrlet::value::{Kind, KindSet, Path};

/// All about one function.
#[derive(Serialize)]
pub struct Entry {
    pub name: &'static str,
    pub category: &'static str,
    pub signature: String,
    pub about: &'static str,
    pub parameters: Vec<Parameter>,
    pub closure: Option<Closure>,
    pub returns: Vec<&'static str>,
    pub fallible: bool,
    pub failures: &'static [&'static str],
    /// What to write instead of a function that VRL has dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<&'static str>,
    pub examples: Vec<Sample>,
}

/// A parameter.
#[derive(Serialize)]
pub struct Parameter {
    pub name: &'static str,
    pub about: &'static str,
    pub kinds: Vec<&'static str>,
    /// The kinds of an array's elements, where they matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elements: Option<Vec<&'static str>>,
    pub required: bool,
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
    pub parameters: Vec<&'static str>,
    pub returns: Vec<&'static str>,
}

/// An example: a program with its result.
#[derive(Serialize)]
pub struct Sample {
    pub title: &'static str,
    pub event: serde_json::Value,
    pub source: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<serde_json::Value>,
    /// A part of what the failure says, where the example shows one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<&'static str>,
}

impl Entry {
    /// Collects what the contract of a function says.
    pub fn new(function: &Function) -> Self {
        let TypeDef { kind, fallible } = returns(function);
        Self {
            name: function.name,
            category: function.category.name(),
            signature: signature(function),
            about: function.about,
            parameters: function.params.iter().map(Parameter::new).collect(),
            closure: function.closure.as_ref().map(Closure::new),
            returns: names(kind.set()),
            fallible,
            failures: function.failures,
            deprecated: function.deprecated,
            examples: function.examples.iter().map(Sample::new).collect(),
        }
    }
}

impl Parameter {
    fn new(param: &Param) -> Self {
        Self {
            name: param.name,
            about: param.about,
            kinds: names(param.kinds),
            elements: param.elements.map(names),
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
}

impl Closure {
    fn new(closure: &ClosureSignature) -> Self {
        Self {
            over: closure.input,
            parameters: closure.params.iter().map(|param| param.name).collect(),
            returns: names(closure.result),
        }
    }
}

impl Sample {
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
}

/// The call of a function in one line: `name(required, [optional]) -> |closure|`.
pub fn signature(function: &Function) -> String {
    let params = function.params.iter().map(|param| match param.required {
        true => param.name.to_owned(),
        false => format!("[{}]", param.name),
    });
    let call = format!("{}({})", function.name, params.collect::<Vec<_>>().join(", "));
    match &function.closure {
        None => call,
        Some(closure) => {
            let params =
                closure.params.iter().map(|param| param.name).collect::<Vec<_>>().join(", ");
            format!("{call} -> |{params}| {{ … }}")
        }
    }
}

/// The type of a call of which nothing is known but that its arguments are of their declared kinds.
fn returns(function: &Function) -> TypeDef {
    let argument = |param: &Param| param.required.then(|| Kind::from(param.kinds));
    let kinds: Vec<Option<Kind>> = function.params.iter().map(argument).collect();
    let constants: Vec<Option<Value>> = vec![None; kinds.len()];
    let place = PlaceArgument { root: Root::Event, path: Path::default(), kind: Kind::any() };
    let closure = function.closure.as_ref().map(|closure| Kind::from(closure.result));
    let takes_place = function.params.iter().any(|param| param.binding == Binding::Place);
    (function.returns)(&Site {
        function,
        kinds: &kinds,
        constants: &constants,
        fields: &[],
        place: takes_place.then_some(&place),
        root_kind: None,
        closure: closure.as_ref(),
        span: Span::default(),
        host: &Host::default(),
    })
}

/// The kinds of a set one by one, as messages name them.
fn names(set: KindSet) -> Vec<&'static str> {
    const NAMES: [(KindSet, &str); 9] = [
        (KindSet::STRING, "string"),
        (KindSet::INTEGER, "integer"),
        (KindSet::FLOAT, "float"),
        (KindSet::BOOLEAN, "boolean"),
        (KindSet::TIMESTAMP, "timestamp"),
        (KindSet::REGEX, "regex"),
        (KindSet::NULL, "null"),
        (KindSet::ARRAY, "array"),
        (KindSet::OBJECT, "object"),
    ];
    NAMES.iter().filter(|(kind, _)| set.contains(*kind)).map(|(_, name)| *name).collect()
}

//! `Function`: the contract of a builtin, the sorts of bodies, examples and chapters of the manual.

use vrlet_value::{Kind, KindSet, Value};

use crate::call::Call;
use crate::closure::ClosureSignature;
use crate::context::{ArgumentError, ArgumentWarning, CallContext};
use crate::factory::Factory;
use crate::failure::Failure;
use crate::parameter::Param;
use crate::reach::Reach;
use crate::type_def::TypeDef;

/// A function of the language, as its file declares it with [`Function::new`].
#[non_exhaustive]
pub struct Function {
    /// The name in programs.
    pub name: &'static str,
    /// The chapter of the manual.
    pub category: Category,
    /// What it does, in a sentence or two of Markdown.
    pub about: &'static str,
    /// The parameters in positional order.
    pub params: &'static [Param],
    /// The type of the result, from what is known of the arguments; also whether the call can fail
    /// although every argument is of its declared kind.
    pub returns: fn(&CallContext<'_>) -> TypeDef,
    /// When a call fails, one condition a line of the manual.
    pub failures: &'static [&'static str],
    /// What runs.
    pub body: Body,
    /// Programs with their results: run as tests and shown in the manual.
    pub examples: &'static [Example],
    /// The closure that the function takes, if it takes one.
    pub closure: Option<ClosureSignature>,
    /// What a call does to the type of the event or the metadata that its place argument is rooted in.
    pub effect: Option<Transition>,
    /// Whether dropping the result is fine, because the call is made for its effect.
    pub for_effect: bool,
    /// Whether a call with constant arguments is itself a constant to the checker.
    pub folds: bool,
    /// Whether a call of the place alone removes what stands there and gives it back, which the machine
    /// can do by itself.
    pub removes: bool,
    /// What a call touches besides its arguments and its place.
    pub reaches: &'static [Reach],
    /// Whether a call can fail although by VRL's types, which `returns` gives, it can't; `None` where that
    /// never happens. Programs compile without a handler then, and one that they have is none too many.
    pub fails_untyped: Option<fn(&CallContext<'_>) -> bool>,
    /// What to write instead, where VRL has dropped the function and it runs for the sake of old scripts.
    pub deprecated: Option<&'static str>,
    /// What deserves a look in a call that compiles.
    pub warns: Option<Warns>,
}

/// What deserves a look in a call that compiles, from its constants.
pub type Warns = fn(&CallContext<'_>) -> Option<ArgumentWarning>;

/// What every function says of itself. The fields are those of [`Function`]; a contract without one of them
/// does not compile:
///
/// ```compile_fail,E0063
/// use vrlet_function::prelude::*;
///
/// const FUNCTION: Function = Function::new(Contract {
///     name: "nothing",
///     category: Category::System,
///     params: &[],
///     returns: |_| TypeDef::null(),
///     failures: &[],
///     body: Body::Plain(|_| Ok(Value::Null)),
///     examples: &[],
/// });
/// ```
///
/// Nor do parameters in another order than [`Arg::after`](crate::Arg::after) gives them:
///
/// ```compile_fail,E0080
/// use vrlet_function::prelude::*;
///
/// const FIRST: Arg<Text> = Arg::required("first", "");
/// const SECOND: Arg<Text> = Arg::required("second", "").after(FIRST);
/// const FUNCTION: Function = Function::new(Contract {
///     name: "nothing",
///     category: Category::System,
///     about: "",
///     params: &[SECOND.param(), FIRST.param()],
///     returns: |_| TypeDef::null(),
///     failures: &[],
///     body: Body::Plain(|_| Ok(Value::Null)),
///     examples: &[],
/// });
/// ```
#[allow(missing_docs, reason = "documented once, at the fields of the function")]
pub struct Contract {
    pub name: &'static str,
    pub category: Category,
    pub about: &'static str,
    pub params: &'static [Param],
    pub returns: fn(&CallContext<'_>) -> TypeDef,
    pub failures: &'static [&'static str],
    pub body: Body,
    pub examples: &'static [Example],
}

/// How a call changes the type of the root of its place argument.
pub type Transition = fn(&CallContext<'_>, &mut Kind);

impl Function {
    /// A function that does no more than its contract says.
    ///
    /// # Panics
    /// When it is compiled, where parameters stand in another order than [`Arg::after`](crate::Arg::after)
    /// says.
    #[must_use]
    pub const fn new(contract: Contract) -> Self {
        let Contract { name, category, about, params, returns, failures, body, examples } =
            contract;
        let mut position = 0;
        while position < params.len() {
            assert!(params[position].position == position, "the parameters stand in another order");
            position += 1;
        }
        Self {
            name,
            category,
            about,
            params,
            returns,
            failures,
            body,
            examples,
            closure: None,
            effect: None,
            for_effect: false,
            folds: false,
            removes: false,
            reaches: &[],
            fails_untyped: None,
            deprecated: None,
            warns: None,
        }
    }

    /// Takes a closure.
    #[must_use]
    pub const fn closure(self, signature: ClosureSignature) -> Self {
        Self { closure: Some(signature), ..self }
    }

    /// Changes the type of the event or the metadata that its place argument is rooted in.
    #[must_use]
    pub const fn effect(self, effect: Transition) -> Self {
        Self { effect: Some(effect), ..self }
    }

    /// Is called for its effect: dropping the result is fine.
    #[must_use]
    pub const fn for_effect(self) -> Self {
        Self { for_effect: true, ..self }
    }

    /// Makes constants of constants.
    #[must_use]
    pub const fn folds(self) -> Self {
        Self { folds: true, ..self }
    }

    /// Removes what stands at its place and gives it back, which the machine can do by itself.
    #[must_use]
    pub const fn removes(self) -> Self {
        Self { removes: true, ..self }
    }

    /// Touches something besides its arguments and its place.
    #[must_use]
    pub const fn reaches(self, reaches: &'static [Reach]) -> Self {
        Self { reaches, ..self }
    }

    /// Can fail where this holds, although VRL's types say that it can't.
    #[must_use]
    pub const fn fails_untyped(self, fails: fn(&CallContext<'_>) -> bool) -> Self {
        Self { fails_untyped: Some(fails), ..self }
    }

    /// Was dropped by VRL; says what to write instead.
    #[must_use]
    pub const fn deprecated(self, instead: &'static str) -> Self {
        Self { deprecated: Some(instead), ..self }
    }

    /// Looks at the constants of a call that compiles, for those that hardly say what their author means.
    #[must_use]
    pub const fn warns(self, warns: Warns) -> Self {
        Self { warns: Some(warns), ..self }
    }

    /// The position of a parameter.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<usize> {
        self.params.iter().position(|param| param.name == name)
    }
}

impl std::fmt::Debug for Function {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Function").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What runs when a function is called.
#[derive(Clone, Copy)]
pub enum Body {
    /// A function of the arguments alone.
    Plain(fn(&mut Call<'_>) -> Result<Value, Failure>),
    /// Work on constants is done once, at compile time, and refused there.
    Prepared(fn(&CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError>),
    /// The first argument as it is, if it is of these kinds, else a failure. The machine does that by
    /// itself.
    TypeAssert(KindSet),
    /// The result follows from what is known at compile time; the arguments are not evaluated.
    CompileTime(fn(&CallContext<'_>) -> Value),
}

/// A program and the JSON of its result.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What it shows.
    pub title: &'static str,
    /// The event, as JSON.
    pub event: &'static str,
    /// The program.
    pub source: &'static str,
    /// The result as JSON, or what the failure says.
    pub result: Result<&'static str, &'static str>,
}

impl Example {
    /// The same example over another event than `{}`.
    #[must_use]
    pub const fn event(self, event: &'static str) -> Self {
        Self { event, ..self }
    }
}

/// The chapters of the function reference.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Category {
    /// Arrays.
    Array,
    /// Checksums.
    Checksum,
    /// Encodings.
    Codec,
    /// From one kind to another.
    Coerce,
    /// From one notation to another.
    Convert,
    /// Encryption and hashes.
    Cryptography,
    /// Finding mistakes.
    Debug,
    /// Lookups in tables.
    Enrichment,
    /// Going over collections.
    Enumerate,
    /// What an event carries beside its fields.
    Event,
    /// Addresses.
    Ip,
    /// Places on the globe.
    Map,
    /// Numbers.
    Number,
    /// Objects.
    Object,
    /// Reading formats.
    Parse,
    /// Places in events.
    Path,
    /// Randomness.
    Random,
    /// Text.
    String,
    /// The world outside.
    System,
    /// Dates and times.
    Timestamp,
    /// Kinds.
    Type,
}

impl Category {
    /// The name of the chapter, as the reference's function list names it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Array => "Array",
            Self::Checksum => "Checksum",
            Self::Codec => "Codec",
            Self::Coerce => "Coerce",
            Self::Convert => "Convert",
            Self::Cryptography => "Cryptography",
            Self::Debug => "Debug",
            Self::Enrichment => "Enrichment",
            Self::Enumerate => "Enumerate",
            Self::Event => "Event",
            Self::Ip => "IP",
            Self::Map => "Map",
            Self::Number => "Number",
            Self::Object => "Object",
            Self::Parse => "Parse",
            Self::Path => "Path",
            Self::Random => "Random",
            Self::String => "String",
            Self::System => "System",
            Self::Timestamp => "Timestamp",
            Self::Type => "Type",
        }
    }
}

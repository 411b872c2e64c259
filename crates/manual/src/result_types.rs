//! The result type of a function over all of its calls: the union of what its type rule says of each.
//!
//! The contract's rule sees one call. With all that an argument may be put in at once it says less than
//! for each by itself: that `compact` of an array gives an array, that the format of a log decides on
//! the fields.

use vrlet::Value;
use vrlet::diagnostic::Span;
use vrlet::function::{Binding, CallContext, Function, Host, Param, PlaceArgument, TypeDef};
use vrlet::value::{Kind, Path, Root};

use crate::kinds::NAMES;

/// The types of all calls of a function.
pub(crate) struct ResultTypes {
    /// The kind of the result.
    pub kind: Kind,
    /// Whether a call may fail although its arguments are of the right kinds.
    pub fallible: bool,
    /// The kinds of what the closure receives.
    pub receives: Vec<Kind>,
}

impl ResultTypes {
    /// Joins the types of the calls: by the kind of the first argument, and by the constants that there
    /// are only a few of.
    pub fn of(function: &Function) -> Self {
        let closures = function.closure.as_ref().map_or(0, |closure| closure.params.len());
        let nothing = vec![Kind::never(); closures];
        let mut all = Self { kind: Kind::never(), fallible: false, receives: nothing };
        for arguments in Arguments::required(function).by_kind(function) {
            for arguments in arguments.by_choice(function) {
                all.join(function, &arguments);
            }
        }
        all
    }

    fn join(&mut self, function: &Function, arguments: &Arguments) {
        let place = PlaceArgument { root: Root::Event, path: Path::default(), kind: Kind::any() };
        let given = function.closure.as_ref().map(|closure| Kind::from(closure.result));
        let takes_place = function.params.iter().any(|param| param.binding == Binding::Place);
        let context = CallContext {
            params: function.params,
            kinds: &arguments.kinds,
            constants: &arguments.constants,
            fields: &[],
            place: takes_place.then_some(&place),
            root_kind: None,
            closure: given.as_ref(),
            span: Span::default(),
            host: &Host::default(),
        };
        let TypeDef { kind, fallible } = (function.returns)(&context);
        self.kind = self.kind.union(&kind);
        self.fallible |= fallible;
        let params = function.closure.iter().flat_map(|closure| closure.params);
        for (known, param) in self.receives.iter_mut().zip(params) {
            *known = known.union(&(param.kind)(&context).without_undefined());
        }
    }
}

/// What is known of a call's arguments.
#[derive(Clone)]
struct Arguments {
    kinds: Vec<Option<Kind>>,
    constants: Vec<Option<Value>>,
}

impl Arguments {
    /// Those of a call that gives what it must.
    fn required(function: &Function) -> Self {
        let params = function.params.iter();
        let kinds = params.map(|it| it.required.then(|| Kind::from(it.kinds))).collect();
        Self { kinds, constants: vec![None; function.params.len()] }
    }

    /// The same, once for each kind of the first.
    fn by_kind(self, function: &Function) -> Vec<Self> {
        let several = |param: &&Param| param.binding == Binding::Value && param.kinds.len() > 1;
        let Some(first) = function.params.first().filter(several) else {
            return vec![self];
        };
        let kinds = NAMES.iter().map(|(kind, _)| *kind);
        let each = kinds.filter(|kind| first.kinds.contains(*kind));
        each.map(|kind| {
            let mut arguments = self.clone();
            arguments.kinds[0] = Some(Kind::from(kind));
            arguments
        })
        .collect()
    }

    /// The same, once for each choice of the first constant that has some.
    fn by_choice(self, function: &Function) -> Vec<Self> {
        let has_choices =
            |param: &Param| param.binding == Binding::Constant && !param.choices.is_empty();
        let Some(at) = function.params.iter().position(has_choices) else {
            return vec![self];
        };
        let each = function.params[at].choices.iter();
        each.map(|choice| {
            let mut arguments = self.clone();
            arguments.kinds[at] = Some(Kind::bytes());
            arguments.constants[at] = Some(Value::from(*choice));
            arguments
        })
        .collect()
    }
}

//! The arguments of a call, each at its parameter: as the function sees them at compile time, and as
//! the tree keeps them.

use vrlet_diagnostic::Span;
use vrlet_function::{
    ArgumentError, Binding, CallContext, FieldArgument, Function, Host, Param, PlaceArgument,
};
use vrlet_parser::ast;
use vrlet_value::{Kind, KindSet, Root, Value};

use super::super::state::State;
use super::super::{StateRoot, TypedExpr};
use crate::tree::{Expr, Guard, Node, Place};

/// The arguments as the tree keeps them.
pub(super) struct TreeArguments {
    /// One for each parameter: the values to evaluate.
    pub values: Vec<Option<Expr>>,
    /// The values of the `Fields` parameter.
    pub fields: Vec<Expr>,
    /// The place of the `Place` parameter.
    pub place: Option<Place>,
    /// What only the machine can make sure of.
    pub guards: Vec<Guard>,
}

/// The arguments, by parameter.
pub(super) struct Arguments {
    exprs: Vec<Option<Expr>>,
    spans: Vec<Option<Span>>,
    kinds: Vec<Option<Kind>>,
    pub constants: Vec<Option<Value>>,
    fields: Vec<FieldArgument>,
    place: Option<PlaceArgument>,
    /// The root of the place argument, if it can be written.
    pub store: Option<StateRoot>,
    pub call: Span,
}

impl Arguments {
    /// Of several arguments for one parameter the last one counts.
    pub fn new(
        call: &ast::Call,
        function: &Function,
        typed_exprs: Vec<TypedExpr>,
        positions: &[usize],
    ) -> Self {
        let count = function.params.len();
        let mut this = Self {
            exprs: std::iter::repeat_with(|| None).take(count).collect(),
            spans: vec![None; count],
            kinds: vec![None; count],
            constants: vec![None; count],
            fields: Vec::new(),
            place: None,
            store: None,
            call: call.span,
        };
        for ((argument, typed), &position) in call.arguments.iter().zip(typed_exprs).zip(positions)
        {
            this.spans[position] = Some(argument.value.span);
            this.kinds[position] = Some(typed.kind().clone());
            this.constants[position] = typed.constant;
            this.exprs[position] = Some(typed.expr);
        }
        for (position, param) in function.params.iter().enumerate() {
            match param.binding {
                Binding::Fields => this.bind_fields(position),
                Binding::Place => this.bind_place(position),
                Binding::Value | Binding::Constant | Binding::InPlace => {}
            }
        }
        this
    }

    fn bind_fields(&mut self, position: usize) {
        let fields = match self.exprs[position].take() {
            Some(Expr { node: Node::Object(fields), span, type_def }) => {
                Expr { node: Node::Object(fields), span, type_def }
            }
            Some(Expr { node: Node::Constant(Value::Object(object)), span, type_def }) => {
                let constant = |value: &Value| TypedExpr::constant(value.clone(), span).expr;
                let fields = object.sorted().map(|(key, value)| (key.clone(), constant(value)));
                Expr { node: Node::Object(fields.collect()), span, type_def }
            }
            other => {
                self.exprs[position] = other;
                return;
            }
        };
        if let Node::Object(members) = &fields.node {
            self.fields = members
                .iter()
                .map(|(key, value)| FieldArgument {
                    key: key.clone(),
                    kind: value.type_def.kind.clone(),
                    constant: if let Node::Constant(value) = &value.node {
                        Some(value.clone())
                    } else {
                        None
                    },
                })
                .collect();
        }
        self.exprs[position] = Some(fields);
    }

    fn bind_place(&mut self, position: usize) {
        let Some(Expr { node: Node::Get(place), type_def, .. }) = &self.exprs[position] else {
            return;
        };
        let root = place.root.as_ref();
        self.store = root.writable().ok().map(|root| root.map(|id| *id, |never| never));
        let root = root.map(|_| (), |_| ());
        self.place =
            Some(PlaceArgument { root, path: place.path.clone(), kind: type_def.kind.clone() });
    }

    /// The call as the function sees it.
    pub fn context<'a>(
        &'a self,
        function: &'a Function,
        closure: Option<&'a Kind>,
        host: &'a Host,
    ) -> CallContext<'a> {
        CallContext {
            params: function.params,
            kinds: &self.kinds,
            constants: &self.constants,
            fields: &self.fields,
            place: self.place.as_ref(),
            root_kind: None,
            closure,
            span: self.call,
            host,
        }
    }

    /// The kind of what the place argument's path starts from.
    pub fn root_kind<'a>(&'a self, state: &'a State) -> Option<&'a Kind> {
        match self.store {
            Some(store) => state.root(store),
            None => self.exprs.iter().flatten().find_map(|expr| match &expr.node {
                Node::Get(Place { root: Root::Expression(root), .. }) => Some(&root.type_def.kind),
                _ => None,
            }),
        }
    }

    /// The place argument, if there is one.
    pub fn place(&self) -> Option<&PlaceArgument> {
        self.place.as_ref()
    }

    /// Where the argument of the parameter at `position` stands.
    pub fn span_at(&self, position: usize) -> Option<Span> {
        self.spans.get(position).copied().flatten()
    }

    /// Where the argument stands that a function refuses.
    pub fn refused(&self, function: &Function, error: &ArgumentError) -> Option<Span> {
        self.span_at(function.param(error.param?)?)
    }

    /// What the tree keeps. With `keep_constants` the body gets constants like other arguments.
    pub fn into_tree(self, function: &Function, keep_constants: bool) -> TreeArguments {
        let mut tree = TreeArguments {
            values: Vec::with_capacity(self.exprs.len()),
            fields: Vec::new(),
            place: None,
            guards: Vec::new(),
        };
        for ((param, expr), constant) in function.params.iter().zip(self.exprs).zip(self.constants)
        {
            let value = expr.and_then(|expr| match param.binding {
                Binding::Value => {
                    tree.guards.extend(guard(function, param, tree.values.len(), &expr.node));
                    Some(expr)
                }
                Binding::Constant | Binding::InPlace => constant
                    .filter(|_| keep_constants)
                    .map(|constant| Expr { node: Node::Constant(constant), ..expr }),
                Binding::Fields => {
                    if let Node::Object(members) = expr.node {
                        tree.fields = members.into_iter().map(|(_, value)| value).collect();
                    }
                    None
                }
                Binding::Place => {
                    if let Node::Get(place) = expr.node {
                        tree.place = Some(place);
                    }
                    None
                }
            });
            tree.values.push(value);
        }
        tree
    }
}

/// What the machine must make sure of before a body sees an argument.
fn guard(function: &Function, param: &Param, position: usize, argument: &Node) -> Option<Guard> {
    let guarded = match argument {
        // An array written here is one, but its elements may be anything.
        Node::Array(_) => param.elements.is_some(),
        // Of a result that is known, the checker forgets the kind.
        Node::Constant(value) => !param.kinds.contains_value(value) || param.elements.is_some(),
        node => needs_guard(node) && (param.kinds != KindSet::ANY || param.elements.is_some()),
    };
    let guard = Guard { param: position, kinds: param.kinds, elements: param.elements };
    (guarded && !param.unchecked && !is_gone_over(function, param)).then_some(guard)
}

/// Whether a closure goes over the argument. It is taken as it is: the event passes for an object, and
/// may be anything.
fn is_gone_over(function: &Function, param: &Param) -> bool {
    let signature = function.closure.as_ref();
    signature.is_some_and(|signature| {
        signature.input.position == param.position && signature.over.intersects(KindSet::OBJECT)
    })
}

/// Whether a value's kind is more than the checker can vouch for: what it knows of variables and of the
/// event goes stale when closures run.
fn needs_guard(node: &Node) -> bool {
    use vrlet_parser::ast::Operator;
    match node {
        Node::Constant(_) | Node::Array(_) | Node::Object(_) | Node::Not(_) => false,
        Node::Operation { rest, .. } => !rest.last().is_some_and(|(operator, ..)| {
            matches!(
                operator,
                Operator::Equal
                    | Operator::NotEqual
                    | Operator::Less
                    | Operator::LessOrEqual
                    | Operator::Greater
                    | Operator::GreaterOrEqual
            )
        }),
        Node::Block(_) | Node::If(_) | Node::Assign(_) | Node::Get(_) | Node::Call(_) => true,
        Node::Abort(_) | Node::Return(_) | Node::Break => false,
    }
}

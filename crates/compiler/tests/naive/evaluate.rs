//! The language as it is written down: a walk over the checked tree without registers, jumps or moves.
//!
//! Whatever the emitter and the machine do to be fast must come out as it does here.

use vrlet_diagnostic::Span;
use vrlet_function::{
    self as function, Binding, CompiledBody, Failure, Function, Host, MachineState, Message,
    Secrets,
};
use vrlet_parser::ast::Operator;
use vrlet_value::{KindSet, MergeCache, Object, Path, Root, Value, WritableRoot, arithmetic};

use vrlet_compiler::tree::{
    Assign, Call, CallBody, Closure, Expr, Guard, If, Node, Place, Recovery, Target, Tree,
    VariableId,
};

type Evaluated = Result<Value, Failure>;

/// What became of a program and of what it ran over.
#[derive(PartialEq, Debug)]
pub struct Ran {
    pub end: End,
    pub event: Value,
    pub metadata: Value,
}

/// How a run ended.
#[derive(PartialEq, Debug)]
pub enum End {
    Value(Value),
    Aborted(Option<String>),
    Failed(String),
}

/// Runs a program over an event.
pub fn evaluate(tree: &Tree, host: &Host, event: Value, metadata: Value) -> Ran {
    let variables = vec![Value::Null; tree.variables.len()];
    let secrets = Secrets::new();
    let mut naive = Naive { host, variables, event, metadata, secrets };
    let end = match naive.sequence(&tree.roots) {
        Ok(value) => End::Value(value),
        Err(Failure::Return(value)) => End::Value(*value),
        Err(Failure::Abort(text)) => End::Aborted(text.map(Into::into)),
        Err(failure) => End::Failed(text(failure)),
    };
    Ran { end, event: naive.event, metadata: naive.metadata }
}

struct Naive<'a> {
    host: &'a Host,
    variables: Vec<Value>,
    event: Value,
    metadata: Value,
    secrets: Secrets,
}

impl Naive<'_> {
    fn sequence(&mut self, exprs: &[Expr]) -> Evaluated {
        let mut last = Value::Null;
        for expr in exprs {
            last = self.expr(expr)?;
        }
        Ok(last)
    }

    fn expr(&mut self, expr: &Expr) -> Evaluated {
        match &expr.node {
            Node::Constant(value) => Ok(value.clone()),
            Node::Array(exprs) => {
                let values: Vec<Value> =
                    exprs.iter().map(|expr| self.expr(expr)).collect::<Result<_, _>>()?;
                Ok(values.into())
            }
            Node::Object(fields) => {
                let mut object = Object::new();
                for (key, value) in fields {
                    let value = self.expr(value)?;
                    object.insert(key.clone(), value);
                }
                Ok(object.into())
            }
            Node::Block(exprs) => self.sequence(exprs),
            Node::If(choice) => self.choice(choice),
            Node::Operation { first, rest } => {
                let (last, before) = rest.split_last().expect("an operation has an operator");
                self.operation(first, before, last.0, &last.2)
            }
            Node::Not(operand) => {
                let operand = self.expr(operand)?;
                Ok(Value::Boolean(arithmetic::not(&operand).map_err(Failure::new)?))
            }
            Node::Assign(assign) => self.assign(assign),
            Node::Get(place) => self.get(place),
            Node::Call(call) => self.call(call),
            Node::Abort(None) => Err(Failure::Abort(None)),
            Node::Abort(Some(message)) => match self.expr(message)? {
                Value::Bytes(text) => Err(Failure::Abort(Some(text.to_str().into()))),
                other => {
                    let found = other.kind_name();
                    let message = format!("the message of `abort` must be a string, got {found}");
                    Err(Failure::new(message))
                }
            },
            Node::Return(value) => Err(Failure::Return(Box::new(self.expr(value)?))),
            Node::Break => Err(Failure::Break),
        }
    }

    fn choice(&mut self, choice: &If) -> Evaluated {
        for (predicate, block) in &choice.branches {
            match self.sequence(predicate)? {
                Value::Boolean(true) => return self.sequence(block),
                Value::Boolean(false) => {}
                other => {
                    let kind = other.kind_name();
                    return Err(Failure::new(format!(
                        "the condition must be a boolean, got {kind}"
                    )));
                }
            }
        }
        self.sequence(choice.otherwise.as_deref().unwrap_or_default())
    }

    /// A chain is its last operator, applied to the chain before it.
    fn operation(
        &mut self,
        first: &Expr,
        before: &[(Operator, Span, Expr)],
        operator: Operator,
        right: &Expr,
    ) -> Evaluated {
        let left = match before.split_last() {
            Some((last, before)) => self.operation(first, before, last.0, &last.2),
            None => self.expr(first),
        };
        match operator {
            Operator::Coalesce => match left {
                Ok(value) => Ok(value),
                Err(failure) if is_caught(&failure) => self.expr(right),
                Err(failure) => Err(failure),
            },
            Operator::Or => match left? {
                Value::Null | Value::Boolean(false) => self.expr(right).map_err(behind_or),
                value => Ok(value),
            },
            Operator::And => {
                let left = left?;
                if !arithmetic::is_falsy(&left) {
                    let right = self.expr(right)?;
                    Ok(Value::Boolean(arithmetic::and(&left, &right).map_err(Failure::new)?))
                } else {
                    Ok(Value::Boolean(false))
                }
            }
            _ => {
                let (left, right) = (left?, self.expr(right)?);
                strict(operator, left, right).map_err(Failure::new)
            }
        }
    }

    fn assign(&mut self, assign: &Assign) -> Evaluated {
        let Some(Recovery { target: error, default }) = &assign.recovery else {
            let value = self.assigned(assign)?;
            self.store(&assign.target, value.clone())?;
            return Ok(value);
        };
        let (value, message, result) = match self.assigned(assign) {
            Ok(value) => (value.clone(), Value::Null, value),
            Err(failure) if is_caught(&failure) => {
                let message = Value::from(text(failure));
                (default.clone(), message.clone(), message)
            }
            Err(failure) => return Err(failure),
        };
        self.store(&assign.target, value)?;
        self.store(error, message)?;
        Ok(result)
    }

    fn assigned(&mut self, assign: &Assign) -> Evaluated {
        match &assign.target {
            Target::Place(Place { root, path }) if assign.merge => {
                let old = self.root_mut(*root).get(path).cloned().unwrap_or_default();
                let new = self.expr(&assign.value)?;
                strict(Operator::Merge, old, new).map_err(Failure::new)
            }
            Target::Place(_) | Target::Discard => self.expr(&assign.value),
        }
    }

    fn get(&mut self, place: &Place) -> Evaluated {
        let made;
        let root = match &place.root {
            Root::Event => &self.event,
            Root::Metadata => &self.metadata,
            Root::Variable(variable) => &self.variables[variable.0 as usize],
            Root::Expression(expr) => {
                made = self.expr(expr)?;
                &made
            }
        };
        Ok(root.get(&place.path).cloned().unwrap_or_default())
    }

    fn root_mut(&mut self, root: WritableRoot<VariableId>) -> &mut Value {
        match root {
            Root::Event => &mut self.event,
            Root::Metadata => &mut self.metadata,
            Root::Variable(variable) => &mut self.variables[variable.0 as usize],
        }
    }

    fn store(&mut self, target: &Target, value: Value) -> Result<(), Failure> {
        let Target::Place(Place { root, path }) = target else { return Ok(()) };
        match self.root_mut(*root).insert(path, value) {
            Ok(_) => Ok(()),
            Err(outside) => Err(Failure::Stopped(Message::Owned(outside.to_string().into()))),
        }
    }

    fn call(&mut self, call: &Call) -> Evaluated {
        let mut arguments = Vec::new();
        for (argument, param) in call.arguments.iter().zip(call.function.params) {
            arguments.push(match argument {
                Some(argument) => self.argument(argument)?,
                None if param.binding == Binding::Value => param.default.into(),
                None => Value::Null,
            });
        }
        let mut fields = Vec::new();
        for field in &call.fields {
            fields.push(self.argument(field)?);
        }
        if let CallBody::TypeAssert(kinds) = call.body {
            let argument = arguments.swap_remove(0);
            return expect(call, kinds, argument);
        }
        let made = match &call.place {
            Some(Place { root: Root::Expression(expr), .. }) => self.argument(expr)?,
            _ => Value::Null,
        };
        let result = guard(call, &arguments)
            .and_then(|()| self.body(call, &mut arguments, &mut fields, made));
        result.map_err(|failure| of_call(failure, call))
    }

    /// `return` can't leave an argument.
    fn argument(&mut self, expr: &Expr) -> Evaluated {
        self.expr(expr).map_err(|failure| match failure {
            Failure::Return(_) => Failure::new(RETURNED),
            other => other,
        })
    }

    fn body(
        &mut self,
        call: &Call,
        arguments: &mut [Value],
        fields: &mut [Value],
        mut made: Value,
    ) -> Evaluated {
        let host = self.host;
        let mut machine = MachineState::default();
        let compiled = match &call.body {
            CallBody::Prepared(factory) => Some(factory.instantiate(&mut machine)),
            CallBody::Plain(_) | CallBody::TypeAssert(_) => None,
        };
        let frame = function::Call::new(arguments, host).with_fields(fields);
        let frame = frame.with_machine(&mut machine);
        if let Some(closure) = &call.closure {
            let mut closure = Body { closure, naive: self };
            return run(&call.body, compiled, frame.with_closure(&mut closure));
        }
        let Some(Place { root, path }) = &call.place else {
            return run(&call.body, compiled, frame.with_secrets(&mut self.secrets));
        };
        let root = match root {
            Root::Event => &mut self.event,
            Root::Metadata => &mut self.metadata,
            Root::Variable(variable) => &mut self.variables[variable.0 as usize],
            Root::Expression(_) => &mut made,
        };
        let path: &Path = path;
        let frame = frame.with_secrets(&mut self.secrets);
        run(&call.body, compiled, frame.with_place(function::Place { root, path }))
    }
}

fn run(
    body: &CallBody,
    compiled: Option<Box<dyn CompiledBody>>,
    mut frame: function::Call<'_>,
) -> Evaluated {
    match (body, compiled) {
        (CallBody::Plain(body), _) => body(&mut frame),
        (_, Some(mut compiled)) => compiled.call(&mut frame),
        (CallBody::Prepared(_) | CallBody::TypeAssert(_), None) => {
            panic!("an expectation has no body")
        }
    }
}

/// A closure while its function runs.
struct Body<'a, 'h> {
    closure: &'a Closure,
    naive: &'a mut Naive<'h>,
}

impl function::Closure for Body<'_, '_> {
    fn run(&mut self, arguments: &mut [Value]) -> Evaluated {
        let Closure { params, locals, block, result } = self.closure;
        for (param, argument) in params.iter().zip(arguments) {
            if let Some(variable) = param {
                self.naive.variables[variable.0 as usize] = argument.clone();
            }
        }
        for variable in locals {
            self.naive.variables[variable.0 as usize] = Value::Null;
        }
        let value = self.naive.sequence(block)?;
        match result.contains_value(&value) {
            true => Ok(value),
            false => {
                let found = value.kind_name();
                Err(Failure::new(format!("the closure must give {result}, gave {found}")))
            }
        }
    }
}

fn strict(
    operator: Operator,
    left: Value,
    right: Value,
) -> Result<Value, arithmetic::OperandError> {
    let boolean = |verdict: Result<bool, _>| verdict.map(Value::Boolean);
    match operator {
        Operator::Equal => Ok(Value::Boolean(arithmetic::equals(&left, &right))),
        Operator::NotEqual => Ok(Value::Boolean(!arithmetic::equals(&left, &right))),
        Operator::Less => boolean(arithmetic::less(&left, &right)),
        Operator::LessOrEqual => boolean(arithmetic::less_or_equal(&left, &right)),
        Operator::Greater => boolean(arithmetic::greater(&left, &right)),
        Operator::GreaterOrEqual => boolean(arithmetic::greater_or_equal(&left, &right)),
        Operator::Merge => arithmetic::merge(left, right, &mut MergeCache::default()),
        Operator::Add => arithmetic::add(left, right),
        Operator::Subtract => arithmetic::subtract(&left, &right),
        Operator::Multiply => arithmetic::multiply(&left, &right),
        Operator::Divide => arithmetic::divide(&left, &right),
        Operator::Coalesce | Operator::Or | Operator::And => {
            panic!("the right side may be left out")
        }
    }
}

/// The text of an `abort` without a message, where a program reads it.
const ABORTED: &str = "aborted";

/// The text of a `return` where only a value can leave.
const RETURNED: &str = "`return` can't leave this expression";

/// What `??` and `ok, err =` catch.
fn is_caught(failure: &Failure) -> bool {
    !matches!(failure, Failure::Break | Failure::Stopped(_))
}

fn behind_or(failure: Failure) -> Failure {
    match failure {
        Failure::Abort(text) => Failure::new(text.as_deref().unwrap_or(ABORTED)),
        Failure::Return(_) => Failure::new(RETURNED),
        Failure::Error(_) | Failure::Break | Failure::Stopped(_) => failure,
    }
}

fn text(failure: Failure) -> String {
    match failure {
        Failure::Error(message) | Failure::Stopped(message) => message.to_string(),
        Failure::Abort(text) => text.as_deref().unwrap_or(ABORTED).to_owned(),
        Failure::Return(_) => RETURNED.to_owned(),
        Failure::Break => panic!("nothing catches `break`"),
    }
}

fn of_call(failure: Failure, call: &Call) -> Failure {
    match failure {
        Failure::Error(message) => at_call(&message.to_string(), call.function, call.span),
        Failure::Return(_) => {
            at_call("`return` can't leave a function's closure", call.function, call.span)
        }
        Failure::Abort(_) | Failure::Break | Failure::Stopped(_) => failure,
    }
}

fn at_call(message: &str, function: &Function, Span { start, end }: Span) -> Failure {
    Failure::new(format!("call of \"{}\" at ({start}:{end}): {message}", function.name))
}

fn expect(call: &Call, kinds: KindSet, value: Value) -> Evaluated {
    if kinds.contains_value(&value) {
        return Ok(value);
    }
    let [wanted, found] =
        [kinds.to_string(), value.kind_name().to_owned()].map(|kind| match kind.as_bytes() {
            b"null" => kind,
            [b'a' | b'i' | b'o', ..] => format!("an {kind}"),
            _ => format!("a {kind}"),
        });
    Err(at_call(&format!("expected {wanted}, found {found}"), call.function, call.span))
}

fn guard(call: &Call, arguments: &[Value]) -> Result<(), Failure> {
    for Guard { param, kinds, elements } in &call.guards {
        let (value, name) = (&arguments[*param], call.function.params[*param].name);
        if !kinds.contains_value(value) {
            let found = value.kind_name();
            return Err(Failure::new(format!("`{name}` must be {kinds}, got {found}")));
        }
        if let (Some(kinds), Value::Array(array)) = (elements, value) {
            for (index, element) in array.iter().enumerate() {
                if !kinds.contains_value(element) {
                    let found = element.kind_name();
                    return Err(Failure::new(format!(
                        "element {index} of `{name}` must be {kinds}, got {found}"
                    )));
                }
            }
        }
    }
    Ok(())
}

//! Static analysis for editors: types by place, variables and calls of a program while it is written.

use vrlet_compiler::{Analysed, Recording, TypeEnv, Uses};
use vrlet_diagnostic::{Diagnostic, Severity, Span};
use vrlet_function::{Function, TypeDef};
use vrlet_value::Kind;

/// What can be said of a program, whether it compiles or not: see [`Engine::analyse`](crate::Engine::analyse).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Analysis {
    /// What is wrong with the program, then what deserves a look.
    pub diagnostics: Vec<Diagnostic>,
    /// The types of expressions, of targets of assignments and of what paths lead through, by their
    /// place.
    pub types: Vec<TypeAt>,
    /// The variables, in the order of their first mention. Those of one name in scopes of their own are
    /// several.
    pub variables: Vec<VariableUse>,
    /// The calls of functions that there are, outer ones first.
    pub calls: Vec<CallAt>,
    /// What assignments write.
    pub assignments: Vec<AssignmentAt>,
    /// What the program touches. Of one that does not compile, that is what the root expressions touch
    /// that do.
    pub uses: Uses,
    /// What is known of the program's value; `None` where it does not compile.
    pub result: Option<TypeDef>,
    /// What is known at the place that was asked for.
    pub known: Option<TypeEnv>,
}

/// The type of a piece of a program.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct TypeAt {
    /// Where it stands.
    pub span: Span,
    /// What is known of its value there.
    pub type_def: TypeDef,
}

/// A variable, and where a program names it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct VariableUse {
    /// Its name.
    pub name: String,
    /// Where it gets its first value; `None` where it comes from a program before.
    pub definition: Option<Span>,
    /// All places that name it, the definition among them, in source order.
    pub mentions: Vec<Mention>,
}

/// The name of a variable in a program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// Whether a value is given to the variable here, or to something in it.
    pub is_write: bool,
}

/// A call.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct CallAt {
    /// The function's name.
    pub name: Span,
    /// From the name to the closing parenthesis.
    pub span: Span,
    /// The function.
    pub function: &'static Function,
    /// Whether the call can fail, `!` or not; `None` where it does not compile.
    pub can_fail: Option<bool>,
}

/// A place or a variable that an assignment writes; one with two targets is there twice.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct AssignmentAt {
    /// The assignment.
    pub span: Span,
    /// The target.
    pub target: Span,
    /// The kind of the target afterwards.
    pub kind: Kind,
}

impl Analysis {
    /// `given` of the variables come from programs before.
    pub(crate) fn new(source: &str, analysed: Analysed, given: usize) -> Self {
        let Analysed { diagnostics, result, uses, variables, recording } = analysed;
        let Recording { types, mentions, calls, writes, known, .. } = recording;
        let mut types: Vec<TypeAt> =
            types.into_iter().map(|(span, type_def)| TypeAt { span, type_def }).collect();
        // Of several for one piece the last one counts: `.a |= b` reads and writes its target.
        types.sort_by_key(|piece| (piece.span.start, std::cmp::Reverse(piece.span.end)));
        types.dedup_by(|later, earlier| {
            let is_same = later.span == earlier.span;
            if is_same {
                std::mem::swap(later, earlier);
            }
            is_same
        });
        let calls = calls.into_iter().map(|call| CallAt {
            name: call.name,
            span: call.span,
            function: call.function,
            can_fail: call.can_fail,
        });
        let assignments = writes.into_iter();
        let assignments =
            assignments.map(|(span, target, kind)| AssignmentAt { span, target, kind });
        Self {
            diagnostics,
            types,
            variables: variable_uses(source, variables, given, mentions),
            calls: calls.collect(),
            assignments: assignments.collect(),
            uses,
            result,
            known,
        }
    }

    /// Whether the program compiles.
    #[must_use]
    pub fn compiles(&self) -> bool {
        self.result.is_some()
    }

    /// The errors among the diagnostics.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The innermost piece with a known type that holds an offset.
    #[must_use]
    pub fn type_at(&self, offset: usize) -> Option<&TypeAt> {
        let around = self.types.iter().filter(|piece| holds(piece.span, offset));
        around.min_by_key(|piece| piece.span.end - piece.span.start)
    }

    /// The variable whose name holds an offset.
    #[must_use]
    pub fn variable_at(&self, offset: usize) -> Option<&VariableUse> {
        let is_there = |variable: &&VariableUse| {
            variable.mentions.iter().any(|mention| holds(mention.span, offset))
        };
        self.variables.iter().find(is_there)
    }

    /// The call whose name holds an offset.
    #[must_use]
    pub fn call_at(&self, offset: usize) -> Option<&CallAt> {
        self.calls.iter().find(|call| holds(call.name, offset))
    }
}

fn holds(span: Span, offset: usize) -> bool {
    span.range().contains(&offset)
}

fn variable_uses(
    source: &str,
    names: Vec<String>,
    given: usize,
    mentions: Vec<vrlet_compiler::Mention>,
) -> Vec<VariableUse> {
    let mut uses: Vec<VariableUse> = names
        .into_iter()
        .map(|name| VariableUse { name, definition: None, mentions: Vec::new() })
        .collect();
    for vrlet_compiler::Mention { span, variable, is_write } in mentions {
        let of_variable = &mut uses[variable.0 as usize];
        let span = name_in(source, span, &of_variable.name);
        of_variable.mentions.push(Mention { span, is_write });
    }
    for (index, variable) in uses.iter_mut().enumerate() {
        variable.mentions.sort_by_key(|mention| (mention.span, !mention.is_write));
        // A target that is merged into is read and written.
        variable.mentions.dedup_by_key(|mention| mention.span);
        variable.definition =
            variable.mentions.first().filter(|_| index >= given).map(|mention| mention.span);
    }
    uses.retain(|variable| !variable.mentions.is_empty());
    uses.sort_by_key(|variable| variable.mentions.first().map(|mention| mention.span));
    uses
}

/// Where the name stands in a mention that has braces around it.
fn name_in(source: &str, span: Span, name: &str) -> Span {
    let at = source.get(span.range()).and_then(|text| text.find(name));
    match at {
        Some(at) => {
            let start = span.start as usize + at;
            Span::new(start, start + name.len())
        }
        None => span,
    }
}

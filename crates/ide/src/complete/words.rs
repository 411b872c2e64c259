//! Completion of words: functions, variables, argument names, keywords.

use vrlet::function::Function;
use vrlet::syntax::KEYWORDS;
use vrlet::value::Path;
use vrlet_manual::signature;

use super::{Completion, CompletionKind};
use crate::closure_parameters::of_open_closures;
use crate::document::Document;
use crate::fragment::Form;
use crate::open_call::OpenCall;

impl Document {
    /// What a word can be that begins with what was typed.
    pub(super) fn words(
        &self,
        end: usize,
        typed: &str,
        call: Option<&OpenCall<'_>>,
    ) -> Vec<Completion> {
        let functions = self.context().engine().functions();
        let mut items = self.variables(end, typed);
        let called = call.filter(|call| call.is_start);
        if let Some((call, function)) =
            called.and_then(|call| Some((call, functions.get(call.function)?)))
        {
            let arguments = call.left(function).map(|param| Completion {
                label: format!("{}:", param.name),
                insert: format!("{}: ", param.name),
                kind: CompletionKind::Argument,
                detail: Some(param.kinds.to_string()),
                about: Some(param.about.to_owned()),
            });
            items.extend(arguments.filter(|argument| argument.insert.starts_with(typed)));
        }
        if typed.is_empty() && call.is_some() {
            // All functions would bury what is at hand.
            let fields = self.steps(end, ".", &Path::root(), "", Form::Field).into_iter();
            items.extend(fields.map(|field| Completion {
                label: format!(".{}", field.label),
                insert: format!(".{}", field.insert),
                ..field
            }));
            return items;
        }
        let named = functions.iter().filter(|function| function.name.starts_with(typed));
        items.extend(named.map(of_function));
        let keywords = KEYWORDS.iter().filter(|word| word.starts_with(typed));
        items.extend(keywords.map(|word| Completion::new(*word, CompletionKind::Keyword)));
        items
    }

    /// The variables that are there.
    pub(super) fn variables(&self, end: usize, typed: &str) -> Vec<Completion> {
        let variables = self.known_at(end).variables.into_iter();
        let named = variables.filter(|variable| variable.name.starts_with(typed));
        let mut items: Vec<Completion> = named
            .map(|variable| Completion {
                detail: Some(variable.kind.to_string()),
                ..Completion::new(variable.name, CompletionKind::Variable)
            })
            .collect();
        for name in of_open_closures(self.before(end)) {
            let is_new = items.iter().all(|item| item.insert != name);
            if is_new && name != "_" && name.starts_with(typed) {
                items.push(Completion::new(name, CompletionKind::Variable));
            }
        }
        items
    }
}

fn of_function(function: &Function) -> Completion {
    Completion {
        label: function.name.to_owned(),
        insert: format!("{}(", function.name),
        kind: CompletionKind::Function,
        detail: Some(signature(function)),
        about: Some(function.about.to_owned()),
    }
}

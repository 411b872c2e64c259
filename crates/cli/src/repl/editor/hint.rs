//! The hint after the cursor: the arguments that a call still takes, the only way to go on, or a line of before.

use rustyline::Context;
use rustyline::hint::{Hint as _, Hinter, HistoryHinter};
use vrlet::syntax::tokens;
use vrlet_manual::signature;

use super::Completer;
use super::call::Call;
use crate::repl::command::Entry;

/// What is shown after the cursor.
pub struct Hint {
    text: String,
    /// Whether it can be taken over as it is.
    is_completion: bool,
}

impl rustyline::hint::Hint for Hint {
    fn display(&self) -> &str {
        &self.text
    }

    fn completion(&self) -> Option<&str> {
        self.is_completion.then_some(&self.text)
    }
}

impl Hint {
    /// The rest of the latest line that began like this one.
    pub fn of_history(line: &str, context: &Context<'_>) -> Option<Self> {
        let hint = HistoryHinter::new().hint(line, line.len(), context)?;
        Some(Self { text: hint.display().to_owned(), is_completion: true })
    }
}

impl Completer {
    /// What could follow a line.
    pub(super) fn hint_after(&self, line: &str) -> Option<Hint> {
        if let Entry::Program(program) = Entry::of(line)
            && let Some(arguments) = self.arguments(program)
        {
            return Some(Hint { text: arguments, is_completion: false });
        }
        let (start, pairs) = self.candidates(line);
        let [only] = pairs.as_slice() else { return None };
        let rest = only.replacement.strip_prefix(&line[start..]).filter(|rest| !rest.is_empty())?;
        let is_long_enough = line.len() > start;
        is_long_enough.then(|| Hint { text: rest.to_owned(), is_completion: true })
    }

    /// The arguments that may follow where a call was just opened, or an argument just ended.
    fn arguments(&self, program: &str) -> Option<String> {
        let typed = program.trim_end_matches(' ');
        if !typed.ends_with(['(', ',']) {
            return None;
        }
        let call = Call::of(program, &tokens(program)).filter(|call| call.is_start)?;
        let function = self.engine.functions().get(call.function)?;
        let all = signature(function);
        if typed.ends_with('(') {
            return all.split_once('(').map(|(_, arguments)| arguments.to_owned());
        }
        let left = call.left(function).map(|param| match param.required {
            true => param.name.to_owned(),
            false => format!("[{}]", param.name),
        });
        let left = left.collect::<Vec<_>>().join(", ");
        let blank = if program.ends_with(',') { " " } else { "" };
        let end = all.split_once(')').map_or("", |(_, end)| end);
        (!left.is_empty()).then(|| format!("{blank}{left}){end}"))
    }
}

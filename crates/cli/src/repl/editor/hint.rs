//! The hint behind the cursor: the arguments of a call, the only way to go on, or a line of before.

use rustyline::Context;
use rustyline::hint::{Hint as _, Hinter, HistoryHinter};
use vrlet::syntax::{TokenKind, tokens};

use super::Assistant;
use crate::functions::signature;
use crate::repl::command::Entry;

/// What is shown behind the cursor.
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

impl Assistant {
    /// What could stand behind a line.
    pub(super) fn hint_behind(&self, line: &str) -> Option<Hint> {
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

    /// The arguments of a call whose parenthesis was just opened.
    fn arguments(&self, program: &str) -> Option<String> {
        let before = program.strip_suffix('(')?;
        let (_, name) = *tokens(program).iter().rfind(|(kind, span)| {
            *kind == TokenKind::Function && span.end as usize + 1 >= before.len()
        })?;
        let function = self.engine.functions().get(&program[name.range()])?;
        signature(function).split_once('(').map(|(_, arguments)| arguments.to_owned())
    }
}

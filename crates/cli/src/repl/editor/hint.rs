//! The hint after the cursor: what `vrlet-ide` says of the program, the only completion of a command, or the
//! rest of a line from the history.

use rustyline::hint::{Hint as _, Hinter, HistoryHinter};
use vrlet_ide::{Context, Document};

use super::complete::candidates;
use super::program_part::program_start;

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
    /// What could follow a line.
    pub fn after(line: &str, context: &Context) -> Option<Self> {
        if let Some(start) = program_start(line) {
            let program = &line[start..];
            let hint = Document::new(context.clone(), program).hint(program.len())?;
            return Some(Self { text: hint.text, is_completion: hint.is_completion });
        }
        let (start, pairs) = candidates(context, line, line.len());
        let [only] = pairs.as_slice() else { return None };
        let typed = &line[start..];
        let rest = only.replacement.strip_prefix(typed).filter(|rest| !rest.is_empty())?;
        (!typed.is_empty()).then(|| Self { text: rest.to_owned(), is_completion: true })
    }

    /// The rest of the latest line that began like this one.
    pub fn of_history(line: &str, history: &rustyline::Context<'_>) -> Option<Self> {
        let hint = HistoryHinter::new().hint(line, line.len(), history)?;
        Some(Self { text: hint.display().to_owned(), is_completion: true })
    }
}

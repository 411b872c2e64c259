//! The inline hint after the cursor: the arguments that a call still takes, or the only completion.

use vrlet::syntax::tokens;
use vrlet_manual::signature;

use crate::document::Document;
use crate::fragment::Fragment;
use crate::open_call::OpenCall;

/// What an editor shows after the cursor, paler than the text.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Hint {
    /// What is shown.
    pub text: String,
    /// Whether it can be taken over as it is.
    pub is_completion: bool,
}

impl Document {
    /// What could follow an offset.
    #[must_use]
    pub fn hint(&self, offset: usize) -> Option<Hint> {
        if let Some(text) = self.missing_arguments(offset) {
            return Some(Hint { text, is_completion: false });
        }
        // An editor asks after each key, and most keys begin nothing: those must cost nothing.
        if Fragment::of(self.before(offset)).is_empty() {
            return None;
        }
        let completions = self.complete(offset);
        let [only] = completions.items.as_slice() else { return None };
        let typed = &self.text()[completions.range];
        let rest = only.insert.strip_prefix(typed).filter(|rest| !rest.is_empty())?;
        Some(Hint { text: rest.to_owned(), is_completion: true })
    }

    /// The arguments that may follow where a call was just opened, or an argument just ended.
    fn missing_arguments(&self, offset: usize) -> Option<String> {
        let program = self.before(offset);
        let typed = program.trim_end_matches(' ');
        if !typed.ends_with(['(', ',']) {
            return None;
        }
        let call = OpenCall::of(program, &tokens(program)).filter(|call| call.is_start)?;
        let function = self.context().engine().functions().get(call.function)?;
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

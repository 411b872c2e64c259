//! The type environment at the cursor: kinds of event and variables before the statement that is being
//! typed.

use vrlet::TypeEnv;
use vrlet::value::Kind;

use crate::document::Document;
use crate::finished::Finished;

impl Document {
    /// What is known before the statement that an offset is in.
    pub(crate) fn known_at(&self, offset: usize) -> TypeEnv {
        let Finished { program, statement } = Finished::of(self.before(offset));
        self.context().analyse_at(&program, statement).known.unwrap_or_default()
    }
}

/// The kind of what a path starts from: `.`, `%` or the name of a variable.
pub(crate) fn root_kind<'k>(known: &'k TypeEnv, root: &str) -> Option<&'k Kind> {
    match root {
        "." => Some(&known.event),
        "%" => Some(&known.metadata),
        name => {
            let variable = known.variables.iter().find(|variable| variable.name == name);
            variable.map(|variable| &variable.kind)
        }
    }
}

//! The cases of a rule: programs with both engines' answers.

/// A program with what each engine makes of it, in the words of [`Verdict`](crate::verdict::Verdict).
pub struct Case {
    pub program: Source,
    pub event: &'static str,
    pub reference: &'static str,
    pub vrlet: &'static str,
}

/// The text of a case's program.
#[derive(Clone, Copy)]
pub enum Source {
    Text(&'static str),
    /// One that is too long to be shown, with what it is.
    Made {
        shown: &'static str,
        make: fn() -> String,
    },
}

/// A case over an empty event.
pub const fn case(program: &'static str, reference: &'static str, vrlet: &'static str) -> Case {
    Case { program: Source::Text(program), event: "{}", reference, vrlet }
}

/// A case whose program is made.
pub const fn made(
    shown: &'static str,
    make: fn() -> String,
    reference: &'static str,
    vrlet: &'static str,
) -> Case {
    Case { program: Source::Made { shown, make }, event: "{}", reference, vrlet }
}

impl Case {
    /// The program's text.
    pub fn source(&self) -> String {
        match self.program {
            Source::Text(text) => text.to_owned(),
            Source::Made { make, .. } => make(),
        }
    }
}

//! The form of an explanation: text, an example that raises the code, and programs that are fine.

/// All there is to say of a code.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// What it means and why the language has it.
    pub about: &'static str,
    /// How it comes about.
    pub example: Example,
    /// What can be written instead.
    pub fixes: &'static [Fix],
}

/// How a code comes about.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Example {
    /// The compiler reports this program with the code.
    Raises(&'static str),
    /// The compiler reports this program with [`FunctionRefused`](crate::Code::FunctionRefused), and names the code as the reason.
    AsReason(&'static str),
    /// This program compiles; such a failure ends it, or is caught in it.
    AtRunTime(&'static str),
    /// No program alone brings it about; this is why.
    Missing(&'static str),
}

/// A fix: a program that is fine.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What it does, in a few words.
    pub title: &'static str,
    /// The program.
    pub program: &'static str,
}

/// A fix with its title.
pub(super) const fn fix(title: &'static str, program: &'static str) -> Fix {
    Fix { title, program }
}

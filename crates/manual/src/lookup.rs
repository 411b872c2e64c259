//! Looking a function up by name, with a suggestion for a name that no function has.

use std::fmt;

use vrlet::diagnostic::nearest;
use vrlet::function::{Function, Registry};
use vrlet::names::{VECTOR_FUNCTIONS, VRL_FUNCTIONS, instead_of_removed};

/// How many names are told at most.
const MAX_NAMES: usize = 12;

/// Why there is no function of a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unknown {
    /// The cause in one line.
    pub message: String,
    /// What to ask for instead.
    pub help: String,
}

/// The function of a name.
///
/// # Errors
/// Where there is none: an [`Unknown`] that says what there is instead.
pub fn find(registry: &Registry, name: &str) -> Result<&'static Function, Unknown> {
    registry.get(name).ok_or_else(|| Unknown::new(registry, name))
}

impl Unknown {
    fn new(registry: &Registry, name: &str) -> Self {
        if let Some(instead) = instead_of_removed(name) {
            let message = format!("`{name}` is gone from VRL, metadata has paths of its own");
            return Self { message, help: instead.to_owned() };
        }
        if let Some(feature) = registry.missing_feature(name) {
            let message = format!(
                "`{name}` needs the cargo feature `{feature}`, which this build leaves out"
            );
            let help = format!(
                "build with `--features {feature}`; the default features have all functions"
            );
            return Self { message, help };
        }
        if VRL_FUNCTIONS.contains(&name) || VECTOR_FUNCTIONS.contains(&name) {
            let message = format!("`{name}` is a function of VRL that this engine does not have");
            return Self { message, help: "`vrlet functions` lists those that are".to_owned() };
        }
        let message = format!("there is no function `{name}`");
        let current = registry.iter().filter(|function| function.deprecated.is_none());
        let names: Vec<&str> = current.map(|function| function.name).collect();
        let similar: Vec<&str> = containing(&names, name);
        let help = match nearest(name, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if similar.is_empty() => "`vrlet functions` lists them all".to_owned(),
            None => format!("functions with `{name}` in their names: {}", Listed(&similar)),
        };
        Self { message, help }
    }
}

/// The names in which a word stands.
fn containing<'a>(names: &[&'a str], word: &str) -> Vec<&'a str> {
    let word = word.to_lowercase();
    let is_word = word.chars().count() > 1;
    names.iter().copied().filter(|name| is_word && name.contains(&word)).collect()
}

struct Listed<'a>(&'a [&'a str]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = &self.0[..self.0.len().min(MAX_NAMES)];
        for (index, name) in shown.iter().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            write!(f, "{comma}`{name}`")?;
        }
        if shown.len() < self.0.len() { write!(f, ", …") } else { Ok(()) }
    }
}

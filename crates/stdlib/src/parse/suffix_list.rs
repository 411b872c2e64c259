//! Public suffix lists: the built-in one, and those of files.

use std::collections::HashMap;
use std::sync::Arc;

use psl::{List, Psl};

/// A list of public suffixes.
#[derive(Clone)]
pub(super) enum SuffixList {
    /// That of publicsuffix.org, as it was when this was built.
    BuiltIn,
    /// The rules of a file.
    Rules(Arc<HashMap<String, Rule>>),
}

/// What a line of a list says.
#[derive(Clone, Copy, Default)]
pub(super) struct Rule {
    /// The name itself is a suffix.
    is_suffix: bool,
    /// Each name right below it is one: `*.name`.
    below: bool,
    /// It is none although the rule above says so: `!name`.
    exception: bool,
}

impl SuffixList {
    /// Reads a list in the format of publicsuffix.org.
    pub(super) fn read(list: &str) -> Self {
        let mut rules: HashMap<String, Rule> = HashMap::new();
        for line in list.lines() {
            let rule = line.split_whitespace().next().unwrap_or_default();
            if rule.is_empty() || rule.starts_with("//") {
                continue;
            }
            if let Some(name) = rule.strip_prefix('!') {
                rules.entry(name.to_owned()).or_default().exception = true;
            } else if let Some(name) = rule.strip_prefix("*.") {
                rules.entry(name.to_owned()).or_default().below = true;
            } else {
                rules.entry(rule.to_owned()).or_default().is_suffix = true;
            }
        }
        Self::Rules(rules.into())
    }

    /// How many bytes at the end of a name are its suffix, and whether a rule says so; without a rule it
    /// is the last part.
    pub(super) fn suffix(&self, name: &str) -> Option<(usize, bool)> {
        match self {
            Self::BuiltIn => {
                let suffix = List.suffix(name.as_bytes())?;
                Some((suffix.as_bytes().len(), suffix.is_known()))
            }
            Self::Rules(rules) => by_rules(rules, name),
        }
    }
}

fn by_rules(rules: &HashMap<String, Rule>, name: &str) -> Option<(usize, bool)> {
    if name.is_empty() {
        return None;
    }
    let trimmed = name.strip_suffix('.').unwrap_or(name);
    let dot = name.len() - trimmed.len();
    let mut best = None;
    let mut end = trimmed.len();
    let mut below = false;
    // From the last part on, one more part at a time.
    loop {
        let start = trimmed[..end].rfind('.').map_or(0, |dot| dot + 1);
        let rule = rules.get(&trimmed[start..]).copied().unwrap_or_default();
        if rule.exception {
            break;
        }
        if rule.is_suffix || below {
            best = Some(trimmed.len() - start + dot);
        }
        below = rule.below;
        match start.checked_sub(1) {
            Some(dot) => end = dot,
            None => break,
        }
    }
    let last = trimmed.rfind('.').map_or(trimmed.len(), |dot| trimmed.len() - dot - 1);
    Some(best.map_or((last + dot, false), |length| (length, true)))
}

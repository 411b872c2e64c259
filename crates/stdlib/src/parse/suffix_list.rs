//! Public suffix lists: the built-in one, and those of files.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

/// What neither a host name nor a rule about them holds.
const NOT_IN_NAMES: &[char] = &[
    '/', '\\', ':', '@', '?', '#', '[', ']', '{', '}', '(', ')', '<', '>', '"', '\'', '`', ',',
    ';', '=', '&', '|', '%', '$', '^',
];

/// A list of public suffixes.
#[derive(Clone)]
pub(super) enum SuffixList {
    /// That of publicsuffix.org, as it was when this was built.
    BuiltIn,
    /// The rules of a file.
    Rules(Arc<Rules>),
}

/// Rules by the names that they are about; that of all names is empty.
type Rules = HashMap<String, Rule>;

/// The rules that are built in; they are read when the first program asks for them.
static BUILT_IN: LazyLock<Rules> = LazyLock::new(|| {
    let mut rules = Rules::new();
    let lines = include_str!("../../data/public_suffixes.txt").lines();
    for line in lines.filter(|line| !line.starts_with("//")) {
        let (name, set) = rule(line);
        set(rules.entry(name.to_owned()).or_default());
        if !name.is_ascii() {
            // A name may be written either way.
            set(rules.entry(idna::domain_to_ascii(name).unwrap_or_default()).or_default());
        }
    }
    rules
});

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
    /// Reads a list in the format of publicsuffix.org; the message says why it is none.
    pub(super) fn read(list: &[u8]) -> Result<Self, String> {
        let list = std::str::from_utf8(list).map_err(|_| "it is not UTF-8".to_owned())?;
        let mut rules = Rules::new();
        for (number, line) in (1..).zip(list.trim_start_matches('\u{feff}').lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with("//") {
                continue;
            }
            add(&mut rules, line).map_err(|what| format!("line {number}: {what}"))?;
        }
        if rules.is_empty() {
            return Err("it has no rules, expected lines such as `co.uk`".to_owned());
        }
        Ok(Self::Rules(rules.into()))
    }

    /// How many bytes at the end of a name in small letters are its suffix, and whether a rule says so;
    /// without a rule it is the last part.
    pub(super) fn suffix(&self, name: &str) -> Option<(usize, bool)> {
        match self {
            Self::BuiltIn => by_rules(&BUILT_IN, name),
            Self::Rules(rules) => by_rules(rules, name),
        }
    }
}

/// Whether all characters may be those of host names.
pub(super) fn may_be_name(text: &str) -> bool {
    !text.contains(|sign: char| {
        sign.is_whitespace() || sign.is_control() || NOT_IN_NAMES.contains(&sign)
    })
}

fn add(rules: &mut Rules, line: &str) -> Result<(), String> {
    let (rule, comment) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    if !comment.is_empty() && !comment.trim_start().starts_with("//") {
        return Err(format!("expected one rule such as `co.uk`, found `{}`", excerpt(line)));
    }
    if rule == "*" {
        rules.entry(String::new()).or_default().below = true;
        return Ok(());
    }
    if rule.starts_with('!') && !rule.contains('.') {
        return Err(format!(
            "`{}` is an exception to no rule, expected one such as `!www.ck`",
            excerpt(rule)
        ));
    }
    let (name, set) = self::rule(rule);
    let name = name.strip_prefix('.').unwrap_or(name).to_lowercase();
    let ends_in_number =
        name.rsplit('.').next().is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !may_be_name(&name) || name.split('.').any(str::is_empty) || ends_in_number {
        return Err(format!("`{}` is no rule, expected one such as `co.uk`", excerpt(rule)));
    }
    if name.contains('*') {
        let what = excerpt(rule);
        return Err(format!("`{what}` is no rule, a `*` stands for the first part: `*.ck`"));
    }
    // A name may be written either way.
    let ascii = idna::domain_to_ascii(&name).unwrap_or_default();
    let (unicode, _) = idna::domain_to_unicode(&name);
    for name in [name, ascii, unicode] {
        if !name.is_empty() {
            set(rules.entry(name).or_default());
        }
    }
    Ok(())
}

/// The name that a rule is about, and what the rule says of it.
fn rule(rule: &str) -> (&str, fn(&mut Rule)) {
    match (rule.strip_prefix('!'), rule.strip_prefix("*.")) {
        (Some(name), _) => (name, |rule| rule.exception = true),
        (None, Some(name)) => (name, |rule| rule.below = true),
        (None, None) => (rule, |rule| rule.is_suffix = true),
    }
}

/// The start of a text, for messages.
fn excerpt(text: &str) -> String {
    text.chars().take(40).collect()
}

fn by_rules(rules: &Rules, name: &str) -> Option<(usize, bool)> {
    if name.is_empty() {
        return None;
    }
    let rule_of = |name: &str| rules.get(name).copied().unwrap_or_default();
    let mut best = None;
    let mut end = name.len();
    let mut below = rule_of("").below;
    // From the last part on, one more part at a time.
    loop {
        let start = name[..end].rfind('.').map_or(0, |dot| dot + 1);
        let rule = rule_of(&name[start..]);
        if rule.exception {
            // What it is an exception from ends one part earlier.
            best = (name.len() - end).checked_sub(1);
            break;
        }
        // As in VRL, a name with a rule of its own is not one of those that the rule above means.
        if rule.is_suffix || below && !rule.below {
            best = Some(name.len() - start);
        }
        below = rule.below;
        match start.checked_sub(1) {
            Some(dot) => end = dot,
            None => break,
        }
    }
    let last = name.rfind('.').map_or(name.len(), |dot| name.len() - dot - 1);
    Some(best.map_or((last, false), |length| (length, true)))
}

//! What `replace` puts in the place of a match: constants that name groups which there are not.

use vrlet_function::prelude::*;

/// The pattern, second in the call.
pub(super) const PATTERN: Arg<Value> =
    Arg::required("pattern", "What to replace.").kinds(STRING.or(REGEX)).second();
/// The replacement.
pub(super) const WITH: Arg<Text> = Arg::required("with", "What to put there.").after(PATTERN);

/// A constant replacement that hardly says what is meant.
pub(super) fn doubt(context: &CallContext<'_>) -> Option<ArgumentWarning> {
    let with = context.constant(WITH)?;
    let with = with.to_str();
    let (message, help) = match context.constant_value(PATTERN)? {
        Value::Regex(regex) => missing_group(&regex, &with).or_else(|| backslash(&regex, &with))?,
        Value::Bytes(pattern) => text_for_regex(&pattern.to_str(), &with)?,
        other => {
            unreachable!("checked: {} where a string or regex was declared", other.kind_name())
        }
    };
    Some(ArgumentWarning::new(WITH, message).help(help))
}

/// A `$name` or `${name}` in a replacement.
struct Reference<'a> {
    name: &'a str,
    braced: bool,
}

impl Reference<'_> {
    fn exists(&self, regex: &regex::Regex) -> bool {
        is_group(regex, self.name)
    }
}

/// Whether an expression has a group of this number or name.
fn is_group(regex: &regex::Regex, name: &str) -> bool {
    match name.parse::<usize>() {
        Ok(number) => number < regex.captures_len(),
        Err(_) => regex.capture_names().flatten().any(|own| own == name),
    }
}

/// The references of a replacement; `$$` is none.
fn references(with: &str) -> impl Iterator<Item = Reference<'_>> {
    let mut rest = with;
    std::iter::from_fn(move || {
        loop {
            let after = &rest[rest.find('$')? + 1..];
            if let Some(inner) = after.strip_prefix('{') {
                let Some((name, left)) = inner.split_once('}') else {
                    rest = inner;
                    continue;
                };
                rest = left;
                return Some(Reference { name, braced: true });
            }
            let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
            let length = after.find(|sign| !is_name(sign)).unwrap_or(after.len());
            let (name, left) = after.split_at(length);
            rest = if name.is_empty() { left.strip_prefix('$').unwrap_or(left) } else { left };
            if !name.is_empty() {
                return Some(Reference { name, braced: false });
            }
        }
    })
}

/// A group that the expression does not have: nothing is put there.
fn missing_group(regex: &regex::Regex, with: &str) -> Option<(String, String)> {
    let missing = references(with).find(|reference| !reference.exists(regex))?;
    let Reference { name, braced } = missing;
    let written = if braced { format!("${{{name}}}") } else { format!("${name}") };
    let longest = (1..name.len()).rev().filter(|_| !braced);
    let group = longest.map(|length| &name[..length]).find(|name| is_group(regex, name));
    let help = match group {
        Some(group) => {
            let rest = &name[group.len()..];
            format!("braces end the name of a group: `${{{group}}}{rest}`")
        }
        None => format!("groups are {}; a dollar sign is `$$`", groups(regex)),
    };
    let what = match name.parse::<usize>() {
        Ok(_) => format!("a group {name}"),
        Err(_) => format!("a group named `{name}`"),
    };
    let message = format!("`{written}` is {what}, which there is not, so nothing is put there");
    Some((message, help))
}

/// `\1`, as other languages write it.
fn backslash(regex: &regex::Regex, with: &str) -> Option<(String, String)> {
    let mut rest = with;
    loop {
        rest = &rest[rest.find('\\')? + 1..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (written, group) = match rest.strip_prefix("g<").and_then(|it| it.split_once('>')) {
            Some((name, _)) => (format!("\\g<{name}>"), name),
            None => (format!("\\{}", &rest[..digits]), &rest[..digits]),
        };
        if group != "0" && !group.is_empty() && is_group(regex, group) {
            let message = format!("`{written}` stays as it is, groups begin with a dollar sign");
            return Some((message, format!("write `${{{group}}}`")));
        }
    }
}

/// A text as the pattern where an expression was meant.
fn text_for_regex(pattern: &str, with: &str) -> Option<(String, String)> {
    let regex = regex::Regex::new(pattern).ok().filter(|regex| regex.captures_len() > 1)?;
    let named =
        references(with).find(|reference| reference.name != "0" && reference.exists(&regex))?;
    let name = named.name;
    let message = format!("the pattern is a text, not an expression, so `${name}` stays as it is");
    Some((message, format!("write the pattern as `r'{pattern}'`")))
}

/// The groups of an expression, for people.
fn groups(regex: &regex::Regex) -> String {
    let named = regex.capture_names().enumerate();
    let names = named.map(|(number, name)| match name {
        Some(name) => format!("`${{{name}}}`"),
        None => format!("`${number}`"),
    });
    names.collect::<Vec<_>>().join(", ")
}

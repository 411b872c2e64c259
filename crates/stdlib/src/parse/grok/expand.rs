//! Expands grok patterns: from `%{NAME:field}` to a regular expression.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;

use grok::parser::{GrokComponent, grok_split};
use vrlet_function::prelude::*;

use super::Field;

/// How deep patterns may refer to each other.
const DEEPEST: usize = 64;

/// How long an expression may become.
const LONGEST: usize = 1 << 20;

/// The patterns that a grok expression can name.
pub(in crate::parse) struct Patterns(HashMap<&'static str, &'static str>);

/// A grok expression, put together.
pub(in crate::parse) struct Expanded<F> {
    /// The regular expression; each field is a group `_N`.
    pub(in crate::parse) regex: String,
    /// The fields, by their numbers.
    pub(super) fields: Vec<F>,
}

impl Patterns {
    /// Those of Logstash.
    pub(in crate::parse) fn logstash() -> Self {
        Self(grok::patterns().iter().copied().collect())
    }

    /// Puts an expression together; patterns without a field are groups that capture nothing.
    pub(in crate::parse) fn expand<F: Field>(&self, pattern: &str) -> Result<Expanded<F>, String> {
        let mut expanded = Expanded::new();
        self.append(pattern, &mut HashMap::new(), 0, &mut expanded)?;
        Ok(expanded)
    }

    /// Appends the pattern of a name; whether there is one.
    pub(in crate::parse) fn append_named<F: Field>(
        &self,
        name: &str,
        expanded: &mut Expanded<F>,
    ) -> Result<bool, String> {
        let Some(pattern) = self.0.get(name) else { return Ok(false) };
        expanded.regex.push_str("(?:");
        self.append(pattern, &mut HashMap::new(), 0, expanded)?;
        expanded.close();
        Ok(true)
    }

    fn append<'p, F: Field>(
        &'p self,
        pattern: &'p str,
        local: &mut HashMap<&'p str, &'p str>,
        depth: usize,
        expanded: &mut Expanded<F>,
    ) -> Result<(), String> {
        expanded.admit(depth)?;
        for component in grok_split(pattern) {
            match component {
                GrokComponent::RegularExpression { string, .. } => {
                    expanded.regex.push_str(&without_empty_flags(string));
                }
                GrokComponent::GrokPattern { name, alias, extract, definition, .. } => {
                    if !definition.is_empty() {
                        local.insert(name, definition);
                    }
                    let Some(inner) = local.get(name).or_else(|| self.0.get(name)).copied() else {
                        let known = local.keys().chain(self.0.keys()).copied();
                        let near = vrlet_function::nearest(name, known);
                        let near = near.map(|near| format!(", did you mean `{near}`?"));
                        return Err(format!(
                            "there is no pattern `{name}`{}",
                            near.unwrap_or_default()
                        ));
                    };
                    expanded.open_named(alias, extract);
                    self.append(inner, &mut HashMap::new(), depth + 1, expanded)?;
                    expanded.close();
                }
                GrokComponent::PatternError(_) => {
                    return Err(format!("`{pattern}` has a `%{{…}}` that can't be read"));
                }
            }
        }
        Ok(())
    }
}

impl<F: Field> Expanded<F> {
    /// The empty expression.
    pub(in crate::parse) fn new() -> Self {
        Self { regex: String::new(), fields: Vec::new() }
    }

    /// Sees to it that patterns which refer to each other come to an end.
    pub(in crate::parse) fn admit(&self, depth: usize) -> Result<(), String> {
        if depth > DEEPEST || self.regex.len() > LONGEST {
            return Err("the pattern becomes too large when its names are filled in".to_owned());
        }
        Ok(())
    }

    /// Opens a group whose part of the text is a field.
    pub(in crate::parse) fn open(&mut self, field: F) {
        // Writing to a string can't fail.
        let _ = write!(self.regex, "(?<_{}>", self.fields.len());
        self.fields.push(field);
    }

    /// Closes a group.
    pub(in crate::parse) fn close(&mut self) {
        self.regex.push(')');
    }

    /// Opens a group, which is a field if it has a name.
    fn open_named(&mut self, name: &str, kind: &str) {
        if name.is_empty() {
            self.regex.push_str("(?:");
            return;
        }
        let again = |field: &&str| {
            **field == *name || field.strip_prefix(name).is_some_and(|rest| rest.starts_with('['))
        };
        let names = self.fields.iter().filter_map(|field| field.name()).map(|name| &**name);
        let key = match names.filter(again).count() {
            0 => Key::from(name),
            count => Key::from(format!("{name}[{count}]")),
        };
        self.open(F::from(key).of_kind(kind));
    }
}

/// Writes `(?-:`, a group that takes no flag away, as `(?:`, which is all that it means.
fn without_empty_flags(regex: &str) -> Cow<'_, str> {
    const GROUP: &str = "(?-:";
    if !regex.contains(GROUP) {
        return Cow::Borrowed(regex);
    }
    let (mut plain, mut in_class, mut rest) = (String::new(), false, regex);
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '\\' => next.len_utf8() + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ => next.len_utf8(),
        };
        match next {
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class && rest.starts_with(GROUP) => {
                plain.push_str("(?:");
                rest = &rest[GROUP.len()..];
                continue;
            }
            _ => {}
        }
        plain.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::without_empty_flags;

    #[test]
    fn groups_without_flags_are_plain_groups() {
        let cases = [
            ("(?-:a)(?<b>b)", "(?:a)(?<b>b)"),
            (r"\(?-:", r"\(?-:"),
            ("[(?-:]+", "[(?-:]+"),
            (r"\\(?-:é)", r"\\(?:é)"),
            ("(?i-:a)", "(?i-:a)"),
        ];
        for (regex, plain) in cases {
            assert_eq!(without_empty_flags(regex), plain);
        }
    }
}

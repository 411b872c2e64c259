//! A compiled grok rule: its regular expression, and the filters and fields of its groups.

use vrlet_function::Host;
use vrlet_function::prelude::*;

use super::aliases::Aliases;
use super::fields::{Destination, expand_keys, put, without_nothing};
use super::filter::Filter;
use super::matchers::Matcher as Named;
use super::placeholder::{Placeholder, find};
use crate::parse::grok::{Expanded, Field, Flags, Matcher, Patterns};
use crate::parse::pattern_mismatch::{Reach, reach};

/// A rule, compiled.
#[derive(Clone)]
pub(in crate::parse) struct Rule(Matcher<Capture>);

/// What a group is for.
#[derive(Clone)]
enum Capture {
    /// A field by its plain name, as a pattern of Logstash or a group of the rule itself has it.
    Named(Key),
    /// A field of a placeholder, after its filters.
    Placed { place: Destination, filters: Vec<Filter> },
}

impl From<Key> for Capture {
    fn from(name: Key) -> Self {
        Self::Named(name)
    }
}

impl Field for Capture {
    fn name(&self) -> Option<&Key> {
        match self {
            Self::Named(name) => Some(name),
            Self::Placed { .. } => None,
        }
    }

    fn of_kind(self, _: &str) -> Self {
        self
    }
}

impl Rule {
    /// Compiles a rule, which must match whole texts.
    pub(in crate::parse) fn new(
        source: &str,
        aliases: &Aliases,
        patterns: &Patterns,
    ) -> Result<Self, String> {
        let mut writer = Writer { aliases, patterns, open: Vec::new(), expanded: Expanded::new() };
        writer.expanded.regex.push_str(r"\A");
        writer.append(source, 0)?;
        writer.expanded.regex.push_str(r"\z");
        Matcher::new(&writer.expanded, Flags::Text).map(Self)
    }

    /// How far a text matches a rule, and which part of it comes next.
    pub(in crate::parse) fn reach(
        source: &str,
        aliases: &Aliases,
        patterns: &Patterns,
        text: &str,
    ) -> Option<Reach> {
        let beginning = |part: &str| {
            let mut writer =
                Writer { aliases, patterns, open: Vec::new(), expanded: Expanded::new() };
            writer.expanded.regex.push_str(r"\A");
            writer.append(part, 0).ok()?;
            Matcher::new(&writer.expanded, Flags::Text).ok()?.end(text)
        };
        reach(source, &ends_of_parts(source)?, beginning)
    }

    /// The fields of a text, if it matches.
    pub(in crate::parse) fn read(&mut self, text: &Text, host: &Host) -> Option<Object> {
        let (mut fields, mut named) = (Object::new(), Object::new());
        let matches = self.0.read(text.as_str().unwrap_or_default(), |capture, range| {
            if range.is_empty() {
                return;
            }
            let part = Value::Bytes(text.slice(range));
            match capture {
                Capture::Named(name) => {
                    named.insert(name.clone(), part);
                }
                Capture::Placed { place, filters } => {
                    let value =
                        filters.iter_mut().try_fold(part, |value, it| it.apply(value, host));
                    let value = match value {
                        None | Some(Value::Null) => return,
                        Some(Value::Object(object)) => {
                            expand_keys(object, host.limits.depth).into()
                        }
                        Some(other) => other,
                    };
                    match (place, value) {
                        (Destination::Field(path), value) => put(&mut fields, path, value),
                        (Destination::Result, Value::Object(object)) => fields.merge(object),
                        (Destination::Result, _) => {}
                    }
                }
            }
        });
        fields.merge(named);
        matches.then(|| without_nothing(fields))
    }
}

/// Where the parts of a rule end, each placeholder and what stands between them; `None` where the rule is one
/// of several.
fn ends_of_parts(source: &str) -> Option<Vec<usize>> {
    let (mut ends, mut at) = (Vec::new(), 0);
    while let Some((start, end, _)) = find(&source[at..]) {
        if source[at..at + start].contains('|') {
            return None;
        }
        if start > 0 {
            ends.push(at + start);
        }
        at += end;
        ends.push(at);
    }
    if at < source.len() {
        ends.push(source.len());
    }
    (!source[at..].contains('|')).then_some(ends)
}

struct Writer<'a> {
    aliases: &'a Aliases,
    patterns: &'a Patterns,
    /// The aliases that are being filled in.
    open: Vec<String>,
    expanded: Expanded<Capture>,
}

impl Writer<'_> {
    fn append(&mut self, source: &str, depth: usize) -> Result<(), String> {
        self.expanded.admit(depth)?;
        let mut rest = source;
        while let Some((start, end, inner)) = find(rest) {
            self.expanded.regex.push_str(&rest[..start]);
            self.placeholder(&Placeholder::read(inner)?, depth)?;
            rest = &rest[end..];
        }
        self.expanded.regex.push_str(rest);
        Ok(())
    }

    fn placeholder(&mut self, placeholder: &Placeholder, depth: usize) -> Result<(), String> {
        let Placeholder { matcher: term, field, filter } = placeholder;
        let mut filters: Vec<Filter> =
            filter.as_ref().map(Filter::named).transpose()?.into_iter().collect();
        let is_field = !field.is_empty() || filter.is_some();
        let place = Destination::of(field);
        if let Some(alias) = self.aliases.get(&term.name) {
            if self.open.contains(&term.name) {
                return Err(format!("the alias `{}` refers to itself", term.name));
            }
            self.open.push(term.name.clone());
            self.group(is_field, place, filters, |writer| writer.append(alias, depth + 1))?;
            self.open.pop();
            return Ok(());
        }
        match Named::named(term)? {
            None => self.group(is_field, place, filters, |writer| {
                let known = writer.patterns.append_named(&term.name, &mut writer.expanded)?;
                known
                    .then_some(())
                    .ok_or_else(|| format!("there is no matcher, alias or pattern `{}`", term.name))
            }),
            Some(Named::Regex(regex)) => self.group(is_field, place, filters, |writer| {
                writer.expanded.regex.push_str(regex);
                Ok(())
            }),
            Some(Named::Read(regex, read)) => {
                filters.insert(0, read);
                self.group(is_field, place, filters, |writer| {
                    writer.expanded.regex.push_str(&regex);
                    Ok(())
                })
            }
            Some(Named::Logstash(name)) => self.group(is_field, place, filters, |writer| {
                writer.patterns.append_named(name, &mut writer.expanded).map(|_| ())
            }),
            Some(Named::Rule(rule)) => {
                self.group(is_field, place, filters, |writer| writer.append(&rule, depth + 1))
            }
        }
    }

    /// Writes a group; without a field what stands inside is written as it is.
    fn group(
        &mut self,
        is_field: bool,
        place: Destination,
        filters: Vec<Filter>,
        inner: impl FnOnce(&mut Self) -> Result<(), String>,
    ) -> Result<(), String> {
        if !is_field {
            return inner(self);
        }
        self.expanded.open(Capture::Placed { place, filters });
        inner(self)?;
        self.expanded.close();
        Ok(())
    }
}

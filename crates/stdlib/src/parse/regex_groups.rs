//! Capture groups of a regular expression as objects, shared by `parse_regex` and `parse_regex_all`.

use regex::CaptureLocations;
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::pattern_mismatch::explain_regex;
use crate::lazy_shape::LazyShape;
use crate::text::to_utf8;

/// The parameters of the functions that take texts apart with an expression.
pub(super) const VALUE: Arg<Text> = Arg::required("value", "The text.");
pub(super) const PATTERN: Arg<Regex> =
    Arg::required("pattern", "The regular expression.").after(VALUE);
pub(super) const NUMERIC_GROUPS: Arg<bool> = Arg::optional(
    "numeric_groups",
    "Whether there is also a field for each group's number, and `0` for the whole match.",
)
.default(Literal::Boolean(false))
.after(PATTERN);

/// The kind of a match as an object. As VRL sees it, groups by number are there or null, those by name are
/// surely there.
pub(super) fn kind_of_match(context: &CallContext<'_>) -> Kind {
    let Some(regex) = context.constant(PATTERN) else {
        return Kind::object(Collection::of(Kind::bytes().or_null()));
    };
    let by_number = (0..regex.captures_len())
        .map(|group| (Key::from(group.to_string()), Kind::bytes().or_null()));
    let by_name = regex.capture_names().flatten().map(|name| (Key::from(name), Kind::bytes()));
    Kind::object(Collection::of_fields(by_number.chain(by_name)))
}

/// A constant expression whose matches have no field.
pub(super) fn without_names(context: &CallContext<'_>) -> Option<ArgumentWarning> {
    let regex = context.constant(PATTERN)?;
    let has_fields = regex.capture_names().flatten().next().is_some()
        || context.constant(NUMERIC_GROUPS) != Some(false);
    if has_fields {
        return None;
    }
    let warning = ArgumentWarning::new(
        PATTERN,
        "no group of this expression has a name, so the result is an object without fields",
    );
    Some(if regex.captures_len() > 1 {
        warning.help("name its groups, `(?P<name>…)`, or write `numeric_groups: true`")
    } else {
        warning.help("name what is wanted, `(?P<name>…)`; to test a text, `match(…)` is enough")
    })
}

/// The body of such a function: a constant expression is looked at once for each machine, another one at
/// each call.
pub(super) fn body(
    context: &CallContext<'_>,
    run: fn(&mut Groups, &mut Call<'_>) -> Result<Value, Failure>,
) -> Box<dyn Factory> {
    match context.constant(PATTERN) {
        Some(regex) => {
            let body = per_machine(move |_| {
                let mut groups = Groups::new(regex.fork());
                move |call: &mut Call<'_>| run(&mut groups, call)
            });
            Box::new(body.without(PATTERN))
        }
        None => {
            Box::new(move |call: &mut Call<'_>| run(&mut Groups::new(call.take(PATTERN)), call))
        }
    }
}

/// An expression with the objects that its matches become.
pub(super) struct Groups {
    regex: Regex,
    locations: CaptureLocations,
    named: Layout,
    numbered: Layout,
}

/// The fields of a match, and the group that each is.
struct Layout {
    fields: Vec<(Key, usize)>,
    shape: LazyShape,
}

impl Groups {
    /// Reads the names of the groups.
    pub(super) fn new(regex: Regex) -> Self {
        let named = regex
            .capture_names()
            .enumerate()
            .filter_map(|(group, name)| Some((Key::from(name?), group)));
        let named: Vec<_> = named.collect();
        let numbered = (0..regex.captures_len()).map(|group| (Key::from(group.to_string()), group));
        let numbered = numbered.chain(named.iter().cloned()).collect();
        Self {
            locations: regex.capture_locations(),
            named: Layout { fields: named, shape: LazyShape::default() },
            numbered: Layout { fields: numbered, shape: LazyShape::default() },
            regex,
        }
    }

    /// The groups of the first match.
    pub(super) fn first(&mut self, text: Text, numeric: bool) -> Result<Value, Failure> {
        let text = to_utf8(text);
        if self.regex.captures_read(&mut self.locations, &text.to_str()).is_none() {
            let regex = self.regex.clone();
            return Err(Failure::deferred(move || {
                explain_regex(regex.as_str(), text.as_str().unwrap_or_default())
            }));
        }
        Ok(self.object(&text, numeric))
    }

    /// The groups of each match.
    pub(super) fn all(&mut self, text: Text, numeric: bool) -> Value {
        let text = to_utf8(text);
        let source = text.as_str().unwrap_or_default();
        let mut objects = Vec::new();
        let (mut at, mut last_end) = (0, None);
        while at <= source.len()
            && let Some(found) = self.regex.captures_read_at(&mut self.locations, source, at)
        {
            // No match is empty where the last one ended.
            if !found.is_empty() || last_end != Some(found.end()) {
                objects.push(self.object(&text, numeric));
            }
            last_end = Some(found.end());
            let step = source[found.end()..].chars().next().map_or(1, char::len_utf8);
            at = found.end() + if found.is_empty() { step } else { 0 };
        }
        objects.into()
    }

    /// The groups of the match that was read last.
    fn object(&mut self, text: &Text, numeric: bool) -> Value {
        let locations = &self.locations;
        let part = |group: usize| match locations.get(group) {
            Some((start, end)) => Value::Bytes(text.slice(start..end)),
            None => Value::Null,
        };
        if numeric && (0..locations.len()).any(|group| locations.get(group).is_none()) {
            // As VRL numbers them: only the groups that took part count.
            let parts = (0..locations.len()).filter(|group| locations.get(*group).is_some());
            let numbered = self.numbered.fields.iter().zip(parts);
            let numbered = numbered.map(|((key, _), group)| (key.clone(), part(group)));
            let named = self.named.fields.iter();
            let named = named.map(|(key, group)| (key.clone(), part(*group)));
            let fields = numbered.chain(named);
            return Value::Object(fields.collect());
        }
        let layout = if numeric { &mut self.numbered } else { &mut self.named };
        let pieces = text.pieces();
        let mut slots = Vec::with_capacity(layout.fields.len() + Object::SPARE);
        slots.extend(layout.fields.iter().map(|_| Value::Bytes(Text::empty_inline())));
        for ((_, group), slot) in layout.fields.iter().zip(&mut slots) {
            match (locations.get(*group), &mut *slot) {
                (Some((start, end)), Value::Bytes(text)) => pieces.cut(start..end, text),
                _ => *slot = Value::Null,
            }
        }
        let Layout { fields, shape } = layout;
        Value::Object(shape.scalars(|| fields.iter().map(|(key, _)| key.clone()), slots))
    }
}

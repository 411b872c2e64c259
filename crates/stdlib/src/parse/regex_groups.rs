//! The groups of a regular expression as objects, for the functions that take texts apart with one.

use std::sync::Arc;

use regex::CaptureLocations;
use vrlet_function::prelude::*;
use vrlet_value::Shape;

use crate::text::to_utf8;

/// As VRL sees it: groups by number are there or null, those by name are surely there.
pub(super) fn known_groups(regex: &regex::Regex) -> impl Iterator<Item = (Key, Kind)> {
    let by_number = (0..regex.captures_len())
        .map(|group| (Key::from(group.to_string()), Kind::bytes().or_null()));
    let by_name = regex.capture_names().flatten().map(|name| (Key::from(name), Kind::bytes()));
    by_number.chain(by_name).collect::<Vec<_>>().into_iter()
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
    shape: Option<Arc<Shape>>,
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
            named: Layout { fields: named, shape: None },
            numbered: Layout { fields: numbered, shape: None },
            regex,
        }
    }

    /// A copy for another machine.
    pub(super) fn fork(&self) -> Self {
        Self::new(self.regex.fork())
    }

    /// The groups of the first match.
    pub(super) fn first(&mut self, text: Text, numeric: bool) -> Result<Value, Failure> {
        let text = to_utf8(text);
        if self.regex.captures_read(&mut self.locations, &text.to_str()).is_none() {
            return Err(Failure::fixed("the expression does not match"));
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
        if layout.shape.is_none() {
            layout.shape = Shape::of(layout.fields.iter().map(|(key, _)| key.clone()));
        }
        Value::Object(match &layout.shape {
            Some(shape) => Object::from_scalars(Arc::clone(shape), slots),
            None => layout.fields.iter().map(|(key, _)| key.clone()).zip(slots).collect(),
        })
    }
}

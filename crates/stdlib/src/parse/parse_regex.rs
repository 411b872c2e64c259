//! `parse_regex`: take a text apart with an expression.

use std::sync::Arc;

use regex::CaptureLocations;
use vrlet_function::prelude::*;
use vrlet_value::Shape;
use vrlet_value::kind::Collection;

use crate::text::to_utf8;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_regex",
    category: Category::Parse,
    about: "The groups of the first match of an expression: a field for each group with a name. A group that took no part \
            is null.",
    params: &[
        required("value", STRING, "The text."),
        required("pattern", REGEX, "The regular expression."),
        optional(
            "numeric_groups",
            BOOLEAN,
            "Whether there is also a field for each group's number, and `0` for the whole match.",
        )
        .default(Literal::Boolean(false)),
    ],
    returns: |site| {
        TypeDef::new(Kind::object(match site.constant("pattern") {
            Some(Value::Regex(regex)) => Collection::of_fields(known_groups(&regex)),
            _ => Collection::of(Kind::bytes().or_null()),
        }))
        .fallible()
    },
    failures: &["The expression does not match."],
    body: Body::Prepared(|site| {
        let constant = match site.constant("pattern") {
            Some(Value::Regex(regex)) => Some(Groups::new(regex.fork())),
            _ => None,
        };
        Ok(Box::new(ParseRegex(constant)))
    }),
    examples: &[
        example(
            "Named groups",
            r#"parse_regex!("10.0.0.1:443", r'^(?P<host>[\d.]+):(?P<port>\d+)$')"#,
            r#"{"host":"10.0.0.1","port":"443"}"#,
        ),
        example(
            "Numbers too",
            r#"parse_regex!("a=1", r'(?P<key>\w)=(\d)', numeric_groups: true)"#,
            r#"{"0":"a=1","1":"a","2":"1","key":"a"}"#,
        ),
        example(
            "A group without a part",
            r#"parse_regex!("a", r'(?P<x>a)|(?P<y>b)')"#,
            r#"{"x":"a","y":null}"#,
        ),
        fails("No match", r#"parse_regex!("abc", r'(?P<digits>\d+)')"#, "does not match"),
    ],
    ..Function::BASE
};

/// As VRL sees it: groups by number are there or null, those by name are surely there.
fn known_groups(regex: &regex::Regex) -> impl Iterator<Item = (Key, Kind)> {
    let by_number = (0..regex.captures_len())
        .map(|group| (Key::from(group.to_string()), Kind::bytes().or_null()));
    let by_name = regex.capture_names().flatten().map(|name| (Key::from(name), Kind::bytes()));
    by_number.chain(by_name).collect::<Vec<_>>().into_iter()
}

struct ParseRegex(Option<Groups>);

impl Prepared for ParseRegex {
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let (text, numeric) = (call.take(0), call.take(2));
        match &mut self.0 {
            Some(groups) => groups.parse(text, numeric),
            None => Groups::new(call.take(1)).parse(text, numeric),
        }
    }

    fn reads(&self, position: usize) -> bool {
        position != 1 || self.0.is_none()
    }

    fn fork(&self, _: &mut Worker) -> Box<dyn Prepared> {
        Box::new(Self(self.0.as_ref().map(|groups| Groups::new(groups.regex.fork()))))
    }
}

/// An expression with the objects that its matches become.
struct Groups {
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
    fn new(regex: Regex) -> Self {
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

    fn parse(&mut self, text: Text, numeric: bool) -> Result<Value, Failure> {
        let text = to_utf8(text);
        if self.regex.captures_read(&mut self.locations, &text.to_str()).is_none() {
            return Err(Failure::fixed("the expression does not match"));
        }
        let locations = &self.locations;
        let part = |group: usize| match locations.get(group) {
            Some((start, end)) => Value::Bytes(text.slice(start..end)),
            None => Value::Null,
        };
        if numeric && (0..locations.len()).any(|group| locations.get(group).is_none()) {
            // By its number, a group that took no part is no field.
            let numbers = (0..locations.len()).filter(|group| locations.get(*group).is_some());
            let numbers = numbers.map(|group| (Key::from(group.to_string()), group));
            let fields = numbers.chain(self.named.fields.iter().cloned());
            return Ok(Value::Object(fields.map(|(key, group)| (key, part(group))).collect()));
        }
        let layout = if numeric { &mut self.numbered } else { &mut self.named };
        let mut slots = vec![Value::Bytes(Text::blank()); layout.fields.len()];
        for ((_, group), slot) in layout.fields.iter().zip(&mut slots) {
            match (locations.get(*group), &mut *slot) {
                (Some((start, end)), Value::Bytes(part)) => part.set_slice(&text, start..end),
                _ => *slot = Value::Null,
            }
        }
        if layout.shape.is_none() {
            layout.shape = Shape::of(layout.fields.iter().map(|(key, _)| key.clone()));
        }
        Ok(Value::Object(match &layout.shape {
            Some(shape) => Object::from_scalars(Arc::clone(shape), slots),
            None => layout.fields.iter().map(|(key, _)| key.clone()).zip(slots).collect(),
        }))
    }
}

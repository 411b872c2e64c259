//! Composes values from YAML events. An alias shares its anchor's value, but is counted as the copy that it
//! means: a few lines of aliases of aliases can mean more than any memory holds.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, StrInput, Tag};
use vrlet_function::Limits;
use vrlet_function::prelude::*;

use super::scalar;

/// How deep arrays and objects may be nested.
const DEEPEST: u32 = 128;

/// The value of a text that is one document; of an empty one, null.
pub(in crate::parse) fn compose(text: &str, limits: Limits) -> Result<Value, Failure> {
    // As libyaml reads them, and with it most programs.
    let options = granit_parser::options! {
        block_scalar_eof_without_line_feed: true,
        bom_inside_document_as_content: true,
    };
    let parser = Parser::new_from_str_with_options(text, options);
    let mut composer = Composer { parser, anchors: HashMap::new(), made: 0, copied: 0, limits };
    composer.document()
}

struct Composer<'t> {
    parser: Parser<'t, StrInput<'t>>,
    anchors: HashMap<usize, Anchored>,
    /// Bytes of what was made so far.
    made: usize,
    /// Bytes of what aliases stand for.
    copied: usize,
    limits: Limits,
}

/// What an anchor named.
#[derive(Clone)]
struct Anchored {
    value: Value,
    bytes: usize,
}

impl<'t> Composer<'t> {
    fn document(&mut self) -> Result<Value, Failure> {
        let mut value = None;
        loop {
            match self.next()? {
                Event::StreamEnd => return Ok(value.unwrap_or_default()),
                Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(..) if value.is_some() => {
                    return Err(Failure::fixed("the text holds more than one document"));
                }
                Event::DocumentStart(..) => {
                    let first = self.next()?;
                    value = Some(self.node(first, 0)?);
                }
                _ => return Err(Failure::fixed("the text is no YAML: expected a document")),
            }
        }
    }

    fn next(&mut self) -> Result<Event<'t>, Failure> {
        match self.parser.next_event() {
            // What is not there at all comes as `~`, which as a key would be that.
            Some(Ok((Event::Scalar(_, ScalarStyle::Plain, anchor, tag), span)))
                if span.is_empty() =>
            {
                Ok(Event::Scalar("".into(), ScalarStyle::Plain, anchor, tag))
            }
            Some(Ok((event, _))) => Ok(event),
            Some(Err(error)) => Err(not_yaml(&error)),
            None => Ok(Event::StreamEnd),
        }
    }

    fn node(&mut self, event: Event<'t>, depth: u32) -> Result<Value, Failure> {
        if depth > DEEPEST {
            return Err(too_deep());
        }
        let before = self.made;
        let (value, anchor) = match event {
            Event::Alias(anchor) => return self.alias(anchor),
            Event::Scalar(text, style, anchor, tag) => {
                self.made += size_of::<Value>() + text.len();
                (read(&text, style, tag.as_deref())?, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                refuse_own(tag.as_deref())?;
                (self.sequence(depth)?, anchor)
            }
            Event::MappingStart(_, anchor, tag) => {
                refuse_own(tag.as_deref())?;
                (self.mapping(depth)?, anchor)
            }
            _ => return Err(Failure::fixed("the text is no YAML: expected a value")),
        };
        if value.depth() > DEEPEST {
            return Err(too_deep());
        }
        if anchor > 0 {
            let bytes = self.made - before;
            self.anchors.insert(anchor, Anchored { value: value.clone(), bytes });
        }
        Ok(value)
    }

    fn alias(&mut self, anchor: usize) -> Result<Value, Failure> {
        // An anchor that is not known yet stands around its own alias.
        let anchored = self.anchors.get(&anchor).cloned();
        let Anchored { value, bytes } =
            anchored.ok_or(Failure::fixed("an alias stands inside of what it stands for"))?;
        self.made = self.made.saturating_add(bytes);
        self.copied = self.copied.saturating_add(bytes);
        self.limits.admit(self.copied)?;
        Ok(value)
    }

    fn sequence(&mut self, depth: u32) -> Result<Value, Failure> {
        self.made += size_of::<Value>();
        let mut items = Vec::new();
        loop {
            match self.next()? {
                Event::SequenceEnd => return Ok(items.into()),
                event => items.push(self.node(event, depth + 1)?),
            }
        }
    }

    fn mapping(&mut self, depth: u32) -> Result<Value, Failure> {
        self.made += size_of::<Value>();
        let mut object = Object::new();
        loop {
            let key = match self.next()? {
                Event::MappingEnd => return Ok(object.into()),
                Event::Scalar(text, _, anchor, _) => {
                    let key = Key::from(&*text);
                    if anchor > 0 {
                        let value = Value::from(&key);
                        self.anchors.insert(anchor, Anchored { value, bytes: text.len() });
                    }
                    key
                }
                event => key_of(&self.node(event, depth + 1)?)?,
            };
            self.made += key.len();
            let event = self.next()?;
            let value = self.node(event, depth + 1)?;
            object.insert(key, value);
        }
    }
}

fn read(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Result<Value, Failure> {
    refuse_own(tag)?;
    match tag.and_then(|tag| tag.suffix_in_namespace("tag:yaml.org,2002:")) {
        Some(tag) => scalar::tagged(&tag, text).unwrap_or_else(|| {
            Err(Failure::new(format!("`{text}` is tagged `!!{tag}`, but says no such value")))
        }),
        None if tag.is_none() && style == ScalarStyle::Plain => scalar::plain(text),
        None => Ok(text.into()),
    }
}

/// Refuses the tag of an application: nobody knows here what it means.
fn refuse_own(tag: Option<&Tag>) -> Result<(), Failure> {
    match tag {
        Some(tag) if tag.handle().starts_with('!') || tag.suffix().starts_with('!') => {
            Err(Failure::new(format!(
                "a value has the tag `{}`, which has no meaning here",
                tag.original()
            )))
        }
        _ => Ok(()),
    }
}

/// The key of a field, as text.
fn key_of(value: &Value) -> Result<Key, Failure> {
    match value {
        Value::Bytes(text) => Ok(Key::from(text)),
        other => {
            let kind = other.kind_name();
            Err(Failure::new(format!("the key of a field is a scalar, not of kind {kind}")))
        }
    }
}

fn too_deep() -> Failure {
    Failure::new(format!("arrays and objects are nested deeper than {DEEPEST} levels"))
}

fn not_yaml(error: &ScanError) -> Failure {
    let (line, column) = (error.marker().line(), error.marker().col() + 1);
    Failure::new(format!("the text is no YAML: {} at {line}:{column}", error.info()))
}

//! JSON arrays and objects, built on one stack of finished values.
//!
//! An object walks the shapes that objects before it have grown: where the source continues with the
//! next shape's key, comparing those bytes is all that the key costs.

use std::ops::Range;

use super::lexer::Lexer;
use super::number::Number;
use crate::json::error::{ReadResult, SyntaxError};
use crate::shape::{MAX_SHAPED_KEYS, ShapeRef};
use crate::value::Dictionary;
use crate::{Array, Key, Object, Text, Value};

/// How deep arrays and objects may be nested.
const MAX_DEPTH: u32 = 127;

const KEY: &str = "a key in quotes";
const COLON: &str = "`:` after the key";
const NEXT_FIELD: &str = "`,` or `}`";
const NEXT_ITEM: &str = "`,` or `]`";

/// Builds values from the pieces of a source.
pub(super) struct Builder<'a> {
    lexer: Lexer<'a>,
    root: ShapeRef,
    pending: Vec<Value>,
    /// How deep the current place is nested.
    depth: u32,
    /// How deep containers are nested in what was read of the current one.
    below: u32,
}

/// Where a key leads.
enum KeyTarget {
    /// To the shape with one field more.
    New(ShapeRef),
    /// To a slot that is filled: the last value wins, the first place stays.
    Again(usize),
    /// Out of the shapes.
    Beyond(Key),
}

impl<'a> Builder<'a> {
    pub(super) fn new(lexer: Lexer<'a>, root: ShapeRef, pending: Vec<Value>) -> Self {
        Self { lexer, root, pending, depth: 0, below: 0 }
    }

    /// Reads the one value that the source is.
    pub(super) fn run(&mut self) -> ReadResult<Value> {
        self.value()?;
        match self.lexer.peek() {
            None => Ok(self.pending.pop().unwrap_or_default()),
            Some(_) => Err(SyntaxError::expected("nothing after the value", self.lexer.at)),
        }
    }

    /// Reads any number of values, of arrays at the top their items, and hands each on with its place.
    ///
    /// # Errors
    /// Where a value can't be read, with the place where that begins.
    pub(super) fn run_each(
        &mut self,
        mut each: impl FnMut(Range<usize>, Value),
    ) -> Result<(), (usize, Box<SyntaxError>)> {
        let mut is_in_array = false;
        loop {
            let next = self.lexer.peek();
            let start = self.lexer.at;
            match next {
                None if !is_in_array => return Ok(()),
                Some(b'[') if !is_in_array => {
                    self.lexer.at += 1;
                    is_in_array = !self.ends(b']');
                    continue;
                }
                _ => {}
            }
            self.depth = u32::from(is_in_array);
            let replaced = self.lexer.replaced;
            if let Err(error) = self.value() {
                self.lexer.replaced = replaced;
                return Err((start, error));
            }
            let end = self.lexer.at;
            self.below = 0;
            each(start..end, self.pending.pop().unwrap_or_default());
            if is_in_array {
                let more = self.more(b']', NEXT_ITEM);
                is_in_array = more.map_err(|error| (self.lexer.at, error))?;
            }
        }
    }

    /// How many halves of surrogate pairs were replaced.
    pub(super) fn replaced(&self) -> u64 {
        self.lexer.replaced
    }

    /// The stack's memory, for the next source.
    pub(super) fn into_pending(mut self) -> Vec<Value> {
        self.pending.clear();
        self.pending
    }

    /// Reads a value and leaves it on the stack. Inlined into the loops over fields and items, which
    /// most values do not leave. Values are made where they stay: the processor waits when one is moved
    /// right after the narrow writes that made it.
    #[inline(always)]
    fn value(&mut self) -> ReadResult<()> {
        match self.lexer.peek() {
            Some(b'"') => {
                self.push(|| Value::Bytes(Text::empty_inline()));
                if let Some(Value::Bytes(text)) = self.pending.last_mut() {
                    self.lexer.text(text)?;
                }
            }
            Some(b'-' | b'0'..=b'9') => match self.lexer.number()? {
                Number::Integer(number) => self.push(|| Value::Integer(number)),
                Number::Float(number) => self.push(|| Value::Float(number.into())),
                Number::Digits(number) => self.push(|| Value::Float(*number)),
            },
            Some(b'n') => {
                self.lexer.word("null")?;
                self.push(|| Value::Null);
            }
            Some(b't') => {
                self.lexer.word("true")?;
                self.push(|| Value::Boolean(true));
            }
            Some(b'f') => {
                self.lexer.word("false")?;
                self.push(|| Value::Boolean(false));
            }
            Some(bracket @ (b'{' | b'[')) => {
                let container = self.container(bracket)?;
                self.pending.push(container);
            }
            _ => return Err(SyntaxError::expected("a value", self.lexer.at)),
        }
        Ok(())
    }

    /// Leaves a value on the stack, constructed in place once there is capacity for it.
    #[inline(always)]
    fn push(&mut self, value: impl FnOnce() -> Value) {
        self.pending.extend(std::iter::once_with(value));
    }

    /// Takes the finished values from `base` on; the stack itself where they are all of it, with capacity
    /// for what a program adds.
    fn finished(&mut self, base: usize) -> Vec<Value> {
        if base > 0 {
            return self.pending.split_off(base);
        }
        let stack = Vec::with_capacity(self.pending.len().min(MAX_SHAPED_KEYS) + Object::SPARE);
        std::mem::replace(&mut self.pending, stack)
    }

    /// Reads an array or object; the current byte is its opening bracket.
    #[inline(never)]
    fn container(&mut self, bracket: u8) -> ReadResult<Value> {
        if self.depth == MAX_DEPTH {
            return Err(SyntaxError::refused(
                "the text nests deeper than 127 levels",
                self.lexer.at,
            ));
        }
        self.depth += 1;
        self.lexer.at += 1;
        let beside = std::mem::take(&mut self.below);
        let value = if bracket == b'{' { self.object()? } else { self.array()? };
        self.depth -= 1;
        self.below = beside.max(self.below + 1);
        Ok(value)
    }

    fn array(&mut self) -> ReadResult<Value> {
        let base = self.pending.len();
        let mut more = !self.ends(b']');
        while more {
            self.value()?;
            more = self.more(b']', NEXT_ITEM)?;
        }
        Ok(Value::Array(Array::from_parts(self.finished(base), self.below + 1)))
    }

    fn object(&mut self) -> ReadResult<Value> {
        let base = self.pending.len();
        let mut shape = self.root;
        let mut more = !self.ends(b'}');
        while more {
            let mut again = None;
            if let Some((next, length)) = shape.transitions().step(self.lexer.rest()) {
                shape = next;
                self.lexer.at += length;
            } else {
                match self.field(shape)? {
                    KeyTarget::New(next) => shape = next,
                    KeyTarget::Again(slot) => again = Some(base + slot),
                    KeyTarget::Beyond(key) => return self.dictionary(base, shape, key),
                }
            }
            self.value()?;
            if let Some(slot) = again {
                self.pending.swap_remove(slot);
            }
            more = self.more(b'}', NEXT_FIELD)?;
        }
        let slots = self.finished(base);
        Ok(Value::Object(Object::from_parts(shape, slots, self.below + 1)))
    }

    /// A key that no transition of `shape` starts with, and where it leads.
    #[cold]
    fn field(&mut self, shape: ShapeRef) -> ReadResult<KeyTarget> {
        let key = self.key()?;
        if let Some(next) = shape.known(&key) {
            return Ok(KeyTarget::New(next));
        }
        if let Some(slot) = shape.keys().iter().position(|own| *own == key) {
            return Ok(KeyTarget::Again(slot));
        }
        Ok(shape.with(&key).map_or(KeyTarget::Beyond(key), KeyTarget::New))
    }

    /// Reads the rest of an object that has no shape; `key` has just been read.
    #[cold]
    fn dictionary(&mut self, base: usize, shape: ShapeRef, mut key: Key) -> ReadResult<Value> {
        let mut fields: Dictionary =
            shape.keys().iter().cloned().zip(self.pending.drain(base..)).collect();
        loop {
            self.value()?;
            fields.insert(key, self.pending.pop().unwrap_or_default());
            if !self.more(b'}', NEXT_FIELD)? {
                return Ok(Value::Object(Object::from_dictionary(fields, self.below + 1)));
            }
            key = self.key()?;
        }
    }

    /// A key and its colon.
    fn key(&mut self) -> ReadResult<Key> {
        if self.lexer.peek() != Some(b'"') {
            return Err(SyntaxError::expected(KEY, self.lexer.at));
        }
        let key = self.lexer.key()?;
        if self.lexer.peek() != Some(b':') {
            return Err(SyntaxError::expected(COLON, self.lexer.at));
        }
        self.lexer.at += 1;
        Ok(key)
    }

    /// Passes the closing bracket of an empty container.
    fn ends(&mut self, close: u8) -> bool {
        let ends = self.lexer.peek() == Some(close);
        self.lexer.at += usize::from(ends);
        ends
    }

    /// Passes a comma, with the whitespace after it, or the closing bracket: whether there is more.
    #[inline]
    fn more(&mut self, close: u8, expected: &'static str) -> ReadResult<bool> {
        match self.lexer.peek() {
            Some(b',') => {
                self.lexer.at += 1;
                self.lexer.peek();
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.lexer.at += 1;
                Ok(false)
            }
            _ => Err(SyntaxError::expected(expected, self.lexer.at)),
        }
    }
}

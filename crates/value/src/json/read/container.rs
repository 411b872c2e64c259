//! Arrays and objects: finished values wait on one stack until their container is complete.
//!
//! An object walks the shapes that objects before it have grown: where the source continues with the
//! next shape's key, comparing those bytes is all that the key costs.

use std::sync::Arc;

use super::lexer::Lexer;
use crate::json::error::Fault;
use crate::object::Dictionary;
use crate::shape::Shape;
use crate::{Array, Key, Object, Value};

/// How deep arrays and objects may be nested.
const DEEPEST: u32 = 127;

const KEY: &str = "a key in quotes";
const COLON: &str = "`:` behind the key";
const NEXT_FIELD: &str = "`,` or `}`";
const NEXT_ITEM: &str = "`,` or `]`";

/// Builds values from the pieces of a source.
pub(super) struct Builder<'a> {
    lexer: Lexer<'a>,
    root: &'a Arc<Shape>,
    pending: &'a mut Vec<Value>,
    depth: u32,
}

/// Where a key leads.
enum Field<'a> {
    /// To the shape with one field more.
    New(&'a Arc<Shape>),
    /// To a slot that is filled: the last value wins, the first place stays.
    Again(usize),
    /// Out of the shapes.
    Beyond(Key),
}

impl<'a> Builder<'a> {
    /// Reads the one value that the source is.
    pub(super) fn run(lexer: Lexer<'a>, pending: &'a mut Vec<Value>) -> Result<Value, Fault> {
        Shape::with_root(|root| {
            let mut builder = Builder { lexer, root, pending, depth: 0 };
            builder.value()?;
            match builder.lexer.peek() {
                None => Ok(builder.pending.pop().unwrap_or_default()),
                Some(_) => Err(Fault::expected("nothing behind the value", builder.lexer.at)),
            }
        })
    }

    /// Reads a value and leaves it on the stack; tells how deep containers are nested in it.
    fn value(&mut self) -> Result<u32, Fault> {
        let value = match self.lexer.peek() {
            Some(b'"') => Value::Bytes(self.lexer.text()?),
            Some(b'{') => return self.nested(Self::object),
            Some(b'[') => return self.nested(Self::array),
            Some(b'-' | b'0'..=b'9') => self.lexer.number()?,
            Some(b'n') => self.lexer.word("null").map(|()| Value::Null)?,
            Some(b't') => self.lexer.word("true").map(|()| Value::Boolean(true))?,
            Some(b'f') => self.lexer.word("false").map(|()| Value::Boolean(false))?,
            _ => return Err(Fault::expected("a value", self.lexer.at)),
        };
        self.pending.push(value);
        Ok(0)
    }

    /// Reads a container behind its opening bracket.
    fn nested(&mut self, container: fn(&mut Self) -> Result<u32, Fault>) -> Result<u32, Fault> {
        if self.depth == DEEPEST {
            return Err(Fault::refused("the text nests deeper than 127 levels", self.lexer.at));
        }
        self.depth += 1;
        self.lexer.at += 1;
        let below = container(self)?;
        self.depth -= 1;
        Ok(below + 1)
    }

    fn array(&mut self) -> Result<u32, Fault> {
        let base = self.pending.len();
        let mut below = 0;
        let mut more = !self.ends(b']');
        while more {
            below = below.max(self.value()?);
            more = self.more(b']', NEXT_ITEM)?;
        }
        let items = self.pending.split_off(base);
        self.pending.push(Value::Array(Array::from_parts(items, below + 1)));
        Ok(below)
    }

    fn object(&mut self) -> Result<u32, Fault> {
        let base = self.pending.len();
        let mut shape = self.root;
        let mut below = 0;
        let mut more = !self.ends(b'}');
        while more {
            let mut again = None;
            if let Some((next, length)) = shape.step(self.lexer.rest()) {
                shape = next;
                self.lexer.at += length;
            } else {
                match self.field(shape)? {
                    Field::New(next) => shape = next,
                    Field::Again(slot) => again = Some(base + slot),
                    Field::Beyond(key) => return self.dictionary(base, shape, key, below),
                }
            }
            below = below.max(self.value()?);
            if let Some(slot) = again {
                self.pending.swap_remove(slot);
            }
            more = self.more(b'}', NEXT_FIELD)?;
        }
        let slots = self.pending.split_off(base);
        self.pending.push(Value::Object(Object::from_parts(Arc::clone(shape), slots, below + 1)));
        Ok(below)
    }

    /// A key that the known ways from `shape` do not start with, and where it leads.
    fn field(&mut self, shape: &'a Arc<Shape>) -> Result<Field<'a>, Fault> {
        let key = self.key()?;
        if let Some(next) = shape.way(&key) {
            return Ok(Field::New(next));
        }
        if let Some(slot) = shape.keys().iter().position(|own| *own == key) {
            return Ok(Field::Again(slot));
        }
        Ok(shape.with(&key).map_or(Field::Beyond(key), Field::New))
    }

    /// Reads the rest of an object that has no shape; `key` has just been read.
    #[cold]
    fn dictionary(
        &mut self,
        base: usize,
        shape: &Shape,
        mut key: Key,
        mut below: u32,
    ) -> Result<u32, Fault> {
        let mut fields: Dictionary =
            shape.keys().iter().cloned().zip(self.pending.drain(base..)).collect();
        loop {
            below = below.max(self.value()?);
            fields.insert(key, self.pending.pop().unwrap_or_default());
            if !self.more(b'}', NEXT_FIELD)? {
                break;
            }
            key = self.key()?;
        }
        self.pending.push(Value::Object(Object::from_dictionary(fields, below + 1)));
        Ok(below)
    }

    /// A key and its colon.
    fn key(&mut self) -> Result<Key, Fault> {
        if self.lexer.peek() != Some(b'"') {
            return Err(Fault::expected(KEY, self.lexer.at));
        }
        let key = self.lexer.key()?;
        if self.lexer.peek() != Some(b':') {
            return Err(Fault::expected(COLON, self.lexer.at));
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

    /// Passes a comma, with the blanks behind it, or the closing bracket: whether there is more.
    #[inline]
    fn more(&mut self, close: u8, expected: &'static str) -> Result<bool, Fault> {
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
            _ => Err(Fault::expected(expected, self.lexer.at)),
        }
    }
}

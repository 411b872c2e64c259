//! Values, kinds, paths and JSON: what programs compute with, and what is known of it before they run.
//!
//! This crate knows nothing of the language. Its layout decides how fast everything above can be:
//! a [`Text`] is inline or a shared slice, an [`Object`] is a shape and a row of slots, arrays and
//! objects are copied only when two holders differ.

pub mod arithmetic;
mod detach;
mod display;
mod field_cache;
mod float;
mod hash;
pub mod json;
mod key;
pub mod kind;
mod merge;
mod path;
mod regex;
mod row_pool;
mod seeded_hasher;
mod shape;
mod simd;
mod text;
mod timestamp;
mod transitions;
mod value;

pub use field_cache::FieldCache;
pub use float::Float;
pub use key::Key;
pub use kind::{Kind, KindSet};
pub use merge::MergeCache;
pub use path::{EventRoot, IndexTooLarge, Path, Root, Step, WritableRoot};
pub use regex::Regex;
pub use row_pool::scalar_row;
pub use shape::{Shape, ShapeRef};
pub use text::{FieldContent, Pieces, Text, Words};
pub use timestamp::{TimestampText, format_timestamp, write_timestamp};
pub use value::{Array, Object, Value};

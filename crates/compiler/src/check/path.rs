//! Lowers the segments of a path in the source to a `Path` into values.

use vrlet_parser::ast;
use vrlet_value::{Key, Path, Step};

/// The path that segments spell.
pub(super) fn path(segments: &[ast::Segment]) -> Path {
    let step = |segment: &ast::Segment| match &segment.step {
        ast::Step::Field(name) => Step::Field(Key::from(name.as_str())),
        ast::Step::Index(index) => Step::Index(*index),
    };
    segments.iter().map(step).collect()
}

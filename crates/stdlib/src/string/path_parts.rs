//! File paths split at slashes, shared by `basename`, `dirname` and `split_path`.

use std::path::Path as FilePath;

use vrlet_function::prelude::*;

use crate::text::to_utf8;

/// Does something with a text as a path.
pub(super) fn with_path<R>(text: Text, look: impl FnOnce(&Text, &FilePath) -> R) -> R {
    let text = to_utf8(text);
    look(&text, FilePath::new(&*text.to_str()))
}

/// A part of a path as a text that shares the whole's memory.
pub(super) fn part(text: &Text, part: &std::ffi::OsStr) -> Value {
    Value::Bytes(text.share(&part.to_string_lossy()))
}

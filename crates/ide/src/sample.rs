//! Example values at a path, from sample events.

use vrlet::Value;
use vrlet::syntax::tokens;

use crate::document::Document;
use crate::path_prefix::PathPrefix;

/// How many characters of a value are shown.
const MOST: usize = 80;

impl Document {
    /// The value that the first sample event with one has where the path leads that ends at an offset.
    pub(crate) fn sample(&self, end: usize) -> Option<String> {
        let program = self.before(end);
        let tokens = tokens(program);
        let (root, path) = PathPrefix::at_end(program, &tokens)?.steps(false)?;
        let mut values = self.context().values(root).filter_map(|value| value.get(&path));
        values.next().map(shown)
    }
}

/// A value in one line that is not too long.
fn shown(value: &Value) -> String {
    let text = value.to_string().replace(['\n', '`'], " ");
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

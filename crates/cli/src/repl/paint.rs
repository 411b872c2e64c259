//! The colour theme of the prompt.

use vrlet::diagnostic::Style;

/// What a piece of text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Paint {
    /// The key of an object, a field of a path.
    Key,
    /// A text.
    Text,
    /// A number or a time.
    Number,
    /// `null`, `true`, `false`, `if` and the like.
    Word,
    /// The name of a function or of a command.
    Function,
    /// What stands back: comments, hints, titles.
    Dim,
    /// What is new.
    Added,
    /// What is gone.
    Removed,
    /// What became something else.
    Changed,
}

/// A text in its colour.
pub fn paint(paint: Paint, text: &str, style: Style) -> String {
    let code = match paint {
        Paint::Key => "34",
        Paint::Text | Paint::Added => "32",
        Paint::Number => "36",
        Paint::Word => "35",
        Paint::Function => "1",
        Paint::Dim => "2",
        Paint::Removed => "31",
        Paint::Changed => "33",
    };
    match style {
        Style::Plain => text.to_owned(),
        Style::Coloured => format!("\x1b[{code}m{text}\x1b[0m"),
    }
}

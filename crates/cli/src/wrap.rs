//! Layout of text for the terminal: headings, and paragraphs wrapped to the width of a screen.

use std::fmt;

use vrlet::diagnostic::Style;

/// Where lines end.
const WIDTH: usize = 96;

/// A line that stands out.
pub fn heading(text: &str, style: Style) -> String {
    match style {
        Style::Plain => format!("{text}\n"),
        Style::Coloured => format!("\x1b[1m{text}\x1b[0m\n"),
    }
}

/// Writes a paragraph; lines after the first stand below the text of the first.
///
/// # Errors
/// Where it can't be written to.
pub fn write_wrapped(f: &mut impl fmt::Write, start: &str, text: &str) -> fmt::Result {
    let indent = start.chars().count();
    f.write_str(start)?;
    let mut column = indent;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > indent && column + 1 + length > WIDTH {
            write!(f, "\n{:indent$}", "")?;
            column = indent;
        } else if column > indent {
            f.write_str(" ")?;
            column += 1;
        }
        f.write_str(word)?;
        column += length;
    }
    f.write_str("\n")
}

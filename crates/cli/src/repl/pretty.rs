//! The pretty-printer of values: what fits stands on one line, the rest is indented below; long values are
//! shortened to the screen.

use std::fmt::Write;

use vrlet::diagnostic::{Style, is_terminal_control};
use vrlet::value::Key;
use vrlet::{Text, Value};

use super::paint::{Paint, paint};

/// Where lines end, where that is possible and nothing narrower is known.
pub const WIDTH: usize = 80;

/// How much of a value is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Viewport {
    /// How many characters of a text.
    text: usize,
    /// How many lines.
    lines: usize,
    /// Where lines should end.
    width: usize,
}

impl Viewport {
    /// All of it.
    pub const ENDLESS: Self = Self { text: usize::MAX, lines: usize::MAX, width: WIDTH };

    /// What a person looks at.
    pub fn of_screen(width: usize) -> Self {
        Self { text: 2000, lines: 200, width: width.clamp(20, WIDTH) }
    }
}

/// A value over as many lines as it takes, without a newline at its end.
pub fn pretty(value: &Value, viewport: Viewport, style: Style) -> String {
    let mut printer = Printer { out: String::new(), viewport, style };
    printer.value(value, 0, 0);
    shortened(printer.out, viewport, style)
}

/// The first lines of a text, as many as there is room for.
pub fn shortened(text: String, viewport: Viewport, style: Style) -> String {
    let more = text.lines().count().saturating_sub(viewport.lines);
    if more == 0 {
        return text;
    }
    let shown: Vec<&str> = text.lines().take(viewport.lines).collect();
    let rest = paint(Paint::Dim, &format!("… {more} more lines"), style);
    let end = if text.ends_with('\n') { "\n" } else { "" };
    format!("{}\n{rest}{end}", shown.join("\n"))
}

/// A value on one line of at most some characters.
pub fn brief(value: &Value, most: usize, style: Style) -> String {
    let text = line(value);
    let (kept, more) = cut(&text, most);
    let more = if more == 0 { "" } else { "…" };
    paint(paint_of(value), &format!("{kept}{more}"), style)
}

struct Printer {
    out: String,
    viewport: Viewport,
    style: Style,
}

impl Printer {
    /// Writes a value that stands after `column` other characters of its line.
    fn value(&mut self, value: &Value, level: usize, column: usize) {
        match value {
            Value::Array(array) if !self.fits(value, column) => {
                self.out.push('[');
                for (index, item) in array.iter().enumerate() {
                    self.start_line(index, level + 1);
                    self.value(item, level + 1, 2 * level + 2);
                }
                self.end(']', level);
            }
            Value::Object(object) if !self.fits(value, column) => {
                self.out.push('{');
                for (index, (key, item)) in object.iter().enumerate() {
                    self.start_line(index, level + 1);
                    let column = 2 * level + 4 + self.key(key);
                    self.value(item, level + 1, column);
                }
                self.end('}', level);
            }
            Value::Array(array) => {
                self.out.push('[');
                for (index, item) in array.iter().enumerate() {
                    self.out.push_str(if index == 0 { "" } else { ", " });
                    self.value(item, level, 0);
                }
                self.out.push(']');
            }
            Value::Object(object) if object.is_empty() => self.out.push_str("{}"),
            Value::Object(object) => {
                for (index, (key, item)) in object.iter().enumerate() {
                    self.out.push_str(if index == 0 { "{ " } else { ", " });
                    self.key(key);
                    self.value(item, level, 0);
                }
                self.out.push_str(" }");
            }
            Value::Bytes(text) => self.text(text),
            scalar => self.paint(paint_of(scalar), &line(scalar)),
        }
    }

    /// Whether a value fits on the rest of a line.
    fn fits(&self, value: &Value, column: usize) -> bool {
        let mut left = self.viewport.width.checked_sub(column);
        subtract_width(value, &mut left);
        left.is_some()
    }

    /// Writes the key of an object; how wide it is.
    fn key(&mut self, key: &Key) -> usize {
        let name = quoted(key);
        self.paint(Paint::Key, &name);
        self.out.push_str(": ");
        name.chars().count()
    }

    fn text(&mut self, text: &Text) {
        let text = text.to_str();
        let (kept, more) = cut(&text, self.viewport.text);
        self.paint(Paint::Text, &quoted(kept));
        if more > 0 {
            self.paint(Paint::Dim, &format!(" … {more} more characters"));
        }
    }

    fn start_line(&mut self, index: usize, level: usize) {
        self.out.push_str(if index == 0 { "\n" } else { ",\n" });
        let _ = write!(self.out, "{:width$}", "", width = 2 * level);
    }

    fn end(&mut self, bracket: char, level: usize) {
        let _ = write!(self.out, "\n{:width$}{bracket}", "", width = 2 * level);
    }

    fn paint(&mut self, colour: Paint, text: &str) {
        self.out.push_str(&paint(colour, text, self.style));
    }
}

fn paint_of(value: &Value) -> Paint {
    match value {
        Value::Null | Value::Boolean(_) => Paint::Word,
        Value::Integer(_) | Value::Float(_) | Value::Timestamp(_) => Paint::Number,
        Value::Bytes(_) | Value::Regex(_) => Paint::Text,
        Value::Array(_) | Value::Object(_) => Paint::Key,
    }
}

/// Takes the width of a value from what is left of a line, until nothing is.
fn subtract_width(value: &Value, left: &mut Option<usize>) {
    let mut subtract = |width: usize| *left = left.and_then(|left| left.checked_sub(width));
    match value {
        Value::Array(array) => {
            subtract(2);
            for item in array.iter() {
                if left.is_none() {
                    return;
                }
                *left = left.and_then(|left| left.checked_sub(2));
                subtract_width(item, left);
            }
        }
        Value::Object(object) => {
            subtract(4);
            for (key, item) in object.iter() {
                if left.is_none() {
                    return;
                }
                *left = left.and_then(|left| left.checked_sub(key.len() + 6));
                subtract_width(item, left);
            }
        }
        Value::Bytes(text) => subtract(text.len() + 2),
        scalar => subtract(line(scalar).len()),
    }
}

/// A value on one line.
fn line(value: &Value) -> String {
    let mut out = String::new();
    match value {
        Value::Bytes(text) => out = quoted(&text.to_str()),
        Value::Array(array) => {
            let items: Vec<String> = array.iter().map(line).collect();
            let _ = write!(out, "[{}]", items.join(", "));
        }
        Value::Object(object) if object.is_empty() => out.push_str("{}"),
        Value::Object(object) => {
            let fields: Vec<String> = object
                .iter()
                .map(|(key, value)| format!("{}: {}", quoted(key), line(value)))
                .collect();
            let _ = write!(out, "{{ {} }}", fields.join(", "));
        }
        scalar => {
            let _ = write!(out, "{scalar}");
        }
    }
    out
}

/// A text between quotes, as a program would write it. No character of it reaches the terminal as a
/// command.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other if is_terminal_control(other) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(other));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// The first characters of a text, and how many follow.
fn cut(text: &str, most: usize) -> (&str, usize) {
    match text.char_indices().nth(most) {
        Some((end, _)) => (&text[..end], text[end..].chars().count()),
        None => (text, 0),
    }
}

#[cfg(test)]
mod tests {
    use vrlet::Value;
    use vrlet::diagnostic::Style;
    use vrlet::value::json;

    use super::{Viewport, brief, pretty};

    fn value(text: &str) -> Value {
        json::read(&vrlet::Text::from_bytes(text.as_bytes())).expect("JSON")
    }

    fn plain(value: &Value) -> String {
        pretty(value, Viewport::of_screen(80), Style::Plain)
    }

    #[test]
    fn what_fits_stands_on_one_line() {
        let text = r#"{ "a": [1, 2.5, null], "b": { "c": true }, "d": {}, "e": [] }"#;
        assert_eq!(plain(&value(text)), text);
    }

    #[test]
    fn what_does_not_fit_is_laid_out() {
        let long = "x".repeat(70);
        let text = format!(r#"{{"a":["{long}",1],"b":2}}"#);
        assert_eq!(
            plain(&value(&text)),
            format!("{{\n  \"a\": [\n    \"{long}\",\n    1\n  ],\n  \"b\": 2\n}}")
        );
    }

    #[test]
    fn a_narrow_screen_has_shorter_lines() {
        let value = value(r#"{"abc":1,"def":"0123456789"}"#);
        let narrow = pretty(&value, Viewport::of_screen(30), Style::Plain);
        assert_eq!(narrow, "{\n  \"abc\": 1,\n  \"def\": \"0123456789\"\n}");
    }

    #[test]
    fn long_values_are_cut_on_a_screen() {
        let text = Value::from("x".repeat(5000));
        assert!(plain(&text).ends_with("x\" … 3000 more characters"));
        assert_eq!(pretty(&text, Viewport::ENDLESS, Style::Plain).len(), 5002);
        let array = Value::from(vec![Value::from("x".repeat(50)); 500]);
        assert!(plain(&array).ends_with("\n… 302 more lines"));
        assert_eq!(brief(&array, 10, Style::Plain), "[\"xxxxxxxx…");
    }

    #[test]
    fn no_character_commands_the_terminal() {
        let text = plain(&Value::from("\u{1b}[31m\u{9b}0m\u{7}\u{202e}\n\"\\"));
        assert_eq!(text, r#""\u{1b}[31m\u{9b}0m\u{7}\u{202e}\n\"\\""#);
        assert_eq!(plain(&value(r#"{"\u001b":1}"#)), r#"{ "\u{1b}": 1 }"#);
    }
}

//! The diff of the event before and after a line: one changed path a line.

use std::collections::HashSet;
use std::fmt::Write;

use vrlet::Value;
use vrlet::diagnostic::Style;
use vrlet::value::{Path, Step};

use super::paint::{Paint, paint};
use super::pretty::brief;

/// How many characters of a value are shown.
const MOST: usize = 100;

/// The differences below a root, `.` or `%`: what is new (`+`), gone (`-`), or another value (`~`).
pub fn changes(root: &str, before: &Value, after: &Value, style: Style) -> String {
    let mut diff = Diff { root, path: Vec::new(), style, out: String::new() };
    diff.compare(before, after);
    diff.out
}

struct Diff<'a> {
    root: &'a str,
    path: Vec<Step>,
    style: Style,
    out: String,
}

impl Diff<'_> {
    fn compare(&mut self, before: &Value, after: &Value) {
        match (before, after) {
            (Value::Object(old), Value::Object(new)) => {
                for (key, value) in old.iter() {
                    self.below(Step::Field(key.clone()), Some(value), new.get(key));
                }
                let known: HashSet<&str> = old.keys().map(|key| &**key).collect();
                for (key, value) in new.iter().filter(|(key, _)| !known.contains(&***key)) {
                    self.below(Step::Field(key.clone()), None, Some(value));
                }
            }
            (Value::Array(old), Value::Array(new)) => {
                for index in 0..old.len().max(new.len()) {
                    let step = Step::Index(i64::try_from(index).unwrap_or(i64::MAX));
                    self.below(step, old.get(index), new.get(index));
                }
            }
            (old, new) if old == new => {}
            (old, new) => self.note(Some(old), Some(new)),
        }
    }

    fn below(&mut self, step: Step, before: Option<&Value>, after: Option<&Value>) {
        self.path.push(step);
        match (before, after) {
            (Some(before), Some(after)) => self.compare(before, after),
            (before, after) => self.note(before, after),
        }
        self.path.pop();
    }

    fn note(&mut self, before: Option<&Value>, after: Option<&Value>) {
        let path = format!("{}{}", self.root, Path::from(self.path.clone()));
        let value = |value| brief(value, MOST, Style::Plain);
        let (colour, line) = match (before, after) {
            (None, Some(new)) => (Paint::Added, format!("+ {path}: {}", value(new))),
            (Some(old), None) => (Paint::Removed, format!("- {path}: {}", value(old))),
            (Some(old), Some(new)) => {
                (Paint::Changed, format!("~ {path}: {} → {}", value(old), value(new)))
            }
            (None, None) => return,
        };
        let _ = writeln!(self.out, "{}", paint(colour, &line, self.style));
    }
}

#[cfg(test)]
mod tests {
    use vrlet::Value;
    use vrlet::diagnostic::Style;
    use vrlet::value::json;

    use super::changes;

    fn value(text: &str) -> Value {
        json::read(&vrlet::Text::from_bytes(text.as_bytes())).expect("JSON")
    }

    fn diff(before: &str, after: &str) -> String {
        changes(".", &value(before), &value(after), Style::Plain)
    }

    #[test]
    fn only_what_differs_is_listed() {
        assert_eq!(diff(r#"{"a":[1,{"b":2}]}"#, r#"{"a":[1,{"b":2}]}"#), "");
        assert_eq!(
            diff(r#"{"a":1,"b":{"x y":1,"z":2},"c":3}"#, r#"{"b":{"x y":"1","z":2},"c":3,"d":[]}"#),
            "- .a: 1\n~ .b.\"x y\": 1 → \"1\"\n+ .d: []\n"
        );
        assert_eq!(diff("[1,2]", "[1,3,4]"), "~ .[1]: 2 → 3\n+ .[2]: 4\n");
        assert_eq!(diff("{}", "5"), "~ .: {} → 5\n");
    }
}

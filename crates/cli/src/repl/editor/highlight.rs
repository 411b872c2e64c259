//! The colours of a line while it is typed.

use vrlet::diagnostic::Style;
use vrlet_ide::HighlightKind;

use super::program_part::{name_end, program_start};
use crate::repl::command::Entry;
use crate::repl::paint::{Paint, paint};

/// A line in its colours.
pub fn highlight(line: &str, style: Style) -> String {
    let name_end = match Entry::of(line) {
        Entry::Program(_) => 0,
        Entry::Command { name, .. } => name_end(line, name),
    };
    let (command, rest) = line.split_at(name_end);
    let command = match command {
        "" => String::new(),
        name => paint(Paint::Function, name, style),
    };
    let rest = match program_start(line) {
        Some(_) => program(rest, style),
        None => rest.to_owned(),
    };
    command + &rest
}

fn program(text: &str, style: Style) -> String {
    let mut out = String::new();
    let mut end = 0;
    for piece in vrlet_ide::highlight(text) {
        out.push_str(&text[end..piece.range.start]);
        end = piece.range.end;
        let word = &text[piece.range];
        match colour(piece.kind) {
            Some(colour) => out.push_str(&paint(colour, word, style)),
            None => out.push_str(word),
        }
    }
    out.push_str(&text[end..]);
    out
}

/// The colour of a piece; `None` for the terminal's own.
fn colour(kind: HighlightKind) -> Option<Paint> {
    match kind {
        HighlightKind::Comment => Some(Paint::Dim),
        HighlightKind::Keyword => Some(Paint::Word),
        HighlightKind::Function => Some(Paint::Function),
        HighlightKind::Field | HighlightKind::Argument => Some(Paint::Key),
        HighlightKind::Number | HighlightKind::Timestamp => Some(Paint::Number),
        HighlightKind::String | HighlightKind::Regex => Some(Paint::Text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use vrlet::diagnostic::Style;

    use super::highlight;

    #[test]
    fn nothing_but_colours_is_added() {
        for line in [
            "",
            ":",
            ":time  upcase(.a) # x",
            " :load a b",
            "if .a == \"x\" { 1 } # ä",
            "r'open",
            "\"ä\n",
        ] {
            assert_eq!(highlight(line, Style::Plain), line);
            let coloured = highlight(line, Style::Coloured);
            let mut plain = String::new();
            let mut rest = coloured.as_str();
            while let Some((before, after)) = rest.split_once('\x1b') {
                plain.push_str(before);
                rest = after.split_once('m').expect("the end of a colour").1;
            }
            assert_eq!(plain + rest, line);
        }
    }

    #[test]
    fn words_have_the_colour_of_what_they_mean() {
        let line = highlight("if upcase(value: .a) == t'2020-01-01T00:00:00Z'", Style::Coloured);
        for piece in [
            "\x1b[35mif\x1b",
            "\x1b[1mupcase\x1b",
            "\x1b[34mvalue\x1b",
            "\x1b[34ma\x1b",
            "\x1b[36mt'2020-01-01T00:00:00Z'\x1b",
        ] {
            assert!(line.contains(piece), "{piece:?} in {line:?}");
        }
        let command = highlight(":type .a", Style::Coloured);
        assert_eq!(command, "\x1b[1m:type\x1b[0m .\x1b[34ma\x1b[0m");
        assert_eq!(highlight(":load .a", Style::Coloured), "\x1b[1m:load\x1b[0m .a");
    }
}

//! The colours of a line while it is typed.

use vrlet::diagnostic::Style;
use vrlet::syntax::{TokenKind, tokens};

use crate::repl::command::{Entry, takes_program};
use crate::repl::paint::{Paint, paint};

/// A line in its colours.
pub fn highlight(line: &str, style: Style) -> String {
    match Entry::of(line) {
        Entry::Program(program) => highlight_program(program, style),
        Entry::Command { name, .. } => {
            let after = line.find(':').map_or(0, |colon| colon + 1 + name.len());
            let (command, arguments) = line.split_at(after);
            let arguments = match takes_program(name) {
                true => highlight_program(arguments, style),
                false => arguments.to_owned(),
            };
            format!("{}{arguments}", paint(Paint::Function, command, style))
        }
    }
}

fn highlight_program(program: &str, style: Style) -> String {
    let mut out = String::new();
    let mut end = 0;
    for (kind, span) in tokens(program) {
        out.push_str(&program[end..span.start as usize]);
        let text = &program[span.range()];
        end = span.end as usize;
        let colour = match kind {
            TokenKind::Comment => Paint::Dim,
            TokenKind::Keyword => Paint::Word,
            TokenKind::Function => Paint::Function,
            TokenKind::Field => Paint::Key,
            TokenKind::Number => Paint::Number,
            TokenKind::String | TokenKind::Quoted => Paint::Text,
            TokenKind::Name | TokenKind::Bracket | TokenKind::Sign => {
                out.push_str(text);
                continue;
            }
        };
        out.push_str(&paint(colour, text, style));
    }
    out.push_str(&program[end..]);
    out
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
        let line = highlight("if upcase(.a) == \"x\"", Style::Coloured);
        for piece in ["\x1b[35mif\x1b", "\x1b[1mupcase\x1b", "\x1b[34ma\x1b", "\x1b[32m\"x\"\x1b"] {
            assert!(line.contains(piece), "{piece:?} in {line:?}");
        }
    }
}

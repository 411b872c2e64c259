//! What makes sure that a fix loses nothing, whatever the diagnostic promises: every word of the author is still
//! there, and the program means the same, or did not compile and comes closer to it.

use vrlet::diagnostic::{Code, Diagnostic, Edit};
use vrlet::syntax::{TokenKind, tokens};
use vrlet::{CompileError, Program};

use crate::context::Context;

/// Whether a text with edits means what it meant before.
///
/// A program that compiles must be the same bytecode afterwards; where something goes that never runs, as the
/// checker has proven (a `??` or a second target after what can't fail), its value and all that it touches must
/// stay. A text that did not compile must have less wrong with it, and all of its words.
pub(crate) fn keeps_meaning(before: &str, after: &str, edits: &[&Edit], context: &Context) -> bool {
    let engine = context.engine();
    match (engine.compile(before), engine.compile(after)) {
        (Ok(before), Ok(after)) => is_same(&before, &after),
        (Ok(_), Err(_)) => false,
        (Err(error), compiled) => {
            has_less_wrong((before, &error), (after, compiled.as_ref().err()))
                && keeps_words(before, after, edits)
        }
    }
}

/// Whether two programs do the same.
fn is_same(before: &Program, after: &Program) -> bool {
    bytecode(before) == bytecode(after)
        || is_needless(before.warnings())
            && before.result() == after.result()
            && before.uses() == after.uses()
            && count(before.warnings(), Code::Unused) >= count(after.warnings(), Code::Unused)
}

/// Whether something goes that never runs.
fn is_needless(warnings: &[Diagnostic]) -> bool {
    let codes = [Code::NeedlessCoalesce, Code::NeedlessErrorTarget];
    warnings.iter().any(|warning| codes.contains(&warning.code))
}

fn count(diagnostics: &[Diagnostic], code: Code) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.code == code).count()
}

/// The instructions, without the lines that repeat the source.
fn bytecode(program: &Program) -> Vec<String> {
    let text = program.disassemble();
    let is_source =
        |line: &&str| line.starts_with(|first: char| first == ';' || !first.is_whitespace());
    text.lines().filter(|line| !is_source(line)).map(str::to_owned).collect()
}

/// Whether fewer things are wrong, or the first of them comes later: a slip hides what comes after it.
fn has_less_wrong(before: (&str, &CompileError), after: (&str, Option<&CompileError>)) -> bool {
    let (before_text, before) = before;
    let (after_text, Some(after)) = after else { return true };
    let undefined = |error: &CompileError| count(&error.diagnostics, Code::UndefinedVariable);
    let is_syntax = |one: &&Diagnostic| (200..300).contains(&one.code.number());
    let syntax = |error: &CompileError| error.diagnostics.iter().filter(is_syntax).count();
    // What is left of the text from the first mistake on.
    let left = |text: &str, error: &CompileError| {
        let starts = error.diagnostics.iter().filter_map(Diagnostic::span);
        let first = starts.map(|span| span.start as usize).min().unwrap_or_default();
        text.len().saturating_sub(first)
    };
    let fewer = after.diagnostics.len() < before.diagnostics.len();
    fewer && undefined(after) <= undefined(before)
        || syntax(after) < syntax(before)
        || syntax(before) > 0 && left(after_text, after) < left(before_text, before)
}

/// Whether all words of a text are there after the edits, in their order, and none became part of a comment that
/// was none. What an edit itself translates (`and`, `let`, `None`) is no word of the program.
fn keeps_words(before: &str, after: &str, edits: &[&Edit]) -> bool {
    let made_comment = edits.iter().any(|edit| edit.replacement == "#");
    let (before, after) = (words(before), words(after));
    before.len() == after.len()
        && before.iter().zip(&after).all(|(before, after)| {
            before.text == after.text && (made_comment || before.in_comment == after.in_comment)
        })
}

/// A run of letters and digits.
struct Word {
    text: String,
    in_comment: bool,
}

/// The words of a text, those in strings and comments too, as VRL spells them.
fn words(text: &str) -> Vec<Word> {
    let comments = tokens(text).into_iter().filter(|(kind, _)| *kind == TokenKind::Comment);
    let mut comments = comments.map(|(_, span)| span.range()).peekable();
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain(std::iter::once((text.len(), ' ')));
    for (at, character) in ends {
        match (start, character.is_alphanumeric() || character == '_') {
            (None, true) => start = Some(at),
            (Some(begin), false) => {
                while comments.next_if(|comment| comment.end <= begin).is_some() {}
                let in_comment = comments.peek().is_some_and(|comment| comment.contains(&begin));
                let spelt = spelt(&text[begin..at]);
                words.extend(spelt.map(|text| Word { text, in_comment }));
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    words
}

/// A word as VRL spells it; none where VRL has a sign for it, or nothing.
fn spelt(word: &str) -> Option<String> {
    Some(match word {
        "and" | "or" | "not" | "is" | "let" | "var" | "const" | "set" => return None,
        "else" | "elif" | "elsif" | "elseif" | "if" => return None,
        "nil" | "None" | "none" | "NULL" | "Null" | "nullptr" | "NIL" => "null".to_owned(),
        "True" | "TRUE" => "true".to_owned(),
        "False" | "FALSE" => "false".to_owned(),
        _ => {
            let digits = word.strip_prefix("0x").or(word.strip_prefix("0X"));
            match digits.map(|digits| i64::from_str_radix(digits, 16)) {
                Some(Ok(number)) => number.to_string(),
                Some(Err(_)) | None => word.to_owned(),
            }
        }
    })
}

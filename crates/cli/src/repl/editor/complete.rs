//! Tab: completion of programs, by `vrlet-ide`, and of the prompt's commands with their arguments.

use rustyline::completion::Pair;
use vrlet::diagnostic::Code;
use vrlet_ide::{CompletionKind, Context, Document};
use vrlet_manual::signature;

use super::program_part::{name_end, program_start};
use crate::repl::command::{COMMANDS, Entry, Takes, find};
use crate::repl::files;

const FORMATS: [&str; 3] = ["ndjson", "lines", "json"];

/// Where what is being typed starts, and what could stand there instead.
pub fn candidates(context: &Context, line: &str, at: usize) -> (usize, Vec<Pair>) {
    let typed = &line[..at];
    if let Some(start) = program_start(typed) {
        return of_program(context, line, start, at);
    }
    let Entry::Command { name, .. } = Entry::of(typed) else { return (at, Vec::new()) };
    let end = name_end(typed, name);
    if end == at {
        let names = COMMANDS.iter().filter(|command| command.name.starts_with(name));
        let pairs = names.map(|command| pair(command.usage(), command.name));
        return (end - name.len(), pairs.collect());
    }
    let (position, word) = files::last_word(&typed[end..]);
    let word = end + word;
    let takes = find(name.trim_end_matches('!')).and_then(|command| command.takes.get(position));
    match takes {
        Some(takes) => (word, of_argument(context, *takes, &typed[word..])),
        None => (at, Vec::new()),
    }
}

/// What could stand in a program that starts somewhere in a line.
fn of_program(context: &Context, line: &str, start: usize, at: usize) -> (usize, Vec<Pair>) {
    let document = Document::new(context.clone(), &line[start..]);
    let completions = document.complete(at - start);
    let pairs = completions.items.into_iter().map(|item| {
        let signature = item.detail.filter(|_| item.kind == CompletionKind::Function);
        pair(signature.unwrap_or(item.label), item.insert)
    });
    (start + completions.range.start, pairs.collect())
}

/// What an argument of a command could be that begins with what was typed.
fn of_argument(context: &Context, takes: Takes, typed: &str) -> Vec<Pair> {
    match takes {
        Takes::Number | Takes::Program => Vec::new(),
        Takes::File => {
            files::beginning_with(typed).into_iter().map(|name| pair(&name, &name)).collect()
        }
        Takes::Format => {
            let formats = FORMATS.iter().filter(|format| format.starts_with(typed));
            formats.map(|format| pair(*format, *format)).collect()
        }
        Takes::Topic => {
            let functions = context.engine().functions().iter();
            let functions = functions.map(|function| pair(signature(function), function.name));
            let commands =
                COMMANDS.iter().map(|command| (command.usage(), format!(":{}", command.name)));
            let topics = functions.chain(commands.map(|(usage, name)| pair(usage, name)));
            topics.filter(|topic| topic.replacement.starts_with(typed)).collect()
        }
        Takes::Code => {
            let typed = typed.to_uppercase();
            let codes = Code::ALL.iter().filter(|code| code.to_string().starts_with(&typed));
            codes.map(|code| pair(format!("{code}  {}", code.title()), code.to_string())).collect()
        }
    }
}

fn pair(display: impl Into<String>, replacement: impl Into<String>) -> Pair {
    Pair { display: display.into(), replacement: replacement.into() }
}

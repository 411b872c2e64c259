//! Tab: what could stand at the end of what was typed.

use rustyline::completion::Pair;
use vrlet::Value;
use vrlet::diagnostic::Code;
use vrlet::value::{Path, Step};

use super::Assistant;
use super::fragment::Fragment;
use crate::functions::signature;
use crate::repl::command::{COMMANDS, Entry, Takes, find};
use crate::repl::files;

const KEYWORDS: [&str; 8] = ["abort", "break", "else", "false", "if", "null", "return", "true"];
/// How a function begins whose first argument is the name of a table.
const OF_TABLES: [&str; 2] = ["get_enrichment_table_record", "find_enrichment_table_records"];

impl Assistant {
    /// Where what is being typed starts, and what could stand there instead.
    pub(super) fn candidates(&self, typed: &str) -> (usize, Vec<Pair>) {
        match Entry::of(typed) {
            Entry::Program(program) => self.of_program(program),
            Entry::Command { name, .. } => {
                let colon = typed.len() - typed.trim_start().len() + 1;
                let behind_name = colon + name.len();
                if behind_name == typed.len() {
                    let names = COMMANDS.iter().filter(|command| command.name.starts_with(name));
                    let pairs = names.map(|command| pair(command.usage(), command.name));
                    return (colon, pairs.collect());
                }
                let Some(command) = find(name) else { return (typed.len(), Vec::new()) };
                self.of_arguments(command.takes, typed, behind_name)
            }
        }
    }

    fn of_arguments(&self, takes: Takes, typed: &str, start: usize) -> (usize, Vec<Pair>) {
        let word = typed.rfind(char::is_whitespace).map_or(start, |blank| blank + 1);
        match takes {
            Takes::Nothing => (typed.len(), Vec::new()),
            Takes::Program => {
                let (at, pairs) = self.of_program(&typed[start..]);
                (start + at, pairs)
            }
            Takes::Files => {
                let names = files::beginning_with(&typed[word..]);
                (word, names.into_iter().map(|name| pair(name.clone(), name)).collect())
            }
            Takes::Topic => {
                let functions = self.engine.functions().iter();
                let functions =
                    functions.filter(|function| function.name.starts_with(&typed[word..]));
                (word, functions.map(|function| pair(signature(function), function.name)).collect())
            }
            Takes::Code => {
                let codes = Code::ALL.iter().filter(|code| {
                    code.to_string().to_lowercase().starts_with(&typed[word..].to_lowercase())
                });
                let pairs =
                    codes.map(|code| pair(format!("{code}  {}", code.title()), code.to_string()));
                (word, pairs.collect())
            }
        }
    }

    fn of_program(&self, program: &str) -> (usize, Vec<Pair>) {
        match Fragment::of(program) {
            Fragment::Word { start, typed } => (start, self.words(typed)),
            Fragment::Step { root, path, start, typed } => (start, self.steps(root, &path, typed)),
            Fragment::Text { start, typed, function: Some(function) }
                if OF_TABLES.contains(&function) =>
            {
                let names = self.engine.tables().iter().map(|(name, _)| name);
                let names = names.filter(|name| name.starts_with(typed));
                (start, names.map(|name| pair(name, format!("{name}\""))).collect())
            }
            Fragment::Text { .. } | Fragment::Other => (program.len(), Vec::new()),
        }
    }

    fn words(&self, typed: &str) -> Vec<Pair> {
        let variables = self.variables.iter().map(|(name, _)| pair(name, name));
        let functions = self.engine.functions().iter();
        let functions =
            functions.map(|function| pair(signature(function), format!("{}(", function.name)));
        let keywords = KEYWORDS.iter().map(|word| pair(*word, *word));
        let all = variables.chain(functions).chain(keywords);
        all.filter(|pair| pair.replacement.starts_with(typed)).collect()
    }

    /// The fields that are there, below a root.
    fn steps(&self, root: &str, path: &Path, typed: &str) -> Vec<Pair> {
        let root = match root {
            "." => Some(&self.event),
            "%" => Some(&self.metadata),
            name => {
                let variable = self.variables.iter().find(|(known, _)| known == name);
                variable.map(|(_, value)| value)
            }
        };
        let Some(Value::Object(object)) = root.and_then(|root| root.get(path)) else {
            return Vec::new();
        };
        let fields = object.keys().filter(|key| key.starts_with(typed));
        fields
            .map(|key| {
                let step = Path::from(vec![Step::Field(key.clone())]).to_string();
                pair(step.clone(), step)
            })
            .collect()
    }
}

fn pair(display: impl Into<String>, replacement: impl Into<String>) -> Pair {
    Pair { display: display.into(), replacement: replacement.into() }
}

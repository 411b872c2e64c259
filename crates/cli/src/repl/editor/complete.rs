//! Tab: what could stand at the end of what was typed.

use rustyline::completion::Pair;
use vrlet::Value;
use vrlet::diagnostic::Code;
use vrlet::value::{Path, Step};
use vrlet_manual::signature;

use super::Completer;
use super::call::Call;
use super::fragment::{Form, Fragment};
use crate::repl::command::{COMMANDS, Entry, Takes, find};
use crate::repl::files;

const KEYWORDS: [&str; 8] = ["abort", "break", "else", "false", "if", "null", "return", "true"];
/// The functions whose parameter `table` is the name of a table.
const OF_TABLES: [&str; 2] = ["get_enrichment_table_record", "find_enrichment_table_records"];
const FORMATS: [&str; 3] = ["ndjson", "lines", "json"];
/// How many elements of an array are offered.
const MOST_INDICES: usize = 100;

impl Completer {
    /// Where what is being typed starts, and what could stand there instead.
    pub(super) fn candidates(&self, typed: &str) -> (usize, Vec<Pair>) {
        match Entry::of(typed) {
            Entry::Program(program) => self.of_program(program),
            Entry::Command { name, .. } => {
                let colon = typed.len() - typed.trim_start().len() + 1;
                let name_end = colon + name.len();
                if name_end == typed.len() {
                    let names = COMMANDS.iter().filter(|command| command.name.starts_with(name));
                    let pairs = names.map(|command| pair(command.usage(), command.name));
                    return (colon, pairs.collect());
                }
                let Some(command) = find(name.trim_end_matches('!')) else {
                    return (typed.len(), Vec::new());
                };
                self.of_arguments(command.takes, typed, name_end)
            }
        }
    }

    fn of_arguments(&self, takes: &[Takes], typed: &str, start: usize) -> (usize, Vec<Pair>) {
        let (position, word) = files::last_word(&typed[start..]);
        let word = start + word;
        let begun = &typed[word..];
        let pairs = match takes.get(position) {
            None | Some(Takes::Number) => Vec::new(),
            Some(Takes::Program) => {
                let (at, pairs) = self.of_program(&typed[start..]);
                return (start + at, pairs);
            }
            Some(Takes::File) => {
                files::beginning_with(begun).into_iter().map(|name| pair(&name, &name)).collect()
            }
            Some(Takes::Format) => {
                let formats = FORMATS.iter().filter(|format| format.starts_with(begun));
                formats.map(|format| pair(*format, *format)).collect()
            }
            Some(Takes::Topic) => {
                let functions = self.engine.functions().iter();
                let functions = functions.map(|function| pair(signature(function), function.name));
                let commands = COMMANDS.iter();
                let commands =
                    commands.map(|command| pair(command.usage(), format!(":{}", command.name)));
                let topics = functions.chain(commands);
                topics.filter(|topic| topic.replacement.starts_with(begun)).collect()
            }
            Some(Takes::Code) => {
                let begun = begun.to_uppercase();
                let codes = Code::ALL.iter().filter(|code| code.to_string().starts_with(&begun));
                let pairs =
                    codes.map(|code| pair(format!("{code}  {}", code.title()), code.to_string()));
                pairs.collect()
            }
        };
        (word, pairs)
    }

    fn of_program(&self, program: &str) -> (usize, Vec<Pair>) {
        match Fragment::of(program) {
            Fragment::Word { start, typed, call } => (start, self.words(typed, call.as_ref())),
            Fragment::Step { root, path, start, typed, form } => {
                (start, self.steps(root, &path, typed, form))
            }
            Fragment::Text { start, typed, call: Some(call) } => (start, self.texts(typed, &call)),
            Fragment::Text { call: None, .. } | Fragment::Other => (program.len(), Vec::new()),
        }
    }

    fn words(&self, typed: &str, call: Option<&Call<'_>>) -> Vec<Pair> {
        let variables = self.variables.iter().map(|(name, _)| pair(name, name));
        let parameters = call.filter(|call| call.is_start).and_then(|call| {
            let function = self.engine.functions().get(call.function)?;
            Some(call.left(function).map(|param| format!("{}: ", param.name)))
        });
        let parameters = parameters.into_iter().flatten().map(|name| pair(name.trim_end(), &name));
        if typed.is_empty() && call.is_some() {
            // All functions would bury what is at hand.
            let fields = self.steps(".", &Path::from(Vec::new()), "", Form::Field).into_iter();
            let fields = fields.map(|Pair { replacement: step, .. }| format!(".{step}"));
            return variables
                .chain(parameters)
                .chain(fields.map(|path| pair(&path, &path)))
                .collect();
        }
        let functions = self.engine.functions().iter();
        let functions =
            functions.map(|function| pair(signature(function), format!("{}(", function.name)));
        let keywords = KEYWORDS.iter().map(|word| pair(*word, *word));
        let all = variables.chain(parameters).chain(functions).chain(keywords);
        all.filter(|pair| pair.replacement.starts_with(typed)).collect()
    }

    /// The texts that an argument may be: tables, or the few that a function knows.
    fn texts(&self, typed: &str, call: &Call<'_>) -> Vec<Pair> {
        let function = self.engine.functions().get(call.function);
        let Some(param) = function.and_then(|function| call.parameter(function)) else {
            return Vec::new();
        };
        let names: Vec<&str> = if param.name == "table" && OF_TABLES.contains(&call.function) {
            self.engine.tables().iter().map(|(name, _)| name).collect()
        } else {
            param.choices.to_vec()
        };
        let names = names.into_iter().filter(|name| name.starts_with(typed));
        names.map(|name| pair(name, format!("{name}\""))).collect()
    }

    /// What is there below a root: fields of an object, elements of an array.
    fn steps(&self, root: &str, path: &Path, typed: &str, form: Form) -> Vec<Pair> {
        let root = match root {
            "." => Some(&self.event),
            "%" => Some(&self.metadata),
            name => {
                let variable = self.variables.iter().find(|(known, _)| known == name);
                variable.map(|(_, value)| value)
            }
        };
        match (root.and_then(|root| root.get(path)), form) {
            (Some(Value::Object(object)), Form::Field) => {
                let fields = object.keys().filter(|key| key.starts_with(typed));
                let steps =
                    fields.map(|key| Path::from(vec![Step::Field(key.clone())]).to_string());
                steps.map(|step| pair(&step, &step)).collect()
            }
            (Some(Value::Array(array)), Form::Index) => {
                let indices = (0..array.len().min(MOST_INDICES)).map(|index| index.to_string());
                let indices = indices.filter(|index| index.starts_with(typed));
                indices.map(|index| pair(format!("[{index}]"), format!("{index}]"))).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn pair(display: impl Into<String>, replacement: impl Into<String>) -> Pair {
    Pair { display: display.into(), replacement: replacement.into() }
}

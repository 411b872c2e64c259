//! The command-line arguments.

use std::path::PathBuf;

use crate::rules::Rule;

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Task {
    Compare,
    /// Make `docs/differences.md` from the rules.
    WritePage,
    /// Answer the programs of the standard input.
    Ask,
}

/// What is compared, and how much of it.
pub struct Arguments {
    pub task: Task,
    pub examples: bool,
    pub programs: u64,
    pub seed: u64,
    /// The number of the first program.
    pub from: u64,
    /// How many differences are shown.
    pub show: usize,
    /// The rule whose programs are shown too.
    pub excused: Option<String>,
    pub repository: PathBuf,
}

pub const USAGE: &str = "\
usage: vrlet-conformance [--programs N] [--seed N] [--from N] [--show N] [--excused RULE] [--random-only]
       vrlet-conformance --write-page
       vrlet-conformance --ask < PROGRAMS

Compares vrlet with the reference engine: the cases of the rules, every example of a builtin, every fixture
of the tests, then random programs. Differences that rules excuse are counted; any other one is shown, made
small, and ends the command with 1. So does a rule that nothing meets, and one that excuses more than 2 % of
the random programs.

  --programs N    how many random programs (default 5000)
  --seed N        what they are made from (default 1)
  --from N        the number of the first one (default 0)
  --show N        how many differences are shown (default 20)
  --excused RULE  show what this rule excuses, too
  --random-only   no examples and fixtures
  --write-page    make docs/differences.md from the rules, and compare nothing
  --ask           show what both engines make of the programs of the standard input, one a line with ⏎ for
                  newlines, over an empty event";

impl Arguments {
    /// Whether one of these is the rule whose programs are to be shown.
    pub fn wants(&self, rules: &[&Rule]) -> bool {
        rules.iter().any(|rule| self.excused.as_deref() == Some(rule.name))
    }

    /// Reads the words of the command line.
    ///
    /// # Errors
    /// What is wrong with them, or the usage where it was asked for.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let repository = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        let mut arguments = Self {
            task: Task::Compare,
            examples: true,
            programs: 5000,
            seed: 1,
            from: 0,
            show: 20,
            excused: None,
            repository,
        };
        while let Some(word) = words.next() {
            let mut number = || {
                let text = words.next().ok_or_else(|| format!("{word} needs a number"))?;
                text.parse::<u64>().map_err(|error| format!("{word} {text}: {error}"))
            };
            match word.as_str() {
                "--programs" => arguments.programs = number()?,
                "--seed" => arguments.seed = number()?,
                "--from" => arguments.from = number()?,
                "--show" => arguments.show = number()? as usize,
                "--excused" => arguments.excused = Some(words.next().ok_or(USAGE)?),
                "--random-only" => arguments.examples = false,
                "--write-page" => arguments.task = Task::WritePage,
                "--ask" => arguments.task = Task::Ask,
                _ => return Err(USAGE.to_owned()),
            }
        }
        Ok(arguments)
    }
}

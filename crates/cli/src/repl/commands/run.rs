//! `:run` and `:sample`: runs a script over the loaded file, all of it or its first events.

use std::path::Path;

use vrlet::diagnostic::visible;
use vrlet::{Outcome, Program};

use crate::arguments::RunArguments;
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::program::Source;
use crate::repl::command::{missing, too_many};
use crate::repl::files;
use crate::repl::state::{ReplError, ReplState};
use crate::run::outputs::Outputs;
use crate::run::run_over;

impl ReplState {
    /// `:run SCRIPT [OUT]`
    pub fn run_script(&mut self, arguments: &str) -> Result<(), ReplError> {
        let words = files::words(arguments);
        let (script, out) = match words.as_slice() {
            [script] => (files::path(script), None),
            [script, out] => (files::path(script), Some(files::path(out))),
            [] => return Err(missing("run").into()),
            [..] => return Err(too_many("run").into()),
        };
        let file = self.file()?;
        let (inputs, input_format) = (vec![file.input.clone()], file.format);
        let (program, origin) = self.script(&script)?;
        let outputs = match &out {
            Some(out) => Outputs::open(&inputs.iter().collect::<Vec<_>>(), Some(out), None)?,
            None => Outputs::none(),
        };
        // Progress stands in nobody's way: no event goes to the screen.
        let output = Some(out.unwrap_or_default());
        let arguments = RunArguments { input_format, output, ..RunArguments::default() };
        let interrupt = &self.interrupt;
        let done =
            run_over(program, &origin, &inputs, &arguments, outputs, interrupt, &self.terminal);
        self.terminal.say(&done.summary);
        if done.exit == Exit::Success { Ok(()) } else { Err(ReplError::Reported) }
    }

    /// `:sample N SCRIPT`
    pub fn sample(&mut self, arguments: &str) -> Result<(), ReplError> {
        let words = files::words(arguments);
        let (count, script) = match words.as_slice() {
            [count, script] => (count, script),
            [] | [_] => return Err(missing("sample").into()),
            [..] => return Err(too_many("sample").into()),
        };
        let count: usize = count.parse().ok().filter(|count| *count > 0).ok_or_else(|| {
            CliError::new(format_args!("`{count}` is no number of events"))
                .help("say, for example, `:sample 3 script.vrl`")
        })?;
        let (program, _) = self.script(&files::path(script))?;
        let first = self.file()?.number();
        let mut has_failed = false;
        for number in first..first.saturating_add(count) {
            let file = self.file()?;
            let title = format!("event {number} of {}\n", file.input.name);
            let mut event = match file.read(number - 1) {
                Ok(Some(event)) => event,
                Ok(None) => break,
                Err(cli_error) if file.count() < number => return Err(cli_error.into()),
                Err(cli_error) => {
                    self.pass_over(&cli_error);
                    continue;
                }
            };
            self.print(&self.dim(&title))?;
            match program.vm().run(&mut event) {
                Ok(Outcome::Value(_)) => {
                    self.print(&format!("{}\n", self.pretty(event.value())))?;
                }
                Ok(Outcome::Aborted(reason)) => {
                    let reason =
                        reason.map_or(String::new(), |reason| format!(": {}", visible(&reason)));
                    self.print(&format!("left out by `abort`{reason}\n"))?;
                }
                Err(error) => {
                    has_failed = true;
                    let style = self.terminal.style;
                    self.terminal.say(&program.render_failure(&error, script, style));
                }
            }
            if self.interrupt.was_signalled() {
                break;
            }
        }
        if has_failed { Err(ReplError::Reported) } else { Ok(()) }
    }

    fn script(&self, path: &Path) -> Result<(Program, String), ReplError> {
        let source = Source::read(path)?;
        match source.compile(self.session.engine(), &self.terminal) {
            Some(program) => Ok((program, source.origin)),
            None => Err(ReplError::Reported),
        }
    }
}

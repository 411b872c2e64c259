//! `:type`, `:ops`, `:time`, `:help`, `:explain`: information about an expression, a function or a
//! diagnostic code.

use std::time::{Duration, Instant};

use vrlet::value::{Kind, Path, Step};
use vrlet::{CompileError, Outcome};

use crate::cli_error::CliError;
use crate::explain;
use crate::functions;
use crate::repl::command::{self, COMMANDS, missing};
use crate::repl::evaluate::ORIGIN;
use crate::repl::state::{ReplError, ReplState};

/// How long an expression is run to learn how long it takes.
const PATIENCE: Duration = Duration::from_millis(200);
/// How often it is run at most.
const MOST_RUNS: u32 = 100_000;

impl ReplState {
    /// `:type EXPR`
    pub fn type_of(&mut self, source: &str) -> Result<(), ReplError> {
        let source = given("type", source)?;
        let known = self.session.type_of(source).map_err(|error| self.refuse(&error))?;
        let fallible = if known.fallible { "can fail" } else { "can't fail" };
        Ok(self.print(&format!("{}; {fallible}\n{}", known.kind, fields(&known.kind)))?)
    }

    /// `:ops EXPR`
    pub fn instructions(&mut self, source: &str) -> Result<(), ReplError> {
        let source = given("ops", source)?;
        let mut session = self.session.clone();
        let step = session.compile(source).map_err(|error| self.refuse(&error))?;
        Ok(self.print(&step.program().disassemble())?)
    }

    /// `:time EXPR`
    pub fn time(&mut self, source: &str) -> Result<(), ReplError> {
        let source = given("time", source)?;
        // A session of its own, so that the state can be borrowed to report.
        let mut session = self.session.clone();
        let mut step = session.compile(source).map_err(|error| self.refuse(&error))?;
        let start = Instant::now();
        let mut spent = Duration::ZERO;
        let mut runs = 0;
        while runs == 0 || (runs < MOST_RUNS && start.elapsed() < PATIENCE) {
            let mut event = self.event.clone();
            let begin = Instant::now();
            let ended = step.dry_run(&mut event);
            spent += begin.elapsed();
            runs += 1;
            match ended {
                Ok(Outcome::Value(_) | Outcome::Aborted(_)) => {}
                Err(error) => return Err(self.fail(step.program(), &error)),
            }
        }
        let each = spent.as_secs_f64() * 1e6 / f64::from(runs);
        let times = if runs == 1 { "once" } else { &format!("{runs} times") };
        Ok(self.print(&format!("{each:.2} µs, run {times}\n"))?)
    }

    /// `:help [TOPIC]`
    pub fn help(&mut self, topic: &str) -> Result<(), ReplError> {
        let style = self.terminal.page_style;
        if topic.is_empty() {
            return Ok(self.print(&command::help(style))?);
        }
        if let Some(name) = topic.strip_prefix(':') {
            let command = command::find(name).ok_or_else(|| command::unknown(name))?;
            return Ok(self.print(&format!("{}\n  {}\n", command.usage(), command.about))?);
        }
        let name = topic.split(['(', '!']).next().unwrap_or(topic);
        let functions = self.session.engine().functions();
        if functions.get(name).is_none()
            && let Some(command) = COMMANDS.iter().find(|command| command.name == name)
        {
            return Ok(self.print(&format!("{}\n  {}\n", command.usage(), command.about))?);
        }
        Ok(self.print(&functions::page(functions, name, style)?)?)
    }

    /// `:explain CODE`
    pub fn explain(&mut self, code: &str) -> Result<(), ReplError> {
        let code = given("explain", code)?;
        Ok(self.print(&explain::page(code, self.terminal.page_style)?)?)
    }

    /// Says what is wrong with a program.
    fn refuse(&self, error: &CompileError) -> ReplError {
        self.terminal.say(&error.render(ORIGIN, self.terminal.style));
        ReplError::Reported
    }
}

/// The argument that a command can't do without.
fn given<'a>(name: &str, argument: &'a str) -> Result<&'a str, CliError> {
    if argument.is_empty() { Err(missing(name)) } else { Ok(argument) }
}

/// What is known of the fields of an object, a line each.
fn fields(kind: &Kind) -> String {
    let known = kind.as_object().into_iter().flat_map(|fields| fields.known());
    known
        .map(|(name, kind)| {
            let path = Path::from(vec![Step::Field(name.clone())]);
            format!("  .{path}: {}\n", kind.clone().stored())
        })
        .collect()
}

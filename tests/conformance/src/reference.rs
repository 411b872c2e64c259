//! The reference engine in its own process, asked over a pipe.

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::verdict::Verdict;

/// How long it may think: a chain of operators can keep its type checker busy for hours.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Reference {
    process: Child,
    questions: ChildStdin,
    answers: Receiver<io::Result<String>>,
    /// The names of its functions.
    pub functions: Vec<String>,
}

impl Reference {
    /// Starts the process: the other binary of this package.
    ///
    /// # Errors
    /// Where it can't be started.
    pub fn start() -> io::Result<Self> {
        let program = std::env::current_exe()?.with_file_name("reference");
        let mut process = Command::new(&program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| io::Error::other(format!("{}: {error}", program.display())))?;
        let closed = || io::Error::other("no pipe to the reference");
        let questions = process.stdin.take().ok_or_else(closed)?;
        let lines = BufReader::new(process.stdout.take().ok_or_else(closed)?).lines();
        let (sender, answers) = channel();
        // It ends with the pipe.
        thread::spawn(move || {
            lines.map(|line| sender.send(line)).take_while(Result::is_ok).count()
        });
        let names = answers.recv().map_err(io::Error::other)??;
        Ok(Self { process, questions, answers, functions: serde_json::from_str(&names)? })
    }

    /// Asks; [`Reference::answer`] must follow.
    ///
    /// # Errors
    /// Where the pipe is broken.
    pub fn ask(&mut self, source: &str, events: &[String]) -> io::Result<()> {
        let question = json!({ "source": source, "events": events });
        writeln!(self.questions, "{question}")?;
        self.questions.flush()
    }

    /// The verdict on what was asked. A process that died of it, or thinks for ever, is replaced.
    ///
    /// # Errors
    /// Where no new process can be started.
    pub fn answer(&mut self) -> io::Result<Verdict> {
        let line = match self.answers.recv_timeout(PATIENCE) {
            Ok(line) => line?,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                *self = Self::start()?;
                return Ok(Verdict::Panicked);
            }
        };
        let mut reader = serde_json::Deserializer::from_str(&line);
        // Values may be nested as deep as programs nest them, some levels of the answer around them.
        reader.disable_recursion_limit();
        let answer = Json::deserialize(&mut reader)?;
        Verdict::from_json(&answer)
            .ok_or_else(|| io::Error::other(format!("the reference said {line}")))
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! The reference engine in its own process, asked over a pipe.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::verdict::Verdict;

/// How long it may compute: what takes it longer takes it hours.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long it may take on a busy machine.
const MOST_PATIENCE: Duration = Duration::from_secs(120);

/// How much memory it may ask for, in KiB.
const MEMORY: u32 = 4 << 20;

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
        let mut process = Command::new("sh")
            .arg("-c")
            .arg(format!("ulimit -v {MEMORY}; exec \"$0\""))
            .arg(&program)
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
        // In one piece: the pipe has no buffer.
        let question = format!("{}\n", json!({ "source": source, "events": events }));
        let ask = |questions: &mut ChildStdin| questions.write_all(question.as_bytes());
        ask(&mut self.questions).or_else(|_| {
            // It may have ended after its last answer.
            *self = Self::start()?;
            ask(&mut self.questions)
        })
    }

    /// The verdict on what was asked. A process that died of it, or thinks for ever, is replaced.
    ///
    /// # Errors
    /// Where no new process can be started.
    pub fn answer(&mut self) -> io::Result<Verdict> {
        let Some(line) = self.line() else {
            *self = Self::start()?;
            return Ok(Verdict::GaveUp);
        };
        let line = line?;
        let mut reader = serde_json::Deserializer::from_str(&line);
        // Values may be nested as deep as programs nest them, some levels of the answer around them.
        reader.disable_recursion_limit();
        let answer = Json::deserialize(&mut reader)?;
        Verdict::from_json(&answer)
            .ok_or_else(|| io::Error::other(format!("the reference said {line}")))
    }
}

impl Reference {
    /// The line that it answers with, unless it ends or takes too long.
    fn line(&self) -> Option<io::Result<String>> {
        let (start, used) = (Instant::now(), self.computed());
        loop {
            match self.answers.recv_timeout(Duration::from_millis(500)) {
                Ok(line) => return Some(line),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
            let computed = match (used, self.computed()) {
                (Some(before), Some(after)) => after.saturating_sub(before),
                _ => start.elapsed(),
            };
            if computed > PATIENCE || start.elapsed() > MOST_PATIENCE {
                return None;
            }
        }
    }

    /// The processor time that it has used, where the system says so.
    fn computed(&self) -> Option<Duration> {
        let status = fs::read_to_string(format!("/proc/{}/stat", self.process.id())).ok()?;
        // After the name, which is in parentheses: user and system time, in hundredths of a second.
        let mut fields = status.rsplit_once(')')?.1.split_whitespace().skip(11);
        let mut ticks = || fields.next()?.parse::<u64>().ok();
        Some(Duration::from_millis((ticks()? + ticks()?) * 10))
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! A pseudo-terminal for tests: types keys, reads the screen, waits for what should appear.

use std::fs::File;
use std::io::{Read, Write};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use ptyprocess::{PtyProcess, WaitStatus};
use vt100::Parser;

/// How long somebody waits until the test is lost; far beyond what any machine needs.
const PATIENCE: Duration = Duration::from_secs(120);
const COLUMNS: u16 = 100;
const ROWS: u16 = 60;

pub const TAB: &str = "\t";
pub const ENTER: &str = "\r";
pub const UP: &str = "\x1b[A";
pub const RIGHT: &str = "\x1b[C";
pub const CTRL_C: &str = "\x03";
pub const CTRL_D: &str = "\x04";
pub const CTRL_R: &str = "\x12";

/// Somebody who runs a command in a terminal.
pub struct Person {
    process: PtyProcess,
    keyboard: File,
    output: Receiver<Vec<u8>>,
    screen: Parser,
}

impl Person {
    /// Starts a command in a terminal.
    pub fn at(command: Command) -> Self {
        let mut process = PtyProcess::spawn(command).expect("a terminal");
        process.set_window_size(COLUMNS, ROWS).expect("a size");
        let keyboard = process.get_raw_handle().expect("a keyboard");
        let mut terminal = process.get_raw_handle().expect("a screen");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut piece = [0; 4096];
            // At its end a terminal reports an error.
            while let Ok(length @ 1..) = terminal.read(&mut piece) {
                if sender.send(piece[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = Parser::new(
            ROWS.try_into().expect("some rows"),
            COLUMNS.try_into().expect("some columns"),
            1000,
        );
        Self { process, keyboard, output, screen }
    }

    /// Types keys.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self
    }

    /// Types a line and waits until the prompt is back; what the answer was.
    pub fn asks(&mut self, line: &str) -> String {
        let before = self.text();
        self.types(line).types(ENTER);
        self.waits_until(&format!("an answer to {line}"), |text, is_asked| {
            is_asked && text.len() > before.len() + line.len()
        });
        let text = self.text();
        let answer = text.get(before.len()..).unwrap_or(&text);
        answer.to_owned()
    }

    /// Waits until a text stands on the screen.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        self.waits_until(text, |screen, _| screen.contains(text));
        self
    }

    /// Waits until an empty prompt asks for a line.
    #[track_caller]
    pub fn is_asked(&mut self) -> &mut Self {
        self.waits_until("a prompt", |_, is_asked| is_asked);
        self
    }

    /// Waits until a line was taken and runs: from then on Ctrl-C is a signal, not a key.
    #[track_caller]
    pub fn is_running(&mut self) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        // The editor wants pasted text marked; who runs does not.
        while self.screen.screen().bracketed_paste() {
            assert!(self.takes_in(deadline), "nothing runs:\n{}", self.text());
        }
        self
    }

    /// Waits until the command has ended; its exit status.
    #[track_caller]
    pub fn sees_the_end(&mut self) -> i32 {
        let deadline = Instant::now() + PATIENCE;
        while self.takes_in(deadline) {}
        assert!(Instant::now() < deadline, "it does not end:\n{}", self.text());
        match self.process.wait() {
            Ok(WaitStatus::Exited(_, status)) => status,
            other => panic!("{other:?}\n{}", self.text()),
        }
    }

    /// What stands on the screen.
    pub fn text(&self) -> String {
        let contents = self.screen.screen().contents();
        contents.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    /// The colour of the last place where a text stands.
    pub fn colour_of(&self, text: &str) -> Option<vt100::Color> {
        let screen = self.screen.screen();
        let rows: Vec<String> = screen.rows(0, COLUMNS).collect();
        let row = rows.iter().rposition(|row| row.contains(text))?;
        let column = rows[row].find(text)?;
        let cell = screen.cell(row.try_into().ok()?, column.try_into().ok()?)?;
        Some(cell.fgcolor())
    }

    #[track_caller]
    fn waits_until(&mut self, what: &str, is_there: impl Fn(&str, bool) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_there(&self.text(), self.at_prompt()) {
            assert!(self.takes_in(deadline), "waited for {what}, but saw:\n{}", self.text());
        }
    }

    /// Whether the cursor stands after a prompt with nothing typed.
    fn at_prompt(&self) -> bool {
        let (row, column) = self.screen.screen().cursor_position();
        let line = self.screen.screen().rows(0, COLUMNS).nth(row.into()).unwrap_or_default();
        let line = line.trim_end();
        line.starts_with("vrlet") && line.ends_with('>') && usize::from(column) == line.len() + 1
    }

    /// Takes in the next piece of output; whether there was one.
    fn takes_in(&mut self, deadline: Instant) -> bool {
        let patience = deadline.saturating_duration_since(Instant::now());
        match self.output.recv_timeout(patience) {
            Ok(piece) => {
                self.screen.process(&piece);
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }
}

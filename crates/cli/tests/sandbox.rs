//! A temporary directory for each test, and the command run in it.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

/// A directory that one test works in.
pub struct Sandbox(PathBuf);

/// How a command ended.
#[derive(PartialEq, Eq, Debug)]
pub struct Ended {
    /// Standard output.
    pub out: String,
    /// Standard error, without times and rates.
    pub err: String,
    /// The exit status.
    pub status: i32,
}

impl Sandbox {
    /// An empty directory; `name` belongs to the test.
    pub fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the target directory can be written to");
        Self(path)
    }

    /// Writes a file.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).expect("a directory of the test");
        }
        fs::write(path, content).expect("a file of the test");
        self
    }

    /// The path of a file.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file that the command wrote")
    }

    /// The command, ready to start here, with nothing of the outer world that changes how it looks.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vrlet"));
        command.args(arguments).current_dir(&self.0).env_remove("NO_COLOR").env("TERM", "xterm");
        command
    }

    /// Starts the command with pipes for its streams.
    pub fn start(&self, arguments: &[&str]) -> Child {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("the command starts")
    }

    /// Runs the command to its end.
    pub fn vrlet(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Ended {
        let mut child = self.start(arguments);
        let mut stdin = child.stdin.take().expect("a pipe");
        let input = input.as_ref().to_vec();
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().expect("the command ends");
        writer.join().expect("the input was written");
        Ended::new(&output)
    }

    /// Runs `vrlet run` with one worker and with several: they must agree.
    pub fn run(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Ended {
        let with =
            |threads| self.vrlet(&[&["run", "-j", threads], arguments].concat(), input.as_ref());
        let ended = with("3");
        assert_eq!(ended, with("1"), "the number of workers makes a difference");
        ended
    }
}

impl Ended {
    /// Looks at how a command ended.
    pub fn new(output: &Output) -> Self {
        let err = String::from_utf8_lossy(&output.stderr);
        let mask = |line: &str| match line.split_once(" in ") {
            Some((before, after)) if after.ends_with(" MB/s)") => format!("{before}\n"),
            _ => format!("{line}\n"),
        };
        Self {
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: err.lines().map(mask).collect(),
            status: output.status.code().unwrap_or(-1),
        }
    }

    /// Checks everything at once.
    #[track_caller]
    pub fn is(&self, status: i32, out: &str, err: &str) {
        assert_eq!(self.out, out, "standard output; standard error was:\n{}", self.err);
        assert_eq!(self.err, err, "standard error");
        assert_eq!(self.status, status, "exit status");
    }
}

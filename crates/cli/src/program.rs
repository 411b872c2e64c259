//! Builds the engine (functions, tables, host services) that the settings ask for, reads a script and
//! compiles it.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vrlet::{Builder, Engine, Program, SystemEnvironment, SystemFiles};

use crate::arguments::Setting;
use crate::cli_error::CliError;
use crate::config::Config;
use crate::tables;
use crate::terminal::Terminal;

/// The text of a program and what messages call it.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file, or what stands for it.
    pub origin: String,
    /// The text.
    pub text: String,
}

impl Source {
    /// A program given with `-e`.
    pub fn expression(text: String) -> Self {
        Self { origin: "<expression>".to_owned(), text }
    }

    /// A script in a file; `-` is standard input.
    ///
    /// # Errors
    /// Where the file can't be read, or is not text.
    pub fn read(path: &Path) -> Result<Self, CliError> {
        let (origin, bytes) = if path == Path::new("-") {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            ("<stdin>".to_owned(), read.map(|_| bytes))
        } else {
            (path.display().to_string(), fs::read(path))
        };
        let bytes = bytes.map_err(|error| CliError::unreadable("script", path, &error))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let before = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
            CliError::script_not_utf8(path, before.filter(|byte| **byte == b'\n').count() + 1)
        })?;
        Ok(Self { origin, text })
    }

    /// The one program of a command: that of `-e`, or the script.
    ///
    /// # Errors
    /// Where there is neither, or the script can't be read.
    pub fn one(
        expression: Option<String>,
        script: Option<PathBuf>,
        command: &str,
    ) -> Result<Self, CliError> {
        match (expression, script) {
            (Some(text), _) => Ok(Self::expression(text)),
            (None, Some(path)) => Self::read(&path),
            (None, None) => Err(CliError::no_script(command)),
        }
    }

    /// Compiles the program and prints what there is to say of it.
    pub fn compile(&self, engine: &Engine, terminal: &Terminal) -> Option<Program> {
        match engine.compile(&self.text) {
            Ok(program) => {
                terminal.say(&program.render_warnings(&self.origin, terminal.style));
                Some(program)
            }
            Err(error) => {
                terminal.say(&error.render(&self.origin, terminal.style));
                None
            }
        }
    }
}

/// The engine that the configuration file and the command line ask for; the command line wins.
///
/// # Errors
/// Where the configuration, a table or the time zone can't be used.
pub fn engine(setting: &Setting) -> Result<Engine, CliError> {
    Ok(builder(setting)?().build())
}

/// What begins such an engine, as often as one is wanted. What the user of the command may do, programs
/// may do too, unless they are told to keep to themselves.
///
/// # Errors
/// As for [`engine`].
pub fn builder(
    setting: &Setting,
) -> Result<impl Fn() -> Builder + Send + Sync + 'static, CliError> {
    let config = Config::find(setting.config.as_deref())?;
    let timezone = match &setting.timezone {
        Some(name) => name.parse().map_err(|_| CliError::unknown_timezone(name, ""))?,
        None => config.timezone,
    };
    let strict = setting.strict;
    let sandboxed = setting.sandboxed || config.sandboxed;
    let tables = tables::open(config.tables, &setting.tables, timezone)?;
    Ok(move || {
        let mut builder = Engine::builder().strict(strict).timezone(timezone);
        for (name, table) in &tables {
            builder = builder.shared_table(name.clone(), Arc::clone(table));
        }
        if sandboxed {
            return builder;
        }
        networked(builder.environment(SystemEnvironment).files(SystemFiles))
    })
}

#[cfg(feature = "network")]
fn networked(builder: Builder) -> Builder {
    builder.network(vrlet::SystemNetwork::new())
}

#[cfg(not(feature = "network"))]
const fn networked(builder: Builder) -> Builder {
    builder
}

//! `:vars` and `:tables`: lists the session's variables and the enrichment tables.

use crate::cli_error::CliError;
use crate::repl::pretty::brief;
use crate::repl::state::{ReplError, ReplState};

/// How many characters of a value are shown.
const MOST: usize = 80;

impl ReplState {
    /// `:vars`
    pub fn variables(&mut self, _: &str) -> Result<(), ReplError> {
        let style = self.terminal.page_style;
        let lines = self.session.variables().map(|variable| {
            let value = brief(variable.value, MOST, style);
            format!("{} = {value}  {}\n", variable.name, self.dim(&variable.kind.to_string()))
        });
        let text: String = lines.collect();
        let none = "there are no variables yet; `x = 1` makes one\n";
        Ok(self.print(if text.is_empty() { none } else { &text })?)
    }

    /// `:tables`
    pub fn tables(&mut self, _: &str) -> Result<(), ReplError> {
        let tables = self.session.engine().tables();
        let lines = tables.iter().map(|(name, table)| format!("{name}: {}\n", table.describe()));
        let text: String = lines.collect();
        if text.is_empty() {
            return Err(CliError::new("there are no tables")
                .help("start with `vrlet repl --table NAME=PATH`, or with a `vrlet.toml`")
                .into());
        }
        Ok(self.print(&text)?)
    }
}

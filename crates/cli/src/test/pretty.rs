//! Test results for people: a line a file, and the details of what failed.

use std::fmt::Write;
use std::path::Path;

use vrlet::diagnostic::{Style, visible};
use vrlet_fixture::{Ending, Verdict};

use super::format::Format;
use super::stats::Stats;
use crate::terminal::Terminal;

/// Prints for people.
pub struct Pretty {
    style: Style,
    shows_time: bool,
}

impl Pretty {
    /// Prints to a terminal or elsewhere.
    pub fn new(terminal: &Terminal) -> Self {
        Self { style: terminal.page_style, shows_time: terminal.shows_output }
    }

    fn paint(&self, colour: &str, text: &str) -> String {
        match self.style {
            Style::Plain => text.to_owned(),
            Style::Coloured => format!("\x1b[{colour}m{text}\x1b[0m"),
        }
    }

    fn result(&self, stats: &Stats) -> String {
        let colour = if stats.failed > 0 { "1;31" } else { "1;32" };
        self.paint(colour, &stats.text())
    }
}

/// Whether a file is a configuration of Vector, whose tests are told one by one, as Vector does.
fn is_configuration(file: &Path) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("toml" | "yaml" | "yml" | "json"))
}

impl Format for Pretty {
    fn file(&mut self, verdicts: &[Verdict]) -> String {
        let Some(first) = verdicts.first() else { return String::new() };
        let mut stats = Stats::default();
        stats.add(verdicts);
        let mark = match stats.failed {
            0 => self.paint("32", "ok  "),
            _ => self.paint("31", "FAIL"),
        };
        let mut text = format!("{mark}  {}  {}\n", first.file.display(), stats.text());
        if is_configuration(&first.file) {
            for Verdict { name, ending, .. } in verdicts {
                let mark = match ending {
                    Ending::Differs(_) => self.paint("31", "FAIL"),
                    Ending::Passed => self.paint("32", "ok  "),
                    Ending::Skipped(_) => "skip".to_owned(),
                };
                let _ = writeln!(text, "  {mark}  {}", visible(name));
            }
        }
        for verdict in verdicts {
            let Ending::Differs(mismatch) = &verdict.ending else { continue };
            let Verdict { file, line, name, .. } = verdict;
            let place = match line {
                0 => file.display().to_string(),
                line => format!("{}:{line}", file.display()),
            };
            let _ = writeln!(
                text,
                "\n  {}  {}",
                self.paint("1", &place),
                self.paint("1", &visible(name))
            );
            for line in mismatch.render(self.style).lines() {
                let _ = writeln!(text, "{}", format!("    {line}").trim_end());
            }
        }
        if stats.failed > 0 {
            text.push('\n');
        }
        text
    }

    fn end(&mut self, stats: &Stats) -> String {
        let time = match self.shows_time {
            true => format!(" in {:.2} s", stats.since.elapsed().as_secs_f64()),
            false => String::new(),
        };
        format!("{}{time}\n", self.result(stats))
    }
}

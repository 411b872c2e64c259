//! Test results in the Test Anything Protocol, version 14.

use std::fmt::Write;

use vrlet::diagnostic::{Style, visible};
use vrlet_fixture::{Ending, Verdict};

use super::format::Format;
use super::stats::Stats;

/// Prints for tools that read TAP.
#[derive(Default)]
pub struct Tap {
    /// How many cases were printed.
    count: usize,
}

impl Format for Tap {
    fn file(&mut self, verdicts: &[Verdict]) -> String {
        let mut text = if self.count == 0 { "TAP version 14\n".to_owned() } else { String::new() };
        for verdict in verdicts {
            self.count += 1;
            // A `#` begins a directive.
            let name = format!("{}: {}", verdict.file.display(), verdict.name);
            let name = visible(&name).replace('\\', "\\\\").replace('#', "\\#");
            let (word, rest) = match &verdict.ending {
                Ending::Passed => ("ok", String::new()),
                Ending::Skipped(reason) => ("ok", format!(" # SKIP {reason}")),
                Ending::Differs(_) => ("not ok", String::new()),
            };
            let _ =
                writeln!(text, "{}", format!("{word} {} - {name}{rest}", self.count).trim_end());
            if let Ending::Differs(mismatch) = &verdict.ending {
                let _ = writeln!(text, "  ---\n  line: {}\n  message: |", verdict.line);
                for line in mismatch.render(Style::Plain).lines() {
                    let _ = writeln!(text, "{}", format!("    {line}").trim_end());
                }
                text.push_str("  ...\n");
            }
        }
        text
    }

    fn end(&mut self, _: &Stats) -> String {
        format!("1..{}\n", self.count)
    }
}

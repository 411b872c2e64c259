//! Coverage report at the terminal: a table of scripts, and the lines that never ran.

use std::fmt::Write;

use vrlet::diagnostic::Style;
use vrlet_fixture::Coverage;
use vrlet_fixture::coverage::{Script, Share};

/// The table, and below it what never ran.
pub fn table(coverage: &Coverage, style: Style) -> String {
    let names = coverage.scripts().map(|(path, _)| path.display().to_string().chars().count());
    let width = names.chain(["script".len(), "all".len()]).max().unwrap_or_default();
    let mut text = String::new();
    let _ = writeln!(text, "{:width$}  {:>16}  {:>16}", "script", "lines", "branches");
    for (path, script) in coverage.scripts() {
        let name = path.display().to_string();
        row(&mut text, &name, width, [script.line_share(), script.branch_share()], style);
    }
    row(&mut text, "all", width, [coverage.lines(), coverage.branches()], style);
    for (path, script) in coverage.scripts() {
        missed(&mut text, &path.display().to_string(), script);
    }
    text
}

fn row(text: &mut String, name: &str, width: usize, shares: [Share; 2], style: Style) {
    let _ = write!(text, "{name:width$}");
    for share in shares {
        let count = format!("{}/{}", share.ran, share.all);
        let cell = format!("{count:>9} {:>4.0} %", share.percent().floor());
        let _ = match (style, share.ran == share.all) {
            (Style::Plain, _) => write!(text, "  {cell:>16}"),
            (Style::Coloured, true) => write!(text, "  \x1b[32m{cell:>16}\x1b[0m"),
            (Style::Coloured, false) => write!(text, "  \x1b[33m{cell:>16}\x1b[0m"),
        };
    }
    text.push('\n');
}

/// Lines that never ran, neighbours together, and branches that were never taken.
fn missed(text: &mut String, name: &str, script: &Script) {
    let lines: Vec<usize> = script.missed_lines().into_iter().collect();
    let has_missed_branches = script.missed_branches().next().is_some();
    if lines.is_empty() && !has_missed_branches {
        return;
    }
    let _ = writeln!(text, "\nnever in {name}:");
    for stretch in lines.chunk_by(|left, right| left + 1 == *right) {
        let _ = match stretch {
            [line] => writeln!(text, "  line {line}"),
            [first, .., last] => writeln!(text, "  lines {first} to {last}"),
            [] => Ok(()),
        };
    }
    // A branch is told only where its line ran: else the line says it all.
    for branch in script.missed_branches().filter(|branch| !lines.contains(&branch.line)) {
        let _ = writeln!(text, "  line {}, {}", branch.line, branch.name);
    }
}

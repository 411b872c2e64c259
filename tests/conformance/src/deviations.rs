//! What may differ: the tables of `docs/differences.md`.
//!
//! A row either names programs in its first column, or stands in the table of patterns: what a program
//! must hold, and what the engines must say, for a difference to be a known one.

use std::collections::BTreeSet;

use regex::Regex;

use crate::verdict::Verdict;

/// The known differences.
pub struct Deviations {
    programs: BTreeSet<String>,
    patterns: Vec<Pattern>,
}

/// A row of the table of patterns.
struct Pattern {
    program: Regex,
    reference: Regex,
    vrlet: Regex,
    name: String,
}

/// The heading of the table of patterns.
const HEADING: &str = "## Patterns of differences";

impl Deviations {
    /// Reads the document.
    ///
    /// # Errors
    /// The row that does not make sense.
    pub fn read(text: &str) -> Result<Self, String> {
        let (tables, patterns) = text.split_once(HEADING).unwrap_or((text, ""));
        let rows = tables.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
        let programs = rows.flat_map(|(first, _)| quoted(first)).collect();
        let patterns = patterns
            .lines()
            .filter(|line| line.starts_with("| `"))
            .map(|line| pattern(line).map_err(|reason| format!("{line}\n{reason}")))
            .collect::<Result<_, _>>()?;
        Ok(Self { programs, patterns })
    }

    /// The name of the difference, if it is a known one.
    pub fn find(&self, source: &str, reference: &Verdict, vrlet: &Verdict) -> Option<&str> {
        if self.programs.contains(source) {
            return Some("programs that the document names");
        }
        let (reference, vrlet) = reference.contrast(vrlet);
        let known = self.patterns.iter().find(|pattern| {
            pattern.program.is_match(source)
                && pattern.reference.is_match(&reference)
                && pattern.vrlet.is_match(&vrlet)
        });
        known.map(|pattern| pattern.name.as_str())
    }
}

/// The texts in back quotes, as programs are written there.
fn quoted(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.split('`').skip(1).step_by(2).map(|text| text.replace('⏎', "\n").replace("\\|", "|"))
}

fn pattern(line: &str) -> Result<Pattern, String> {
    // A bar inside a cell is written `\|`, as tables have it.
    let line = line.replace("\\|", "\0");
    let cells: Vec<String> = line.split('|').map(|cell| cell.trim().replace('\0', "|")).collect();
    let [_, program, reference, vrlet, reason, _] = cells.as_slice() else {
        return Err("a pattern has four cells".to_owned());
    };
    let regex = |cell: &str, is_whole: bool| {
        let text = cell.trim_matches('`');
        let text = if is_whole { format!("(?s)^(?:{text})$") } else { text.to_owned() };
        Regex::new(&text).map_err(|error| error.to_string())
    };
    Ok(Pattern {
        program: regex(program, false)?,
        reference: regex(reference, true)?,
        vrlet: regex(vrlet, true)?,
        name: reason.clone(),
    })
}

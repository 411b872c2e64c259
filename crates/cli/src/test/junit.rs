//! Test results as JUnit XML, which build servers read.

use std::fmt::Write;

use vrlet_fixture::{Ending, Verdict};

use super::stats::Stats;

/// The document: a suite a file.
pub fn document(verdicts: &[Verdict]) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let _ = writeln!(text, "<testsuites name=\"vrlet\" {}>", counts(verdicts));
    for suite in verdicts.chunk_by(|left, right| left.file == right.file) {
        let file = escaped(&suite[0].file.display().to_string());
        let _ = writeln!(text, "  <testsuite name=\"{file}\" {}>", counts(suite));
        for verdict in suite {
            let _ = write!(
                text,
                "    <testcase name=\"{}\" classname=\"{file}\" file=\"{file}\" line=\"{}\" time=\"{:.6}\"",
                escaped(&verdict.name),
                verdict.line,
                verdict.time.as_secs_f64()
            );
            match &verdict.ending {
                Ending::Passed => text.push_str("/>\n"),
                Ending::Skipped(reason) => {
                    let _ = writeln!(
                        text,
                        ">\n      <skipped message=\"{}\"/>\n    </testcase>",
                        escaped(reason)
                    );
                }
                Ending::Differs(mismatch) => {
                    let element = if mismatch.is_broken { "error" } else { "failure" };
                    let all = mismatch.to_string();
                    let first = all.lines().next().unwrap_or_default().trim_end_matches(':');
                    let _ = writeln!(
                        text,
                        ">\n      <{element} message=\"{}\">{}</{element}>\n    </testcase>",
                        escaped(first),
                        escaped(&all)
                    );
                }
            }
        }
        text.push_str("  </testsuite>\n");
    }
    text.push_str("</testsuites>\n");
    text
}

fn counts(verdicts: &[Verdict]) -> String {
    let mut stats = Stats::default();
    stats.add(verdicts);
    let time: f64 = verdicts.iter().map(|verdict| verdict.time.as_secs_f64()).sum();
    format!(
        "tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" time=\"{time:.6}\"",
        verdicts.len(),
        stats.failed - stats.broken,
        stats.broken,
        stats.skipped
    )
}

/// Text for XML, which has no control characters but blanks.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

//! Test results as JSON lines: one object a case, one for the whole run.

use serde::Serialize;
use vrlet_fixture::{Difference, Ending, Verdict};

use super::format::Format;
use super::stats::Stats;

/// Prints for tools.
pub struct Json;

/// A case.
#[derive(Serialize)]
struct Line<'a> {
    file: String,
    line: usize,
    name: &'a str,
    status: &'static str,
    milliseconds: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differences: Vec<Path<'a>>,
}

/// Where a value differs.
#[derive(Serialize)]
struct Path<'a> {
    path: &'a str,
    expected: Option<&'a str>,
    got: Option<&'a str>,
}

/// All cases.
#[derive(Serialize)]
struct Sum {
    passed: usize,
    failed: usize,
    skipped: usize,
    #[serde(skip_serializing_if = "is_none")]
    not_run: usize,
}

impl Format for Json {
    fn file(&mut self, verdicts: &[Verdict]) -> String {
        verdicts.iter().map(|verdict| line(&Line::new(verdict))).collect()
    }

    fn end(&mut self, stats: &Stats) -> String {
        let Stats { passed, failed, skipped, unreached, .. } = *stats;
        line(&Sum { passed, failed, skipped, not_run: unreached })
    }
}

impl<'a> Line<'a> {
    fn new(verdict: &'a Verdict) -> Self {
        let (status, message, differences) = match &verdict.ending {
            Ending::Passed => ("passed", None, Vec::new()),
            Ending::Skipped(reason) => ("skipped", Some(reason.clone()), Vec::new()),
            Ending::Differs(mismatch) => {
                let path = |difference: &'a Difference| Path {
                    path: &difference.path,
                    expected: difference.expected.as_deref(),
                    got: difference.got.as_deref(),
                };
                let status = if mismatch.is_broken { "broken" } else { "failed" };
                (status, Some(mismatch.to_string()), mismatch.differences().map(path).collect())
            }
        };
        Self {
            file: verdict.file.display().to_string(),
            line: verdict.line,
            name: &verdict.name,
            status,
            milliseconds: verdict.time.as_secs_f64() * 1000.0,
            message,
            differences,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

fn line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).expect("plain data has a JSON form");
    text.push('\n');
    text
}

//! `Format`: what every output format of `vrlet test` prints for a file of cases and at the end.

use vrlet_fixture::Verdict;

use super::stats::Stats;

/// How results are printed as they come in, file by file.
pub trait Format {
    /// What is printed of the cases of a file.
    fn file(&mut self, verdicts: &[Verdict]) -> String;

    /// What is printed at the end.
    fn end(&mut self, stats: &Stats) -> String;
}

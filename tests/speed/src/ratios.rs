//! The committed table of ratios: how many times as fast vrlet is, workload by workload.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// What a ratio may lose before a check fails.
const TOLERANCE: f64 = 0.1;

/// Ratios by the names of workloads.
#[derive(Debug, Default)]
pub struct Ratios(BTreeMap<String, f64>);

fn path() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/ratios.txt"))
}

impl Ratios {
    /// Those that are committed; none where there is no table yet.
    ///
    /// # Panics
    /// Where a line is no name and ratio.
    pub fn committed() -> Self {
        let text = std::fs::read_to_string(path()).unwrap_or_default();
        let ratios = text.lines().map(|line| {
            let (name, ratio) = line.rsplit_once(' ').expect("a name and a ratio");
            (name.trim().to_owned(), ratio.parse().expect("a ratio"))
        });
        Self(ratios.collect())
    }

    /// Adds a ratio, or changes it.
    pub fn set(&mut self, name: &str, ratio: f64) {
        self.0.insert(name.to_owned(), ratio);
    }

    /// What a measured ratio has lost, where that is too much.
    pub fn loss(&self, name: &str, measured: f64) -> Option<String> {
        let committed = *self.0.get(name)?;
        (measured < committed * (1.0 - TOLERANCE))
            .then(|| format!("{name}: {measured:.2}, was {committed:.2}"))
    }

    /// Writes the table.
    ///
    /// # Panics
    /// Where it can't be written.
    pub fn write(&self) {
        let lines = self.0.iter().map(|(name, ratio)| format!("{name} {ratio:.2}\n"));
        std::fs::write(path(), lines.collect::<String>()).expect("the table of ratios");
    }
}

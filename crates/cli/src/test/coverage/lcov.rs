//! Coverage as a tracefile of lcov, which editors and build servers read.

use std::fmt::Write;

use vrlet_fixture::Coverage;

/// The tracefile.
pub fn tracefile(coverage: &Coverage) -> String {
    let mut text = String::new();
    for (path, script) in coverage.scripts() {
        let _ = writeln!(text, "TN:\nSF:{}", path.display());
        for (id, way) in &script.ways {
            let reached = script
                .ways
                .iter()
                .any(|(other, way)| other.decision == id.decision && way.taken > 0);
            let taken = if reached { way.taken.to_string() } else { "-".to_owned() };
            let _ = writeln!(text, "BRDA:{},{},{},{taken}", id.line, id.decision, id.way);
        }
        let (ways, lines) = (script.way_share(), script.line_share());
        let _ = writeln!(text, "BRF:{}\nBRH:{}", ways.all, ways.ran);
        for (line, count) in &script.lines {
            let _ = writeln!(text, "DA:{line},{count}");
        }
        let _ = writeln!(text, "LF:{}\nLH:{}\nend_of_record", lines.all, lines.ran);
    }
    text
}

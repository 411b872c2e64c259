//! Coverage report as an lcov tracefile, which editors and build servers read.

use std::fmt::Write;

use vrlet_fixture::Coverage;

/// The tracefile.
pub fn tracefile(coverage: &Coverage) -> String {
    let mut text = String::new();
    for (path, script) in coverage.scripts() {
        let _ = writeln!(text, "TN:\nSF:{}", path.display());
        for (id, branch) in &script.branches {
            let reached = script
                .branches
                .iter()
                .any(|(other, branch)| other.decision == id.decision && branch.taken > 0);
            let taken = if reached { branch.taken.to_string() } else { "-".to_owned() };
            let _ = writeln!(text, "BRDA:{},{},{},{taken}", id.line, id.decision, id.branch);
        }
        let (branches, lines) = (script.branch_share(), script.line_share());
        let _ = writeln!(text, "BRF:{}\nBRH:{}", branches.all, branches.ran);
        for (line, count) in &script.lines {
            let _ = writeln!(text, "DA:{line},{count}");
        }
        let _ = writeln!(text, "LF:{}\nLH:{}\nend_of_record", lines.all, lines.ran);
    }
    text
}

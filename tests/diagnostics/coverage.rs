//! Every error code that a program can bring about has a fixture of its own.

use std::collections::BTreeSet;

use vrlet::diagnostic::Code;

use crate::paths;

/// Codes without a file, and why.
const WITHOUT: &[(u16, &str)] = &[
    (112, "stands inside of 610"),
    (114, "a build with all features leaves nothing out"),
    (200, "a token that can't be read is reported as 203"),
    (201, "a token too many is reported as 203"),
    (202, "the parser never gives up"),
    (420, "reported as 111"),
    (602, "no literal is NaN"),
];

/// Reasons for which functions refuse their arguments: cases of E610.
const REASONS: &[u16] = &[400, 401, 402, 403];

#[test]
fn every_reason_of_a_refusal_has_a_case() {
    let cases = paths::read(&paths::tests("diagnostics/E610.vrl"));
    for reason in REASONS {
        assert!(cases.contains(&format!("note: reason E{reason}: ")), "E610.vrl lacks {reason}");
    }
}

#[test]
fn every_code_has_a_file() {
    let files = paths::files(&paths::tests("diagnostics"), ".vrl");
    let named: BTreeSet<String> =
        files.iter().map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    let mut wanted = BTreeSet::new();
    for code in Code::ALL {
        let number = code.number();
        // 400 to 403 stand inside of 610; 300 to 316 do, or are failures of a run, which the explanations
        // of codes show.
        let inside =
            number != 315 && (300..=316).contains(&number) || (400..=403).contains(&number);
        if !inside && !WITHOUT.iter().any(|(without, _)| *without == number) {
            wanted.insert(code.to_string());
        }
    }
    let missing: Vec<_> = wanted.difference(&named).collect();
    let unknown: Vec<_> = named.difference(&wanted).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "missing: {missing:?}, not a code that needs a file: {unknown:?}"
    );
    for path in files {
        let code = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            paths::read(&path).contains(&format!("[{code}]")),
            "{}: no case has this code",
            path.display()
        );
    }
}

//! Tests of the documents: the programs in them run as fixtures.

use vrlet_fixture::{Runner, TestEnvironment, check, parse};

use crate::paths;

#[test]
fn programs_in_documents() {
    let (environment, root) = (TestEnvironment::default(), paths::repository(""));
    let mut runner = Runner::new(&environment, &root);
    let mut failures = Vec::new();
    let mut count = 0;
    for path in paths::files(&paths::repository("docs"), ".md") {
        // Generated: its programs are tested where they come from.
        if path.ends_with("errors.md") || path.parent().is_some_and(|it| it.ends_with("functions"))
        {
            continue;
        }
        let text = paths::read(&path);
        let mut lines = text.lines().enumerate();
        while let Some((number, line)) = lines.next() {
            if line != "```coffee" {
                continue;
            }
            let block: Vec<&str> =
                lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
            // The flow-log script has tests of its own, with its tables.
            let has = |word: &str| block.iter().any(|line| line.contains(word));
            if has("enrichment_table_record") && !has("# table:") {
                continue;
            }
            count += 1;
            let name = format!("{}:{}", paths::name(&path), number + 1);
            let fixture = parse(&format!("# case: {name}\n{}", block.join("\n")))
                .unwrap_or_else(|reason| panic!("{name}: {reason}"));
            failures.extend(fixture.cases.iter().filter_map(|case| {
                Some(format!("{name}\n{}", check(case, &path, &mut runner).err()?))
            }));
        }
    }
    println!("{count} blocks");
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

//! Coverage report in HTML: the scripts, line by line.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use vrlet_fixture::Coverage;
use vrlet_fixture::coverage::{Script, Share};

use crate::test::junit::escaped;

const HEAD: &str = r#"<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Coverage</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; background: #fff; }
table { border-collapse: collapse; }
.sum td, .sum th { padding: .2rem 1.2rem .2rem 0; text-align: left; }
.code { font: 13px/1.5 ui-monospace, monospace; width: 100%; }
.code td { padding: 0 .8rem; white-space: pre-wrap; vertical-align: top; }
.code td:nth-child(-n+2) { text-align: right; color: #888; user-select: none; width: 1%; white-space: nowrap; }
.ran td:last-child { background: #e7f6e7; }
.part td:last-child { background: #fdf3d8; }
.missed td:last-child { background: #fbe3e3; }
.note { color: #a05a00; font-style: italic; }
@media (prefers-color-scheme: dark) {
  body { color: #ddd; background: #181818; }
  .ran td:last-child { background: #16301a; }
  .part td:last-child { background: #3a3010; }
  .missed td:last-child { background: #401c1c; }
  .note { color: #e0a050; }
}
</style>
<h1>Coverage</h1>
"#;

/// The page.
pub fn page(coverage: &Coverage) -> String {
    let mut page = HEAD.to_owned();
    page.push_str(
        "<table class=\"sum\">\n<tr><th>script</th><th>lines</th><th>branches</th></tr>\n",
    );
    for (number, (path, script)) in coverage.scripts().enumerate() {
        let name = escaped(&path.display().to_string());
        let name = format!("<a href=\"#s{number}\">{name}</a>");
        row(&mut page, &name, script.line_share(), script.branch_share());
    }
    row(&mut page, "all", coverage.lines(), coverage.branches());
    page.push_str("</table>\n");
    for (number, (path, script)) in coverage.scripts().enumerate() {
        let name = escaped(&path.display().to_string());
        let _ = writeln!(page, "<h2 id=\"s{number}\">{name}</h2>\n<table class=\"code\">");
        lines(&mut page, path, script);
        page.push_str("</table>\n");
    }
    page.push_str("</html>\n");
    page
}

fn row(page: &mut String, name: &str, lines: Share, branches: Share) {
    let cell = |share: Share| {
        format!("<td>{} of {}, {:.0} %</td>", share.ran, share.all, share.percent().floor())
    };
    let _ = writeln!(page, "<tr><td>{name}</td>{}{}</tr>", cell(lines), cell(branches));
}

fn lines(page: &mut String, path: &Path, script: &Script) {
    let text = fs::read_to_string(path).unwrap_or_default();
    for (index, source) in text.lines().enumerate() {
        let number = index + 1;
        let count = script.lines.get(&number);
        let missed: Vec<_> = script
            .missed_branches()
            .filter(|branch| branch.line == number)
            .map(|branch| branch.name)
            .collect();
        let class = match count {
            None => "",
            Some(0) => "missed",
            Some(_) if missed.is_empty() => "ran",
            Some(_) => "part",
        };
        let note = match count {
            Some(1..) if !missed.is_empty() => {
                let names = escaped(&missed.join("; ")).replace('`', "");
                format!("  <span class=\"note\">never: {names}</span>")
            }
            _ => String::new(),
        };
        let count = count.map(u64::to_string).unwrap_or_default();
        let _ = writeln!(
            page,
            "<tr class=\"{class}\"><td>{number}</td><td>{count}</td><td>{}{note}</td></tr>",
            escaped(source)
        );
    }
}

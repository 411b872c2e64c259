//! The Markdown page of a chapter of the reference.

use std::fmt::{self, Write};

use crate::entry::{Entry, EntryExample, Parameter, ReturnedField};

/// The name of a chapter's file.
#[must_use]
pub fn file_of(category: &str) -> String {
    format!("{}.md", category.to_lowercase())
}

/// The page of a chapter, with all of its functions.
#[must_use]
pub fn chapter(category: &str, entries: &[Entry]) -> String {
    let links: Vec<String> =
        entries.iter().map(|entry| format!("[`{0}`](#{0})", entry.name)).collect();
    let mut text = format!(
        "# {category} functions\n\n[All functions](README.md). \
         `vrlet functions NAME` shows the same at the terminal.\n\n{}\n",
        links.join(" · ")
    );
    for entry in entries {
        text.push_str(&Markdown(entry).to_string());
    }
    text
}

/// A function under its heading.
struct Markdown<'a>(&'a Entry);

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entry = self.0;
        write!(f, "\n## {}\n\n```text\n{}\n```\n", entry.name, entry.typed_signature())?;
        writeln!(f, "\n{}", entry.about)?;
        if let Some(instead) = entry.deprecated {
            writeln!(f, "\n**Dropped by VRL.** Instead, {instead}.")?;
        }
        if !entry.parameters.is_empty() {
            writeln!(f, "\n| parameter | takes | |\n|---|---|---|")?;
        }
        for parameter in &entry.parameters {
            row(f, parameter)?;
        }
        closure(f, entry)?;
        returns(f, entry)?;
        match entry.failures {
            [] => {}
            [only] => writeln!(f, "\n**Fails:** {only}")?,
            all => {
                writeln!(f, "\n**Fails:**\n")?;
                all.iter().try_for_each(|failure| writeln!(f, "- {failure}"))?;
            }
        }
        if entry.fails_untyped {
            writeln!(f, "\n{}", Entry::UNTYPED)?;
        }
        let examples: Vec<String> = entry.examples.iter().map(EntryExample::program).collect();
        if examples.is_empty() {
            return Ok(());
        }
        write!(f, "\n```coffee\n{}```\n", examples.join("\n"))
    }
}

fn row(f: &mut fmt::Formatter<'_>, parameter: &Parameter) -> fmt::Result {
    let Parameter { name, about, kinds, choices, .. } = parameter;
    let mut takes = kinds.to_string();
    for condition in parameter.conditions() {
        let _ = match condition.strip_prefix("default ") {
            Some(default) => write!(takes, "; default `{default}`"),
            None if condition.starts_with("one of") => write!(
                takes,
                "; one of {}",
                choices.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
            ),
            None => write!(takes, "; {condition}"),
        };
    }
    writeln!(f, "| `{name}` | {} | {} |", cell(&takes), cell(about))
}

fn closure(f: &mut fmt::Formatter<'_>, entry: &Entry) -> fmt::Result {
    let Some(closure) = &entry.closure else {
        return Ok(());
    };
    let receives: Vec<String> =
        closure.parameters.iter().map(|it| format!("`{}` ({})", it.name, it.kinds)).collect();
    writeln!(
        f,
        "\n**Closure:** runs over `{}` and receives {}. {}",
        closure.over,
        receives.join(" and "),
        closure.closure_doc()
    )
}

fn returns(f: &mut fmt::Formatter<'_>, entry: &Entry) -> fmt::Result {
    if entry.returns.is_never() {
        return writeln!(f, "\n**Returns:** nothing, it never ends.");
    }
    write!(f, "\n**Returns:** {}", entry.returns)?;
    if !entry.returned_fields.is_empty() {
        write!(f, " with the fields {}", fields(&entry.returned_fields, "`"))?;
    }
    writeln!(f, "{}.", if entry.can_fail() { "; can fail" } else { "" })
}

/// Fields with their kinds, in a row; names stand between `quote`s.
pub(crate) fn fields(fields: &[ReturnedField], quote: &str) -> String {
    let each = fields
        .iter()
        .map(|ReturnedField { name, kinds }| format!("{quote}{name}{quote} ({kinds})"));
    each.collect::<Vec<_>>().join(", ")
}

/// A text as it may stand in a cell of a table.
pub(crate) fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

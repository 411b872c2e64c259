//! The index page of the function reference: vrlet's functions by chapter, and those of VRL that are missing.

use std::collections::BTreeMap;
use std::fmt::Write;

use vrlet::names::{REMOVED_FUNCTIONS, VECTOR_FUNCTIONS, VRL_FUNCTIONS, instead_of_removed};

use crate::entry::Entry;
use crate::page::{cell, file_of};

/// Where the pages stand in the repository.
pub const FOLDER: &str = "docs/functions";

/// The page over the chapters.
#[must_use]
pub fn index(entries: &[Entry]) -> String {
    let by_name: BTreeMap<&str, &Entry> = entries.iter().map(|it| (it.name, it)).collect();
    let has = |names: &[&str]| {
        let count = names.iter().filter(|name| by_name.contains_key(*name)).count();
        if count == names.len() {
            format!("all {count}")
        } else {
            format!("{count} of the {}", names.len())
        }
    };
    let mut text = format!(
        "# Functions\n\n\
         What each function takes, what it gives, and when it fails, with examples that are run as \
         tests. `vrlet functions NAME` shows the same at the terminal, `vrlet functions --format json` \
         gives it to tools.\n\n\
         vrlet has {} functions of VRL, and {} that Vector adds to them.\n",
        has(&VRL_FUNCTIONS),
        has(&VECTOR_FUNCTIONS),
    );
    text.push_str(&chapters(entries));
    table(&mut text, "Functions of VRL", &VRL_FUNCTIONS, &by_name);
    table(&mut text, "Functions that Vector adds", &VECTOR_FUNCTIONS, &by_name);
    let own: Vec<&str> = by_name.keys().copied().filter(|name| !is_elsewhere(name)).collect();
    let (dropped, own): (Vec<&str>, Vec<&str>) =
        own.into_iter().partition(|name| by_name[name].deprecated.is_some());
    if !own.is_empty() {
        table(&mut text, "Functions of vrlet alone", &own, &by_name);
    }
    older(&mut text, &dropped, &by_name);
    text
}

/// The chapters with their functions.
fn chapters(entries: &[Entry]) -> String {
    let mut chapters: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for entry in entries {
        chapters.entry(entry.category).or_default().push(link(entry));
    }
    let mut text = "\n## Chapters\n\n| chapter | functions |\n|---|---|\n".to_owned();
    for (category, links) in chapters {
        let file = file_of(category);
        let _ = writeln!(text, "| [{category}]({file}) | {} |", links.join(", "));
    }
    text
}

fn table(text: &mut String, title: &str, names: &[&str], entries: &BTreeMap<&str, &Entry>) {
    let _ = write!(text, "\n## {title}\n\n| function | in vrlet | |\n|---|---|---|\n");
    for name in names {
        let _ = match entries.get(name) {
            Some(entry) => {
                writeln!(text, "| {} | ✓ | {} |", link(entry), cell(first_sentence(entry.about)))
            }
            None => writeln!(text, "| `{name}` | – | |"),
        };
    }
}

/// The functions that VRL has dropped.
fn older(text: &mut String, dropped: &[&str], entries: &BTreeMap<&str, &Entry>) {
    text.push_str(
        "\n## Functions of older versions\n\n\
         Old scripts call functions that VRL has dropped since. They run, with a warning.\n\n\
         | function | instead |\n|---|---|\n",
    );
    for name in dropped {
        let entry = entries[name];
        let instead = entry.deprecated.unwrap_or_default();
        let _ = writeln!(text, "| {} | {} |", link(entry), cell(instead));
    }
    for name in REMOVED_FUNCTIONS {
        let instead = instead_of_removed(name).unwrap_or_default();
        let _ = writeln!(text, "| `{name}` | {} |", cell(instead));
    }
}

fn is_elsewhere(name: &str) -> bool {
    VRL_FUNCTIONS.contains(&name) || VECTOR_FUNCTIONS.contains(&name)
}

fn link(entry: &Entry) -> String {
    format!("[`{0}`]({1}#{0})", entry.name, file_of(entry.category))
}

/// The text up to the first full stop that ends a sentence.
fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

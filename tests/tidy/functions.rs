//! Generates the pages of `docs/functions` from the contracts of the functions with `UPDATE=1`, and checks
//! that they are current.

use std::collections::BTreeMap;
use std::fs;

use vrlet::Engine;
use vrlet_manual::{Entry, FOLDER, chapter, file_of, index};

use crate::paths;

/// Every page by the name of its file.
fn pages() -> BTreeMap<String, String> {
    let engine = Engine::builder().build();
    let entries: Vec<Entry> = engine.functions().iter().map(Entry::new).collect();
    let mut pages = BTreeMap::from([("README.md".to_owned(), index(&entries))]);
    let mut chapters: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        chapters.entry(entry.category).or_default().push(entry);
    }
    pages.extend(chapters.iter().map(|(name, entries)| (file_of(name), chapter(name, entries))));
    pages
}

#[test]
fn the_pages_of_functions_are_current() {
    let folder = paths::repository(FOLDER);
    let pages = pages();
    let update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    if update {
        fs::create_dir_all(&folder).unwrap();
        pages.iter().for_each(|(name, page)| fs::write(folder.join(name), page).unwrap());
    }
    for path in paths::files(&folder, ".md") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if update && !pages.contains_key(&name) {
            fs::remove_file(path).unwrap();
        } else {
            assert!(pages.contains_key(&name), "{FOLDER}/{name} is no chapter any more");
        }
    }
    for (name, page) in pages {
        let written = fs::read_to_string(folder.join(&name)).unwrap_or_default();
        assert!(written == page, "{FOLDER}/{name} is out of date: run the tests with UPDATE=1");
    }
}

/// Where a link to a heading leads.
#[test]
fn links_between_pages_lead_somewhere() {
    let pages = pages();
    for (name, page) in &pages {
        let links = page.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0));
        for link in links.filter(|link| !link.contains("://")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = pages.get(if file.is_empty() { name.as_str() } else { file });
            let heading = format!("\n## {anchor}\n");
            assert!(
                target.is_some_and(|page| anchor.is_empty() || page.contains(&heading)),
                "{name}: {link}"
            );
        }
    }
}

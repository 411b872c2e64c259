//! `vrlet functions`: the function reference at the terminal and as JSON.

mod page;

use std::collections::BTreeMap;

use vrlet::Engine;
use vrlet::diagnostic::Style;
use vrlet::function::{Function, Registry};
use vrlet_manual::{Entry, find, signature};

use self::page::Page;
use crate::arguments::{Format, FunctionsArguments};
use crate::cli_error::CliError;
use crate::exit::Exit;
use crate::terminal::{self, Terminal};
use crate::wrap;

/// Prints the list of functions, or all about one.
///
/// # Errors
/// Where there is no function of the name.
pub fn functions(arguments: &FunctionsArguments, terminal: &Terminal) -> Result<Exit, CliError> {
    let engine = Engine::builder().build();
    let registry = engine.functions();
    match (&arguments.name, arguments.format) {
        (None, Format::Text) => terminal::print(&list(registry, terminal.page_style))?,
        (None, Format::Json) => {
            let entries: Vec<Entry> = registry.iter().map(Entry::new).collect();
            terminal::print_json(&entries)?;
        }
        (Some(name), Format::Text) => {
            terminal::print(&page(registry, name, terminal.page_style)?)?;
        }
        (Some(name), Format::Json) => terminal::print_json(&Entry::new(find(registry, name)?))?,
    }
    Ok(Exit::Success)
}

/// All about a function.
///
/// # Errors
/// Where there is no function of the name.
pub fn page(registry: &Registry, name: &str, style: Style) -> Result<String, CliError> {
    // Who copies a name out of a script may copy what follows it.
    let word = name.split(['(', '!']).next().map(str::trim).filter(|word| !word.is_empty());
    let name = word.unwrap_or(name);
    Ok(Page { entry: &Entry::new(find(registry, name)?), style }.to_string())
}

/// The functions by chapters, a line each, and those that this build leaves out.
fn list(registry: &Registry, style: Style) -> String {
    let mut chapters: BTreeMap<&str, Vec<&Function>> = BTreeMap::new();
    for function in registry.iter() {
        chapters.entry(function.category.name()).or_default().push(function);
    }
    let mut text = String::new();
    for (chapter, functions) in chapters {
        text.push_str(&wrap::heading(chapter, style));
        for function in functions {
            let dropped = if function.deprecated.is_some() { "  dropped by VRL" } else { "" };
            text.push_str(&format!("  {}{dropped}\n", signature(function)));
        }
        text.push('\n');
    }
    let mut left_out = registry.left_out().peekable();
    if left_out.peek().is_some() {
        text.push_str(&wrap::heading("Left out of this build", style));
        for (name, feature) in left_out {
            text.push_str(&format!("  {name}  needs the cargo feature `{feature}`\n"));
        }
        text.push('\n');
    }
    text.push_str("`vrlet functions NAME` tells more of one, with examples.\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_build_leaves_out_is_listed_with_its_feature() {
        let engine = Engine::builder().leave_out("md5", "crypto").build();
        let text = list(engine.functions(), Style::Plain);
        assert!(!text.contains("  md5("), "{text}");
        let section = text.split_once("Left out of this build\n").expect("a section").1;
        assert!(section.contains("  md5  needs the cargo feature `crypto`\n"), "{section}");
        let error = page(engine.functions(), "md5", Style::Plain).expect_err("no page");
        let expected = "`md5` needs the cargo feature `crypto`, which this build leaves out";
        assert_eq!(error.message, expected);
    }

    #[test]
    fn a_build_that_leaves_nothing_out_does_not_speak_of_it() {
        let engine = Engine::builder().build();
        let leaves_out = engine.functions().left_out().next().is_some();
        let text = list(engine.functions(), Style::Plain);
        assert_eq!(text.contains("Left out"), leaves_out);
    }
}

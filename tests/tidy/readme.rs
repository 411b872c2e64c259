//! The README is true: its embedding example is the file in `examples`.

use crate::paths;

/// The blocks of a document in a language.
fn blocks<'text>(text: &'text str, language: &str) -> Vec<&'text str> {
    let opening = format!("```{language}\n");
    text.split(opening.as_str())
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .collect()
}

#[test]
fn the_embedding_example_is_the_file() {
    let readme = paths::read(&paths::repository("README.md"));
    let file = paths::read(&paths::repository("examples/embed.rs"));
    let body = file.trim_start_matches(|first| first != '\n').trim_start();
    let (_, code) = file.split_once("\nuse ").unwrap_or(("", body));
    let code = format!("use {code}");
    assert!(
        blocks(&readme, "rust").contains(&code.as_str()),
        "README.md and examples/embed.rs differ: put this there\n{code}"
    );
}
